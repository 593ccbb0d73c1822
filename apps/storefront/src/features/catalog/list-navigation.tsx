'use client';

import type { Currency } from '@turing/domain';
import { useRouter } from 'next/navigation';
import { createContext, use, useMemo, useOptimistic, useTransition, type ReactNode } from 'react';
import { GridSkeleton } from '@/components/skeleton.tsx';
import { toQueryString, type ListQuery } from './list-query.ts';

interface Navigation {
  /** The filters as last chosen, before their products have arrived. */
  readonly query: ListQuery;
  readonly pending: boolean;
  readonly go: (query: ListQuery) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

export interface ListNavigationProps {
  path: string;
  query: ListQuery;
  currency: Currency;
  children: ReactNode;
}

/** Filters change the address; the list follows it, and shows that it does. */
export function ListNavigation({ path, query, currency, children }: ListNavigationProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [chosen, choose] = useOptimistic(query);
  const navigation = useMemo<Navigation>(
    () => ({
      query: chosen,
      pending,
      go: (next) =>
        startTransition(() => {
          choose(next);
          router.push(`${path}${toQueryString(next, currency)}`, { scroll: false });
        }),
    }),
    [chosen, pending, choose, router, path, currency],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useListNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (navigation === null) throw new Error('ListNavigation is missing around this component');
  return navigation;
}

/** The products, or their shapes while others are on the way. */
export function ListResults({ children }: { children: ReactNode }) {
  return useListNavigation().pending ? <GridSkeleton count={12} /> : children;
}
