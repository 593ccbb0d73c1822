'use client';

import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { ErrorState } from '../../components/error-state.tsx';
import { Price } from '../../components/price.tsx';
import { Section } from '../../components/section.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count, formatDay, formatRelative } from '../../lib/format.ts';
import type { PromotionUsage } from './promotion.ts';
import classes from './promotions.module.css';

/** What a promotion has given and brought. */
export function UsageSection({ id }: { id: string }) {
  const trpc = useTRPC();
  const usage = useQuery(trpc.orders.staff.promotions.usage.queryOptions({ id }));
  return (
    <Section title="Use">
      {usage.isPending && <Skeleton h={120} />}
      {usage.isError && <ErrorState error={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data && <Usage usage={usage.data} />}
    </Section>
  );
}

function Usage({ usage }: { usage: PromotionUsage }) {
  const { totals, customers, released, days, latest } = usage;
  if (totals.length === 0 && latest.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No order has used it yet.
      </Text>
    );
  return (
    <Stack gap="md">
      {totals.map(({ currency, orders, discountMinor, shippingMinor, revenueMinor }) => (
        <dl key={currency} className={classes.figures}>
          <div>
            <dt>Orders in {currency}</dt>
            <dd>{orders.toLocaleString('en-US')}</dd>
          </div>
          <div>
            <dt>Given</dt>
            <dd>
              <Price amountMinor={discountMinor + shippingMinor} currency={currency} />
            </dd>
          </div>
          <div>
            <dt>Brought</dt>
            <dd>
              <Price amountMinor={revenueMinor} currency={currency} />
            </dd>
          </div>
        </dl>
      ))}
      <Days days={days} />
      <Text size="xs" c="dimmed">
        {count(customers, 'customer')}
        {released > 0 && ` · ${count(released, 'use')} given back by cancelled and expired orders`}
      </Text>
      <ul className={classes.rows} aria-label="Latest orders">
        {latest.slice(0, 5).map(({ orderId, number, placedAt, currency, discountMinor, shippingMinor }) => (
          <li key={orderId} className={classes.row}>
            <Text size="sm">
              <Anchor component={Link} href={`/orders/${orderId}`} fw={600} inherit>
                #{number}
              </Anchor>{' '}
              <Text span inherit c="dimmed">
                {formatRelative(placedAt)}
              </Text>
            </Text>
            <Price amountMinor={-(discountMinor + shippingMinor)} currency={currency} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Days({ days }: Pick<PromotionUsage, 'days'>) {
  const most = Math.max(1, ...days.map(({ orders }) => orders));
  const total = days.reduce((sum, { orders }) => sum + orders, 0);
  return (
    <div className={classes.bars} role="img" aria-label={`${count(total, 'order')} in the last thirty days`}>
      {days.map(({ date, orders }) => (
        <div
          key={date}
          className={classes.bar}
          data-empty={orders === 0 || undefined}
          style={{ height: `${(orders / most) * 100}%` }}
          title={`${formatDay(date)}: ${count(orders, 'order')}`}
        />
      ))}
    </div>
  );
}
