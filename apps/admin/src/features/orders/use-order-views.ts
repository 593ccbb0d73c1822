'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';
import { toViewFilters } from './order-filters.ts';
import { type View, viewsOf } from './order-views.ts';

export interface CountedView extends View {
  /** `12`, `1,000+`; null while it is not known. */
  readonly count: string | null;
}

/** The views of the list, with how many orders wait in those that are worked off. */
export function useOrderViews(): readonly CountedView[] {
  const trpc = useTRPC();
  const saved = useQuery(trpc.orders.staff.views.list.queryOptions());
  const views = viewsOf(saved.data?.items ?? []);
  const asked = views
    .filter(({ counted }) => counted)
    .slice(0, 30)
    .map(({ key, filters }) => ({ key, filters: toViewFilters(filters) }));
  const counts = useQuery(
    trpc.orders.staff.counts.queryOptions(
      { views: asked },
      { refetchInterval: 60_000, placeholderData: (former) => former, enabled: !saved.isPending },
    ),
  );
  return views.map((view) => {
    const found = counts.data?.items.find(({ key }) => key === view.key);
    return { ...view, count: found === undefined ? null : textOf(found) };
  });
}

function textOf({ count, more }: { count: number; more: boolean }): string {
  return `${count.toLocaleString('en-US')}${more ? '+' : ''}`;
}
