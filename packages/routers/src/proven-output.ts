import type { z } from 'zod';
import type { JsonText } from './json-text.ts';

/** As tRPC takes the types of a parser whose input differs from its output. */
interface Proven<Schema extends z.ZodType> {
  (answer: unknown): z.output<Schema>;
  readonly schema: Schema;
  readonly _input: z.output<Schema> | JsonText;
  readonly _output: z.output<Schema>;
}

/**
 * An output whose shape the compiler proves and the contract test compares with real answers: nothing is parsed as each
 * answer leaves. For public reads whose stores build every field by name. Only a caller that takes JSON gets `JsonText`.
 */
export function provenOutput<Schema extends z.ZodType>(schema: Schema): Proven<Schema> {
  return Object.assign((answer: unknown) => answer, { schema }) as Proven<Schema>;
}
