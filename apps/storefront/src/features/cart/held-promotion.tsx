'use client';

import { formatMoney, type Currency } from '@turing/domain';
import { Clock, Sparkles, Tag } from 'lucide-react';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { promotionSentence, type CartPromotion } from '@/lib/promotion-sentence.ts';
import { removePromotion } from './actions.ts';
import { initialState } from './cart-form-state.ts';

export interface HeldPromotionProps {
  promotion: CartPromotion;
  currency: Currency;
  idempotencyKey: string;
}

export function HeldPromotion({ promotion, currency, idempotencyKey }: HeldPromotionProps) {
  const { code, name, applied, reason } = promotion;
  const CodeIcon = reason?.kind === 'decided_at_checkout' ? Clock : Tag;
  const Icon = code === null ? Sparkles : CodeIcon;
  return (
    <li className="text-sm">
      <div className="flex items-start gap-2.5">
        <Icon
          aria-hidden="true"
          className={`mt-0.5 size-4 shrink-0 ${applied ? 'text-accent' : 'text-muted'}`}
        />
        <div className="min-w-0 flex-1">
          <p className={applied ? '' : 'text-muted'}>
            {code !== null && <span className="text-ink block font-medium break-words">{code}</span>}
            <span className={code === null ? 'font-medium' : 'text-muted'}>{name}</span>
          </p>
          {reason !== null && <p className="text-muted">{promotionSentence(reason, currency)}</p>}
        </div>
        <Saving promotion={promotion} currency={currency} />
      </div>
      {code !== null && <RemoveForm code={code} idempotencyKey={idempotencyKey} />}
    </li>
  );
}

function Saving({ promotion, currency }: { promotion: CartPromotion; currency: Currency }) {
  const { applied, discountMinor, shippingMinor, freesShipping } = promotion;
  if (!applied) return null;
  const amountMinor = -(discountMinor + shippingMinor);
  return (
    <span className="text-good shrink-0 font-medium tabular-nums">
      {amountMinor === 0 && freesShipping ? 'Free shipping' : formatMoney({ amountMinor, currency })}
    </span>
  );
}

function RemoveForm({ code, idempotencyKey }: { code: string; idempotencyKey: string }) {
  const { state, pending, formProps } = useFormAction(removePromotion, initialState(idempotencyKey));
  return (
    <form {...formProps} className="space-y-2 pl-6.5">
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="code" value={code} />
      <button
        aria-disabled={pending || undefined}
        aria-label={`Remove code ${code}`}
        className="text-muted hover:text-ink -my-1 py-2 underline underline-offset-4"
      >
        Remove
      </button>
      {state.outcome === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{state.message}</p>
        </Notice>
      )}
    </form>
  );
}
