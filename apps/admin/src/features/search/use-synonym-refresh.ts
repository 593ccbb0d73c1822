import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';

/** Loads again what synonyms change: their list, and what a tried search finds. */
export function useSynonymRefresh(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries(trpc.products.staff.synonyms.list.queryFilter());
    void queryClient.invalidateQueries(trpc.products.staff.searchPreview.queryFilter());
  };
}
