'use client';

import { formatMoney } from '@turing/domain';
import { Lock } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/button.tsx';
import { CreditRows } from '@/components/credit-rows.tsx';
import { Notice } from '@/components/notice.tsx';
import { Price } from '@/components/price.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { PromotionRows } from '@/components/promotion-rows.tsx';
import { AddedTax, IncludedTax } from '@/components/tax-totals.tsx';
import { TotalsList, TotalsRow } from '@/components/totals.tsx';
import { promotionSentence } from '@/lib/promotion-sentence.ts';
import type { CheckoutCart, Quote } from './queries.ts';

export interface OrderReviewProps {
  cart: CheckoutCart;
  quote: Quote | null;
  busy: 'placing' | 'quoting' | null;
}

export function OrderReview({ cart, quote, busy }: OrderReviewProps) {
  return (
    <section
      aria-labelledby="review"
      className="bg-surface border-line space-y-6 rounded-lg border p-5 sm:p-6 lg:sticky lg:top-24"
    >
      <div className="flex items-baseline justify-between">
        <h2 id="review" className="text-heading font-medium">
          Your order
        </h2>
        <Link href="/cart" className="text-muted hover:text-ink text-sm underline underline-offset-4">
          Edit cart
        </Link>
      </div>
      <ul className="space-y-4">
        {cart.lines.map((line) => (
          <li key={line.id} className="grid grid-cols-[3.5rem_1fr_auto] items-center gap-3 text-sm">
            <span className="bg-sunken aspect-square overflow-hidden rounded-sm">
              <ProductImage image={line.image} sizes="4rem" decorative />
            </span>
            <span className="min-w-0">
              <span className="block font-medium">{line.productName}</span>
              <span className="text-muted block">
                {line.variantName === '' ? '' : `${line.variantName} · `}
                {line.quantity} × {formatMoney({ amountMinor: line.unitPriceMinor, currency: cart.currency })}
              </span>
              <LineNotice line={line} />
            </span>
            <Price amountMinor={line.subtotalMinor} currency={cart.currency} />
          </li>
        ))}
      </ul>
      <div
        aria-live="polite"
        aria-busy={busy === 'quoting'}
        className={busy === 'quoting' ? 'opacity-50' : ''}
      >
        {quote !== null && <Totals quote={quote} />}
        {quote !== null && <UnusedCodes quote={quote} />}
      </div>
      {!cart.ready && (
        <Notice tone="warn">
          <p>
            Not everything here can be bought now.{' '}
            <Link href="/cart" className="font-medium underline underline-offset-4">
              Settle it in your cart
            </Link>
          </p>
        </Notice>
      )}
      <Button
        name="intent"
        value="place"
        disabled={quote === null}
        pending={busy !== null}
        pendingLabel={busy === 'placing' ? 'Placing your order…' : 'Updating the total…'}
        className="w-full"
      >
        <Lock aria-hidden="true" className="size-4" />
        {quote === null ? 'Pay' : payLabel(quote)}
      </Button>
      <p className="text-muted text-xs leading-relaxed">
        You pay on our payment provider’s page. We hold your items for an hour while you do, and never see
        your card.
      </p>
    </section>
  );
}

const notices: Readonly<Record<NonNullable<CheckoutCart['lines'][number]['notice']>, string>> = {
  price_changed: 'The price has changed',
  insufficient_stock: 'Not enough left',
  out_of_stock: 'Sold out',
  unavailable: 'No longer available',
};

function LineNotice({ line }: { line: CheckoutCart['lines'][number] }) {
  if (line.notice === null) return null;
  return (
    <span className={`block font-medium ${line.notice === 'price_changed' ? 'text-warn' : 'text-bad'}`}>
      {notices[line.notice]}
    </span>
  );
}

function Totals({ quote }: { quote: Quote }) {
  const { pricing, currency } = quote;
  return (
    <TotalsList>
      <TotalsRow name="Subtotal" amountMinor={pricing.subtotalMinor} currency={currency} />
      <PromotionRows
        promotions={quote.promotions}
        discountMinor={pricing.discountMinor}
        currency={currency}
      />
      <TotalsRow name="Shipping" amountMinor={pricing.shippingMinor} currency={currency} free />
      <AddedTax pricing={pricing} currency={currency} />
      <TotalsRow name="Total" amountMinor={pricing.totalMinor} currency={currency} strong />
      <IncludedTax pricing={pricing} currency={currency} />
      <CreditRows credits={quote.credits} dueMinor={quote.dueMinor} currency={currency} />
    </TotalsList>
  );
}

/** Codes that stay on the cart and give nothing here, each with its reason. */
function UnusedCodes({ quote }: { quote: Quote }) {
  const unused = quote.promotions.filter(({ code, reason }) => code !== null && reason !== null);
  if (unused.length === 0) return null;
  return (
    <ul aria-label="Codes that do not count" className="text-muted mt-4 space-y-1.5 text-sm">
      {unused.map(({ id, code, reason }) => (
        <li key={id}>
          <span className="text-ink font-medium">{code}</span>{' '}
          {reason !== null && promotionSentence(reason, quote.currency)}
        </li>
      ))}
    </ul>
  );
}

function payLabel({ dueMinor, currency }: Quote): string {
  return dueMinor === 0 ? 'Place your order' : `Pay ${formatMoney({ amountMinor: dueMinor, currency })}`;
}
