import { PackageOpen } from 'lucide-react';
import { Button, ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { OrderStatus } from '@/components/order-status.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import { Price } from '@/components/price.tsx';
import { formatCount, formatDate } from '@/lib/format.ts';
import { signOut } from './actions.ts';
import type { Customer, OrderPage } from './queries.ts';
import { RegisterForm, SignInForm } from './sign-in-forms.tsx';

export function SignedOut() {
  return (
    <div className="page space-y-8 pt-10">
      <div className="space-y-2">
        <h1 className="text-title font-medium">Your account</h1>
        <p className="text-muted">See your orders in one place. You never need an account to buy.</p>
      </div>
      <div className="grid max-w-5xl items-start gap-6 md:grid-cols-2">
        <SignInForm />
        <RegisterForm />
      </div>
    </div>
  );
}

export function SignedIn({ customer, orders }: { customer: Customer; orders: OrderPage }) {
  return (
    <div className="page space-y-10 pt-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-1">
          <h1 className="text-title font-medium">Hello, {customer.name}</h1>
          <p className="text-muted">{customer.email}</p>
        </div>
        <form action={signOut}>
          <Button look="secondary">Sign out</Button>
        </form>
      </div>
      <section aria-labelledby="orders" className="space-y-4">
        <h2 id="orders" className="text-heading font-medium">
          Your orders
        </h2>
        {orders.items.length === 0 ? <NoOrders /> : <OrderList orders={orders} />}
      </section>
    </div>
  );
}

function OrderList({ orders }: { orders: OrderPage }) {
  return (
    <>
      <ul className="border-line divide-line bg-surface divide-y rounded-lg border">
        {orders.items.map((order) => (
          <li
            key={order.token}
            className="hover:bg-sunken relative flex flex-wrap items-center gap-x-6 gap-y-1 px-5 py-4"
          >
            <div className="min-w-40 flex-1">
              <PendingLink
                href={`/orders/${order.token}`}
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

function NoOrders() {
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
