import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/u }).transform((url) => url.replace(/\/+$/u, ''));

const schema = z.object({
  API_URL: origin.default('http://localhost:4000'),
  STOREFRONT_URL: origin.default('http://localhost:3000'),
});

let kept: z.infer<typeof schema> | undefined;

/** Read at the first request, never while building: one build serves every stage. */
export function env(): z.infer<typeof schema> {
  kept ??= schema.parse(process.env);
  return kept;
}
