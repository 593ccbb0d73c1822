import { addressLabel } from '@turing/domain';
import { Price } from '@/components/price.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { TotalsList, TotalsRow } from '@/components/totals.tsx';
import { formatMoment } from '@/lib/format.ts';
import { AcceptForm } from './accept-form.tsx';
import type { Offer } from './queries.ts';

/** What the shop put together for somebody, with its price and the button to take it. */
export function OfferView({ offer, token }: { offer: Offer; token: string }) {
  return (
    <div className="page space-y-10 pt-10">
      <header className="max-w-2xl space-y-3">
        <h1 className="text-title font-medium">Your order is ready</h1>
        <p className="text-muted">
          We put this together for you. Have a look, and pay when everything is right. The offer stands until{' '}
          <time dateTime={offer.linkExpiresAt} className="text-ink">
            {formatMoment(offer.linkExpiresAt)}
          </time>
          .
        </p>
        {offer.message !== null && (
          <p className="bg-sunken rounded-lg px-5 py-4 whitespace-pre-line">{offer.message}</p>
        )}
      </header>
      <div className="grid items-start gap-10 lg:grid-cols-[1fr_22rem] lg:gap-16">
        <OfferLines offer={offer} />
        <div className="space-y-8 lg:sticky lg:top-24">
          <OfferTotals offer={offer} token={token} />
          <section aria-labelledby="address" className="space-y-2 text-sm">
            <h2 id="address" className="font-medium">
              Delivery address
            </h2>
            <address className="text-muted not-italic">
              {addressLabel(offer.address).map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </address>
            <p className="text-muted">{offer.email}</p>
          </section>
        </div>
      </div>
    </div>
  );
}

function OfferLines({ offer: { preview } }: { offer: Offer }) {
  return (
    <section aria-labelledby="items" className="min-w-0 space-y-2">
      <h2 id="items" className="text-heading font-medium">
        Items
      </h2>
      <ul className="divide-line divide-y">
        {preview.lines.map((line) => (
          <li
            key={`${line.variantId}:${line.unitPriceMinor}`}
            className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-4 py-4"
          >
            <span className="bg-sunken aspect-square overflow-hidden rounded-md">
              <ProductImage image={line.image} sizes="5rem" decorative />
            </span>
            <div className="min-w-0">
              <p className="font-medium">{line.productName}</p>
              <p className="text-muted text-sm">
                {line.variantName === '' ? '' : `${line.variantName} · `}Quantity {line.quantity}
              </p>
            </div>
            <Price amountMinor={line.unitPriceMinor * line.quantity} currency={preview.currency} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OfferTotals({ offer: { preview }, token }: { offer: Offer; token: string }) {
  const { sums, currency } = preview;
  return (
    <section aria-label="Totals" className="bg-surface border-line space-y-5 rounded-lg border p-5 sm:p-6">
      <TotalsList>
        <TotalsRow name="Subtotal" amountMinor={sums.subtotalMinor} currency={currency} />
        {sums.discountMinor > 0 && (
          <TotalsRow name="Discount" amountMinor={-sums.discountMinor} currency={currency} />
        )}
        <TotalsRow
          name={preview.shippingName === null ? 'Shipping' : `Shipping, ${preview.shippingName}`}
          amountMinor={sums.shippingMinor}
          currency={currency}
          free
        />
        {!sums.taxInclusive && sums.taxMinor > 0 && (
          <TotalsRow name="Tax" amountMinor={sums.taxMinor} currency={currency} />
        )}
        <TotalsRow name="Total" amountMinor={sums.totalMinor} currency={currency} strong />
        {sums.taxInclusive && sums.taxMinor > 0 && (
          <TotalsRow name="Includes tax" amountMinor={sums.taxMinor} currency={currency} />
        )}
      </TotalsList>
      <AcceptForm token={token} totalMinor={sums.totalMinor} currency={currency} />
    </section>
  );
}
