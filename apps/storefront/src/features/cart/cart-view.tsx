import type { Currency } from '@turing/domain';
import { Lock, ShoppingBag } from 'lucide-react';
import { ButtonLink } from '@/components/button.tsx';
import { CreditRows } from '@/components/credit-rows.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { Notice } from '@/components/notice.tsx';
import { PromotionRows } from '@/components/promotion-rows.tsx';
import { TotalsList, TotalsRow } from '@/components/totals.tsx';
import { formatCount } from '@/lib/format.ts';
import { createIdempotencyKey } from '@/lib/idempotency.ts';
import { CartLines } from './cart-lines.tsx';
import { CreditForm } from './credit-form.tsx';
import { PromotionForm } from './promotion-form.tsx';
import type { Cart } from './queries.ts';

export interface CartViewProps {
  cart: Cart;
  /** What prices are in elsewhere. */
  currency: Currency;
  /** The cart has just been moved to its currency. */
  moved?: boolean;
}

export function CartView({ cart, currency, moved = false }: CartViewProps) {
  return (
    <div className="page space-y-8 pt-8">
      <div className="space-y-1">
        <h1 className="text-title font-medium">Your cart</h1>
        <p className="text-muted">{formatCount(cart.itemCount, 'item')}</p>
      </div>
      {moved && cart.currency === currency && (
        <Notice tone="info">
          <p>
            You chose another region, so your cart is priced in {cart.currency} now. Shipping and tax follow
            at checkout.
          </p>
        </Notice>
      )}
      {cart.currency !== currency && (
        <Notice tone="info">
          <p>
            This cart is priced in {cart.currency}. The next thing you add moves all of it to {currency}.
          </p>
        </Notice>
      )}
      <div className="grid items-start gap-10 lg:grid-cols-[1fr_22rem] lg:gap-16">
        <CartLines lines={cart.lines} currency={cart.currency} idempotencyKey={createIdempotencyKey()} />
        <Summary cart={cart} />
      </div>
    </div>
  );
}

function Summary({ cart }: { cart: Cart }) {
  return (
    <section
      aria-labelledby="summary"
      className="bg-surface border-line space-y-5 rounded-lg border p-5 sm:p-6 lg:sticky lg:top-24"
    >
      <h2 id="summary" className="text-heading font-medium">
        Summary
      </h2>
      <PromotionForm
        promotions={cart.promotions}
        currency={cart.currency}
        idempotencyKey={createIdempotencyKey()}
      />
      <CreditForm cart={cart} idempotencyKey={createIdempotencyKey()} />
      <TotalsList>
        <TotalsRow name="Subtotal" amountMinor={cart.subtotalMinor} currency={cart.currency} />
        <PromotionRows
          promotions={cart.promotions}
          discountMinor={cart.discountMinor}
          currency={cart.currency}
        />
        <TotalsRow name="Total" amountMinor={cart.totalMinor} currency={cart.currency} strong />
        <CreditRows credits={cart.credits} dueMinor={cart.dueMinor} currency={cart.currency} />
      </TotalsList>
      <p className="text-muted text-sm">
        {cart.isDigital
          ? 'Gift cards are sent by e-mail: nothing is added for shipping or tax.'
          : 'Shipping and tax are added at checkout, once we know where it goes.'}
      </p>
      {cart.ready ? (
        <ButtonLink href="/checkout" className="w-full">
          <Lock aria-hidden="true" className="size-4" /> Checkout
        </ButtonLink>
      ) : (
        <Notice tone="warn">
          <p>Settle the marked items above, then you can check out.</p>
        </Notice>
      )}
    </section>
  );
}

export function EmptyCart({ lastOrder }: { lastOrder: string | null }) {
  return (
    <div className="page">
      <EmptyState
        level={1}
        icon={ShoppingBag}
        title="Your cart is empty"
        actions={
          <>
            <ButtonLink href="/products?sort=newest">Shop new arrivals</ButtonLink>
            <ButtonLink
              href={lastOrder === null ? '/products?sort=best_selling' : `/orders/${lastOrder}`}
              look="secondary"
            >
              {lastOrder === null ? 'Best sellers' : 'See your last order'}
            </ButtonLink>
          </>
        }
      >
        <p>Things you add are kept here for thirty days.</p>
      </EmptyState>
    </div>
  );
}
