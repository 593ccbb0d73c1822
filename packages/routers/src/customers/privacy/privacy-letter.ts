import { z } from 'zod';

/** Letters about what somebody asked to happen to their data. */
export const privacyLetterTemplates = [
  'export-ready',
  'erasure-announced',
  'erasure-called-off',
  'erasure-done',
] as const;

export type PrivacyLetterTemplate = (typeof privacyLetterTemplates)[number];

/** What the worker is asked to write. */
export const privacyLetterSchema = z.strictObject({
  /** The same for every sending of the same letter. */
  id: z.uuid(),
  template: z.enum(privacyLetterTemplates),
  to: z.email().max(254),
  /** Below the shop's own address. */
  path: z.string().startsWith('/').max(200),
  /** The day it tells of: when the link ends, when the account goes. */
  day: z.iso.datetime().optional(),
});

export type PrivacyLetter = z.output<typeof privacyLetterSchema>;
