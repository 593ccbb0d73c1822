import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import type { AppRouter } from './types.ts';

export interface ApiClientOptions {
  /** Where tRPC is served, e.g. `https://api.example.com/trpc` or `/api/trpc` in a browser. */
  readonly url: string;
  /** Sent with every request: cookies and the request id of a server-rendered page. */
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

export type ApiClient = TRPCClient<AppRouter>;

/** The typed client. Calls made in one tick share one request; queries are GET, so that caches can hold them. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: options.url,
        maxURLLength: 4000,
        maxItems: 20,
        ...(options.headers === undefined ? {} : { headers: options.headers }),
        ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
      }),
    ],
  });
}
