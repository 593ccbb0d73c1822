import type { z } from 'zod';

/**
 * An output whose shape the compiler proves and the contract test compares with real answers: nothing is parsed as each
 * answer leaves. For public reads whose stores build every field by name.
 */
export function provenOutput<Schema extends z.ZodType>(schema: Schema) {
  return Object.assign((answer: unknown) => answer as z.output<Schema>, { schema });
}
