import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/u }).transform((url) => url.replace(/\/+$/u, ''));

const schema = z.object({
  API_URL: origin.default('http://localhost:4000'),
  STOREFRONT_URL: origin.default('http://localhost:3000'),
  /** In which the edge says where a visitor is, the surest first. */
  COUNTRY_HEADERS: z
    .string()
    .default('cf-ipcountry,cloudfront-viewer-country')
    .transform((names) => names.split(',').map((name) => name.trim().toLowerCase())),
});

let kept: z.infer<typeof schema> | undefined;

/** Read at the first request, never while building: one build serves every stage. */
export function env(): z.infer<typeof schema> {
  kept ??= schema.parse(process.env);
  return kept;
}
