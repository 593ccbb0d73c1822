import { z } from 'zod';

/** What the worker is asked to write to somebody who is to work here. The link is a secret of its reader. */
export const staffLetterSchema = z.strictObject({
  template: z.literal('staff-invitation'),
  to: z.email().max(254),
  url: z.url({ protocol: /^https?$/u }).max(2000),
  inviterName: z.string(),
  roleName: z.string(),
  expiresAt: z.iso.datetime(),
});

export type StaffLetter = z.output<typeof staffLetterSchema>;
