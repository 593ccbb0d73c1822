import { z } from 'zod';
import { idSchema } from '../../../schemas.ts';

/** Days in UTC, both included; a day has the searches that came on it. */
export const reportInput = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    limit: z.number().int().min(1).max(200).default(50),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is not before the first.' });

export const queryReportSchema = z.object({
  /** Of the whole range, also beyond `limit`. */
  totals: z.object({ searches: z.number().int(), clicks: z.number().int(), queries: z.number().int() }),
  rows: z.array(
    z.object({
      query: z.string(),
      searches: z.number().int(),
      clicks: z.number().int(),
      /** Of the latest search. */
      resultCount: z.number().int(),
      lastAt: z.date(),
    }),
  ),
});

export const clickReportSchema = z.object({
  totals: z.object({ searches: z.number().int(), clicks: z.number().int() }),
  rows: z.array(
    z.object({
      query: z.string(),
      searches: z.number().int(),
      clicks: z.number().int(),
      /** Mean place in the list of what was opened, from 1; null while nothing was. */
      meanPosition: z.number().nullable(),
      /** What was opened most; deleted products are left out. */
      products: z.array(z.object({ id: idSchema, name: z.string(), clicks: z.number().int() })),
    }),
  ),
});

export type ReportInput = z.infer<typeof reportInput>;
export type QueryReport = z.infer<typeof queryReportSchema>;
export type ClickReport = z.infer<typeof clickReportSchema>;
