import { z } from 'zod';
import { idempotencyKeySchema } from '../../schemas.ts';

const letterId = z
  .string()
  .max(60)
  .regex(/^[a-z]+(?:-[a-z]+)*$/u);

export const letterListSchema = z.array(
  z.object({ id: letterId, name: z.string(), when: z.string(), group: z.string() }),
);

export const letterInput = z.object({ id: letterId });

export const renderedLetterSchema = z.object({
  subject: z.string(),
  preview: z.string(),
  html: z.string(),
  text: z.string(),
});

export const sendSampleInput = z.object({ id: letterId, idempotencyKey: idempotencyKeySchema });

/** A job: a letter with made-up data, to the member of staff who asked for it. */
export const sampleLetterSchema = z.strictObject({
  letter: letterId,
  to: z.email().max(254),
  /** Tells one sending from another. */
  id: z.uuid(),
});

export const sentSampleSchema = z.object({ to: z.string() });

export type SendSampleInput = z.infer<typeof sendSampleInput>;
export type SentSample = z.infer<typeof sentSampleSchema>;
export type SampleLetter = z.infer<typeof sampleLetterSchema>;
