'use client';

import type { Currency } from '@turing/domain';
import { Tag } from 'lucide-react';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { applyPromotion, removePromotion } from './actions.ts';
import { initialState } from './cart-form-state.ts';
import { explainPromotion } from './promotion-messages.ts';
import type { Cart } from './queries.ts';

export interface PromotionFormProps {
  promotion: Cart['promotion'];
  currency: Currency;
  idempotencyKey: string;
}

export function PromotionForm({ promotion, currency, idempotencyKey }: PromotionFormProps) {
  return promotion === null ? (
    <ApplyForm idempotencyKey={`a${idempotencyKey}`} />
  ) : (
    <AppliedCode promotion={promotion} currency={currency} idempotencyKey={`r${idempotencyKey}`} />
  );
}

function ApplyForm({ idempotencyKey }: { idempotencyKey: string }) {
  const { state, pending, formProps } = useFormAction(applyPromotion, initialState(idempotencyKey));
  return (
    <form {...formProps} className="flex items-start gap-2">
      <input type="hidden" name="key" value={state.key} />
      <TextField
        label="Promo code"
        name="code"
        defaultValue={state.typed}
        error={state.outcome === 'failed' ? state.message : null}
        maxLength={40}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        className="flex-1"
      />
      <Button look="secondary" pending={pending} className="mt-[1.625rem]">
        Apply
      </Button>
    </form>
  );
}

function AppliedCode({
  promotion,
  currency,
  idempotencyKey,
}: {
  promotion: NonNullable<Cart['promotion']>;
  currency: Currency;
  idempotencyKey: string;
}) {
  const { state, pending, formProps } = useFormAction(removePromotion, initialState(idempotencyKey));
  const explanation = explainPromotion(promotion, currency);
  return (
    <form {...formProps} className="space-y-2">
      <input type="hidden" name="key" value={state.key} />
      <div className="flex items-center justify-between gap-3 text-sm">
        <span className="inline-flex min-w-0 items-center gap-2">
          <Tag aria-hidden="true" className="text-accent size-4 shrink-0" />
          <span className="font-medium">{promotion.code}</span>
          <span className="text-muted truncate">{promotion.name}</span>
        </span>
        <button
          aria-disabled={pending || undefined}
          aria-label={`Remove code ${promotion.code}`}
          className="text-muted hover:text-ink py-2 underline underline-offset-4"
        >
          Remove
        </button>
      </div>
      {explanation !== null && (
        <Notice tone="warn">
          <p>{explanation}</p>
        </Notice>
      )}
      {state.outcome === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{state.message}</p>
        </Notice>
      )}
    </form>
  );
}
