import { createApiClient } from '@turing/client';
import { env } from './env.ts';

const patienceMs = 1500;

/** Where a page that had this slug is now; null when it is there, never was, or cannot be asked. */
export async function findMoved(
  owner: 'product' | 'category' | 'collection',
  slug: string,
): Promise<string | null> {
  if (slug.length > 200) return null;
  const client = createApiClient({
    url: `${env().API_URL}/trpc`,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(patienceMs) }),
  });
  const moved = await client.products.movedSlug.query({ owner, slug }).catch(() => null);
  return moved?.slug ?? null;
}
