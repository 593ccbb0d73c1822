import { PackageOpen, Search } from 'lucide-react';
import { Button, ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { Notice } from '@/components/notice.tsx';
import { OrderStatus } from '@/components/order-status.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import { Price } from '@/components/price.tsx';
import { formatCount, formatDate } from '@/lib/format.ts';
import { AccountFrame } from './account-frame.tsx';
import type { OrderPage, Profile } from './own-queries.ts';

export interface OwnOrdersProps {
  profile: Profile;
  orders: OrderPage;
  /** The number that was looked for; empty for all orders. */
  sought: string;
}

export function OwnOrders({ profile, orders, sought }: OwnOrdersProps) {
  const isEmpty = orders.items.length === 0;
  return (
    <AccountFrame current="/account" title={`Hello, ${profile.name}`} lead={profile.email}>
      {!profile.emailVerified && (
        <Notice tone="info" title="Your e-mail address is not confirmed yet">
          <p>
            Follow the link in our letter. Orders you placed with this address before you had an account show
            up here after that.
          </p>
        </Notice>
      )}
      <section aria-labelledby="orders" className="space-y-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="orders" className="text-heading font-medium">
            Your orders
          </h2>
          {(!isEmpty || sought !== '') && <FindOrder sought={sought} />}
        </div>
        {isEmpty ? <NoOrders sought={sought} /> : <OrderList orders={orders} />}
      </section>
    </AccountFrame>
  );
}

function FindOrder({ sought }: { sought: string }) {
  return (
    <form role="search" action="/account" className="flex w-full gap-2 sm:w-auto">
      <input
        type="search"
        name="number"
        defaultValue={sought}
        aria-label="Order number"
        placeholder="Order number"
        inputMode="numeric"
        className="bg-surface border-edge placeholder:text-muted min-h-11 w-full min-w-0 rounded-full border px-4 text-sm sm:w-44"
      />
      <Button look="secondary" aria-label="Find the order">
        <Search aria-hidden="true" className="size-4" />
      </Button>
    </form>
  );
}

function OrderList({ orders }: { orders: OrderPage }) {
  return (
    <>
      <ul className="border-line divide-line bg-surface divide-y overflow-hidden rounded-lg border">
        {orders.items.map((order) => (
          <li
            key={order.token}
            className="hover:bg-sunken relative flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4 transition-colors"
          >
            <div className="min-w-40 flex-1">
              <PendingLink
                href={`/account/orders/${order.number}`}
                className="font-medium after:absolute after:inset-0"
              >
                Order {order.number}
              </PendingLink>
              <p className="text-muted text-sm">
                {formatDate(order.placedAt)} · {formatCount(order.itemCount, 'item')}
              </p>
            </div>
            <OrderStatus order={order} />
            <Price amountMinor={order.totalMinor} currency={order.currency} />
          </li>
        ))}
      </ul>
      {orders.nextCursor !== null && (
        <ButtonLink href={`/account?cursor=${encodeURIComponent(orders.nextCursor)}`} look="secondary">
          Older orders
        </ButtonLink>
      )}
    </>
  );
}

function NoOrders({ sought }: { sought: string }) {
  if (sought !== '') {
    return (
      <EmptyState
        icon={Search}
        title="No such order"
        actions={
          <ButtonLink href="/account" look="secondary">
            All your orders
          </ButtonLink>
        }
      >
        <p>There is no order “{sought}” in your account. Its number is in the confirmation we sent.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={PackageOpen}
      title="No orders yet"
      actions={<ButtonLink href="/products?sort=best_selling">See best sellers</ButtonLink>}
    >
      <p>What you buy while signed in shows up here.</p>
    </EmptyState>
  );
}
