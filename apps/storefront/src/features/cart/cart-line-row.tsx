'use client';

import type { Currency } from '@turing/domain';
import type { FormEvent } from 'react';
import { PendingLink } from '@/components/pending-link.tsx';
import { Price } from '@/components/price.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { CartLineNotice } from './cart-line-notice.tsx';
import { CartQuantity } from './cart-quantity.tsx';
import { GiftList } from './gift-list.tsx';
import type { CartLine } from './queries.ts';

export interface CartLineRowProps {
  line: CartLine;
  currency: Currency;
  /** The quantity on its way, or the one that is. */
  shown: number;
  pending: boolean;
  idempotencyKey: string;
  formProps: {
    action: (data: FormData) => void;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
}

export function CartLineRow({ line, currency, shown, pending, idempotencyKey, formProps }: CartLineRowProps) {
  const gone = shown === 0;
  return (
    <li className={`py-6 transition-opacity first:pt-0 ${gone ? 'opacity-40' : ''}`}>
      <form {...formProps} className="grid grid-cols-[5.5rem_1fr] gap-4 sm:grid-cols-[7.5rem_1fr] sm:gap-6">
        <input type="hidden" name="lineId" value={line.id} />
        <input type="hidden" name="name" value={line.productName} />
        <input type="hidden" name="key" value={idempotencyKey} />
        <div className="bg-sunken aspect-square overflow-hidden rounded-md">
          <ProductImage image={line.image} sizes="8rem" decorative />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
            <div className="min-w-0 space-y-0.5">
              <h3 className="font-medium">
                <PendingLink
                  href={`/p/${line.productSlug}?variant=${encodeURIComponent(line.sku)}`}
                  className="hover:text-accent"
                >
                  {line.productName}
                </PendingLink>
              </h3>
              <p className="text-muted text-sm">{line.variantName}</p>
            </div>
            <Price amountMinor={line.unitPriceMinor * (gone ? line.quantity : shown)} currency={currency} />
          </div>
          <CartLineNotice line={line} currency={currency} />
          <div className="mt-auto flex flex-wrap items-center justify-between gap-3">
            {line.kind === 'gift_card' ? (
              <GiftList line={line} />
            ) : (
              <CartQuantity line={line} shown={shown} pending={pending} />
            )}
            <p className="text-muted text-sm">
              <Price
                amountMinor={line.unitPriceMinor}
                currency={currency}
                compareAtMinor={line.compareAtMinor}
              />{' '}
              each
            </p>
            <button
              name="set"
              value="0"
              aria-label={`Remove ${line.productName}`}
              className="text-muted hover:text-ink py-2 text-sm underline underline-offset-4"
            >
              {line.kind === 'gift_card' && line.gifts.length > 1 ? 'Remove all' : 'Remove'}
            </button>
          </div>
        </div>
      </form>
    </li>
  );
}
