import { z } from 'zod';

/** Letters about the way into an account. */
export const accountLetterTemplates = [
  'verify-email',
  'account-exists',
  'reset-password',
  'password-changed',
  'confirm-email-change',
  'verify-new-email',
  'email-changed',
  'passkey-added',
  'passkey-removed',
  'two-factor-on',
  'two-factor-off',
] as const;

export type AccountLetterTemplate = (typeof accountLetterTemplates)[number];

/** What the worker is asked to write. A link is a secret: it is told to nobody but its reader. */
export const accountLetterSchema = z.strictObject({
  /** The same for every sending of the same letter. */
  id: z.uuid(),
  template: z.enum(accountLetterTemplates),
  to: z.email().max(254),
  /** Where the letter leads. */
  url: z.url({ protocol: /^https?$/u }).max(2000),
  /** The address that a changed account will have or has now. */
  newEmail: z.email().max(254).optional(),
});

export type AccountLetter = z.output<typeof accountLetterSchema>;
