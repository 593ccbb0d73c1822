import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  type Operation,
  splitLink,
  type TRPCClient,
} from '@trpc/client';
import type { AppRouter } from './types.ts';

export interface ApiClientOptions {
  /** Where tRPC is served, e.g. `https://api.example.com/trpc` or `/api/trpc` in a browser. */
  readonly url: string;
  /** Sent with every request: cookies and the request id of a server-rendered page. */
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

export type ApiClient = TRPCClient<AppRouter>;

/**
 * The typed client. Calls made in one tick share one request; queries are GET, so that caches can hold them. What the shop
 * shows to everybody goes alone, because the API stores its answers by their URL.
 */
export function createApiClient({ url, headers, fetch: ownFetch }: ApiClientOptions): ApiClient {
  const shared = {
    url,
    ...(headers === undefined ? {} : { headers }),
    ...(ownFetch === undefined ? {} : { fetch: ownFetch }),
  };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: isPublicRead,
        true: httpLink(shared),
        false: httpBatchLink({ ...shared, maxURLLength: 4000, maxItems: 20 }),
      }),
    ],
  });
}

function isPublicRead({ type, path }: Operation): boolean {
  return type === 'query' && path.startsWith('products.') && !path.startsWith('products.staff.');
}
