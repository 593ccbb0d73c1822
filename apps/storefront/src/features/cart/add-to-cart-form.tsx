'use client';

import Link from 'next/link';
import { Button } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { QuantityInput } from '@/components/quantity-input.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { addToCart } from './actions.ts';
import { GiftFields } from './gift-fields.tsx';
import { initialState } from './cart-form-state.ts';

export interface AddToCartFormProps {
  variantId: string;
  available: number;
  idempotencyKey: string;
  /** Of a gift card: the first day on which it can be sent. */
  giftFrom?: string | null;
}

export function AddToCartForm({ variantId, available, idempotencyKey, giftFrom = null }: AddToCartFormProps) {
  const { state, pending, formProps } = useFormAction(addToCart, initialState(idempotencyKey));
  const soldOut = available <= 0;
  return (
    <form {...formProps} className="space-y-4">
      <input type="hidden" name="variantId" value={variantId} />
      <input type="hidden" name="key" value={state.key} />
      {giftFrom !== null && !soldOut && <GiftFields today={giftFrom} />}
      <div className="flex gap-3">
        {!soldOut && <QuantityInput max={available} />}
        <Button className="flex-1" disabled={soldOut} pending={pending} pendingLabel="Adding…">
          {soldOut ? 'Sold out' : 'Add to cart'}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {state.outcome === 'done' && !pending && (
          <Notice tone="good">
            <p>
              {state.message}{' '}
              <Link href="/cart" className="font-medium underline underline-offset-4">
                View cart
              </Link>
            </p>
          </Notice>
        )}
        {state.outcome === 'failed' && !pending && (
          <Notice tone="bad">
            <p>{state.message}</p>
          </Notice>
        )}
      </div>
    </form>
  );
}
