'use client';

import type { Currency } from '@turing/domain';
import { Heart } from 'lucide-react';
import { Button, ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import { Price } from '@/components/price.tsx';
import { ProductImage } from '@/components/product-image.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import type { Wish, Wishlist } from './own-queries.ts';
import { moveToCart, toggleWish } from './wish-actions.ts';

export interface WishlistViewProps {
  wishlist: Wishlist;
  /** One for each wish. */
  keys: readonly string[];
}

export function WishlistView({ wishlist, keys }: WishlistViewProps) {
  if (wishlist.items.length === 0) {
    return (
      <EmptyState
        icon={Heart}
        title="Nothing on your wishlist yet"
        actions={<ButtonLink href="/products?sort=newest">Shop new arrivals</ButtonLink>}
      >
        <p>Press the heart of a product and it waits for you here.</p>
      </EmptyState>
    );
  }
  return (
    <ul className="divide-line divide-y">
      {wishlist.items.map((wish, index) => (
        <li key={wish.variantId}>
          <WishRow wish={wish} currency={wishlist.currency} idempotencyKey={keys[index] ?? ''} />
        </li>
      ))}
    </ul>
  );
}

interface WishRowProps {
  wish: Wish;
  currency: Currency;
  idempotencyKey: string;
}

function WishRow({ wish, currency, idempotencyKey }: WishRowProps) {
  const initial = { isWished: true, message: null, key: idempotencyKey };
  const move = useFormAction(moveToCart, initial);
  const remove = useFormAction(toggleWish, initial);
  const href = `/p/${wish.productSlug}?variant=${wish.variantId}`;
  const canBuy = wish.sellable && wish.available > 0 && wish.priceMinor !== null;
  const message = move.pending || remove.pending ? null : (move.state.message ?? remove.state.message);
  return (
    <article
      aria-label={wish.productName}
      className="grid grid-cols-[5rem_1fr] items-center gap-x-4 gap-y-3 py-5 sm:grid-cols-[6rem_1fr_auto]"
    >
      <span className="bg-sunken aspect-square overflow-hidden rounded-md">
        <ProductImage image={wish.image} sizes="6rem" decorative />
      </span>
      <div className="min-w-0 space-y-1">
        {wish.sellable ? (
          <PendingLink href={href} className="hover:text-accent font-medium">
            {wish.productName}
          </PendingLink>
        ) : (
          <p className="font-medium">{wish.productName}</p>
        )}
        {wish.variantName !== '' && <p className="text-muted text-sm">{wish.variantName}</p>}
        {wish.priceMinor !== null && (
          <Price amountMinor={wish.priceMinor} currency={currency} compareAtMinor={wish.compareAtMinor} />
        )}
        <p className="text-muted text-sm">{stockOf(wish)}</p>
      </div>
      <div className="col-span-2 flex flex-wrap gap-2 sm:col-span-1 sm:justify-end">
        {canBuy && (
          <form {...move.formProps}>
            <input type="hidden" name="variantId" value={wish.variantId} />
            <Button pending={move.pending} pendingLabel="Moving…">
              Move to cart
            </Button>
          </form>
        )}
        <form {...remove.formProps}>
          <input type="hidden" name="variantId" value={wish.variantId} />
          <input type="hidden" name="wish" value="no" />
          <Button look="quiet" pending={remove.pending} pendingLabel="Removing…">
            Remove<span className="sr-only"> {wish.productName}</span>
          </Button>
        </form>
      </div>
      <p role="alert" className="text-bad col-span-full text-sm empty:hidden">
        {message}
      </p>
    </article>
  );
}

function stockOf({ sellable, available, priceMinor }: Wish): string {
  if (!sellable || priceMinor === null) return 'No longer sold';
  if (available <= 0) return 'Sold out for now';
  return available < 5 ? `Only ${available} left` : 'In stock';
}
