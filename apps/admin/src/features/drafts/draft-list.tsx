'use client';

import { Card, Group, Tabs, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { NotebookPen, Plus } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Ago } from '../../components/moment.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import { oneOf, useAddress } from '../../lib/use-address.ts';
import { type DraftRow, draftStates, draftStatuses } from './draft.ts';
import classes from './drafts.module.css';

export function DraftList() {
  const trpc = useTRPC();
  const { params, show } = useAddress();
  const status = oneOf(draftStates, params.get('status'));
  const cursors = params.getAll('after');
  const cursor = cursors.at(-1);
  const page = useQuery(
    trpc.orders.staff.drafts.list.queryOptions(
      { ...(status !== null && { status }), ...(cursor !== undefined && { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  function change(next: { status: string | null; cursors?: readonly string[] }): void {
    const wanted = new URLSearchParams();
    if (next.status !== null && next.status !== 'all') wanted.set('status', next.status);
    for (const each of next.cursors ?? []) wanted.append('after', each);
    show(wanted, 'push');
  }
  const drafts = page.data?.items;
  return (
    <>
      <PageHeader
        title="Draft orders"
        description="Orders you put together for somebody: sent with a link to pay, or placed by invoice."
        actions={<NewDraft />}
      />
      <Card padding={0}>
        <Tabs value={status ?? 'all'} onChange={(value) => change({ status: value })}>
          <Tabs.List aria-label="States" px="md">
            <Tabs.Tab value="all">All</Tabs.Tab>
            {draftStates.map((state) => (
              <Tabs.Tab key={state} value={state}>
                {draftStatuses[state].label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        {page.isPending && <RowSkeletons />}
        {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
        {!page.isError && drafts?.length === 0 && (
          <EmptyState
            icon={NotebookPen}
            title={status === null ? 'No drafts yet' : 'No such drafts'}
            description="Put an order together for a customer on the phone, and send them the link to pay."
            action={<NewDraft />}
          />
        )}
        {!page.isError && drafts && drafts.length > 0 && (
          <>
            <ul className={classes.list}>
              {drafts.map((draft) => (
                <DraftItem key={draft.id} draft={draft} />
              ))}
            </ul>
            <Pager
              cursors={cursors}
              nextCursor={page.data?.nextCursor ?? null}
              busy={page.isPlaceholderData}
              onTurn={(turned) => change({ status, cursors: turned })}
            />
          </>
        )}
      </Card>
    </>
  );
}

function NewDraft() {
  if (!useStaff().permissions.includes('orders:write')) return null;
  return (
    <LinkButton href="/drafts/new" leftSection={<Plus size={16} />}>
      New draft
    </LinkButton>
  );
}

function DraftItem({ draft }: { draft: DraftRow }) {
  const { label, color } = draftStatuses[draft.status];
  return (
    <li>
      <Link href={`/drafts/${draft.id}`} className={classes.item}>
        <div className={classes.who}>
          <Text size="sm" fw={600} truncate>
            {draft.name ?? draft.email ?? 'For nobody yet'}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {draft.name === null ? '' : `${draft.email ?? 'No e-mail yet'} · `}
            {count(draft.itemCount, 'item')}
          </Text>
        </div>
        <Group gap="sm" wrap="nowrap">
          {draft.orderNumber !== null && (
            <Text size="sm" className="tabular">
              #{draft.orderNumber}
            </Text>
          )}
          <StatusBadge label={label} color={color} />
          <Text size="xs" c="dimmed" visibleFrom="sm">
            <Ago at={draft.updatedAt} />
          </Text>
        </Group>
      </Link>
    </li>
  );
}
