import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { errorCodes } from '@turing/domain';
import { failureFor } from './messages.ts';

function isTransient(error: unknown): boolean {
  const { code } = failureFor(error);
  return code === 'UNREACHABLE' || (code !== 'UNKNOWN' && errorCodes[code] === 'unavailable');
}

/** Queries try again only where that can help; a session that ends in the middle of work is reported once. */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  function onError(error: unknown): void {
    if (failureFor(error).code === 'UNAUTHENTICATED') onSessionEnd();
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isTransient(error),
        retryDelay: (attempt) => 600 * 2 ** attempt,
      },
      mutations: { retry: false },
    },
  });
}
