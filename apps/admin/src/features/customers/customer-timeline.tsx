'use client';

import { Anchor, Text, Timeline } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LogIn, type LucideIcon, Mail, ShoppingBag, UserCog, UserPlus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { Outdated } from '../../components/outdated.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { formatDateTime, formatRelative } from '../../lib/format.ts';
import type { CustomerMoment } from './customer.ts';
import { momentSentence } from './moment-sentence.ts';

const icons: Readonly<Record<CustomerMoment['kind'], LucideIcon>> = {
  registered: UserPlus,
  order: ShoppingBag,
  consent: Mail,
  signed_in: LogIn,
  staff: UserCog,
};

/** What happened, latest first: what the customer did and what staff changed. */
export function CustomerTimeline({ id }: { id: string }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const moments = useQuery(
    trpc.customers.staff.accounts.timeline.queryOptions(
      { id, limit: 15, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Section title="Timeline">
      {moments.isPending && <RowSkeletons rows={3} />}
      {moments.isError && <ErrorState error={moments.error} onRetry={() => void moments.refetch()} />}
      <Outdated when={moments.isPlaceholderData}>
        <Timeline bulletSize={28} lineWidth={2} active={-1}>
          {moments.data?.items.map((moment) => {
            const Icon = icons[moment.kind];
            return (
              <Timeline.Item key={moment.id} bullet={<Icon size={14} aria-hidden />}>
                <Text size="sm">
                  {moment.orderId === null ? (
                    momentSentence(moment)
                  ) : (
                    <Anchor component={Link} href={`/orders/${moment.orderId}`} size="sm" c="inherit">
                      {momentSentence(moment)}
                    </Anchor>
                  )}
                </Text>
                <Text size="xs" c="dimmed">
                  <time dateTime={moment.createdAt}>
                    {formatDateTime(moment.createdAt)} · {formatRelative(moment.createdAt)}
                  </time>
                </Text>
              </Timeline.Item>
            );
          })}
        </Timeline>
      </Outdated>
      <Pager
        cursors={cursors}
        nextCursor={moments.data?.nextCursor ?? null}
        busy={moments.isPlaceholderData}
        onTurn={setCursors}
      />
    </Section>
  );
}
