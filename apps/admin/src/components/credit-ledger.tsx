'use client';

import { Anchor, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RouterOutputs } from '@turing/client';
import Link from 'next/link';
import { useState } from 'react';
import { useTRPC } from '../lib/api.ts';
import { formatDateTime } from '../lib/format.ts';
import classes from './credit-ledger.module.css';
import { ErrorState } from './error-state.tsx';
import { Pager } from './pager.tsx';
import { Price } from './price.tsx';
import { RowSkeletons } from './row-skeletons.tsx';

type Entry = RouterOutputs['orders']['credit']['staff']['history']['items'][number];

const kinds: Readonly<Record<Entry['kind'], string>> = {
  issued: 'Issued',
  spent: 'Spent',
  returned: 'Given back',
  adjusted: 'Corrected',
};

/** What came to and left a gift card or a store credit, the newest first. */
export function CreditLedger({ id }: { id: string }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const page = useQuery(
    trpc.orders.credit.staff.history.queryOptions(
      { id, limit: 20, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  if (page.isPending) return <RowSkeletons rows={3} />;
  if (page.isError) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />;
  return (
    <>
      {page.data.items.map((entry) => (
        <LedgerEntry key={entry.id} entry={entry} />
      ))}
      <Pager
        cursors={cursors}
        nextCursor={page.data.nextCursor}
        busy={page.isPlaceholderData}
        onTurn={setCursors}
      />
    </>
  );
}

function LedgerEntry({ entry }: { entry: Entry }) {
  const { amountMinor, currency, orderId, orderNumber, staffName, note } = entry;
  return (
    <div className={classes.entry}>
      <div>
        <Text size="sm" fw={500}>
          {kinds[entry.kind]}
          {orderId !== null && (
            <>
              {' · '}
              <Anchor component={Link} href={`/orders/${orderId}`} inherit>
                order #{orderNumber}
              </Anchor>
            </>
          )}
        </Text>
        {note !== null && <Text size="sm">{note}</Text>}
        <Text size="xs" c="dimmed">
          {formatDateTime(entry.createdAt)}
          {staffName !== null && ` · ${staffName}`}
        </Text>
      </div>
      <div>
        <Text size="sm" fw={600} ta="right" c={amountMinor > 0 ? 'teal' : undefined} component="div">
          {amountMinor > 0 ? '+' : ''}
          <Price amountMinor={amountMinor} currency={currency} />
        </Text>
        <Text size="xs" c="dimmed" ta="right" component="div">
          <Price amountMinor={entry.balanceAfterMinor} currency={currency} />
        </Text>
      </div>
    </div>
  );
}
