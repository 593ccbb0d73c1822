import { addressLabel } from '@turing/domain';
import { CreditRows } from '@/components/credit-rows.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import { Price } from '@/components/price.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { PromotionRows } from '@/components/promotion-rows.tsx';
import { AddedTax, IncludedTax } from '@/components/tax-totals.tsx';
import { TotalsList, TotalsRow } from '@/components/totals.tsx';
import type { Order } from './queries.ts';

export function OrderLines({ order }: { order: Order }) {
  return (
    <section aria-labelledby="items" className="space-y-2">
      <h2 id="items" className="text-heading font-medium">
        Items
      </h2>
      <ul className="divide-line divide-y">
        {order.lines.map((line) => (
          <li key={line.id} className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-4 py-4">
            <span className="bg-sunken aspect-square overflow-hidden rounded-md">
              <ProductImage image={line.image} sizes="5rem" decorative />
            </span>
            <div className="min-w-0">
              <PendingLink href={`/p/${line.productSlug}`} className="hover:text-accent font-medium">
                {line.productName}
              </PendingLink>
              <p className="text-muted text-sm">
                {line.variantName === '' ? '' : `${line.variantName} · `}Quantity {line.quantity}
                {line.cancelledQuantity > 0 && ` · ${line.cancelledQuantity} cancelled`}
              </p>
              {line.gifts.map((gift) => (
                <p key={gift.id} className="text-muted text-sm break-words">
                  For {gift.recipientName}, {gift.recipientEmail}
                </p>
              ))}
            </div>
            <Price amountMinor={line.subtotalMinor} currency={order.currency} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function OrderTotals({ order }: { order: Order }) {
  const { pricing, currency } = order;
  return (
    <section aria-label="Totals" className="bg-surface border-line rounded-lg border p-5 sm:p-6">
      <TotalsList>
        <TotalsRow name="Subtotal" amountMinor={pricing.subtotalMinor} currency={currency} />
        <PromotionRows
          promotions={order.promotions}
          discountMinor={pricing.discountMinor}
          currency={currency}
        />
        <TotalsRow
          name={order.isPickup ? order.shippingName : `Shipping, ${order.shippingName}`}
          amountMinor={pricing.shippingMinor}
          currency={currency}
          free
        />
        <AddedTax pricing={pricing} currency={currency} />
        <TotalsRow name="Total" amountMinor={pricing.totalMinor} currency={currency} strong />
        <IncludedTax pricing={pricing} currency={currency} />
        <CreditRows
          credits={order.credits}
          dueMinor={pricing.totalMinor - order.creditMinor}
          currency={currency}
        />
        {order.refundedMinor > 0 && (
          <TotalsRow name="Refunded" amountMinor={-order.refundedMinor} currency={currency} />
        )}
      </TotalsList>
    </section>
  );
}

export function OrderAddress({ order }: { order: Order }) {
  const { shippingAddress: to } = order;
  const lines = [...addressLabel(to), ...(to.phone === null ? [] : [to.phone])];
  return (
    <section aria-labelledby="address" className="space-y-2 text-sm">
      <h2 id="address" className="font-medium">
        {order.isPickup ? 'Where you pick it up' : 'Delivery address'}
      </h2>
      <address className="text-muted not-italic">
        {lines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </address>
      <p className="text-muted">{order.email}</p>
      {order.note !== null && <p className="text-muted">“{order.note}”</p>}
    </section>
  );
}
