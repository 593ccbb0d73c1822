'use client';

import type { Currency } from '@turing/domain';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { applyPromotion } from './actions.ts';
import { initialState } from './cart-form-state.ts';
import { HeldPromotion } from './held-promotion.tsx';
import type { Cart } from './queries.ts';

export interface PromotionFormProps {
  promotions: Cart['promotions'];
  currency: Currency;
  idempotencyKey: string;
}

/** The codes of a cart with what each gives or why not, what applies by itself, and a field for one more. */
export function PromotionForm({ promotions, currency, idempotencyKey }: PromotionFormProps) {
  return (
    <div className="space-y-4">
      {promotions.length > 0 && (
        <ul aria-label="Promotions" className="space-y-3">
          {promotions.map((promotion) => (
            <HeldPromotion
              key={promotion.id}
              promotion={promotion}
              currency={currency}
              idempotencyKey={`r${idempotencyKey}`}
            />
          ))}
        </ul>
      )}
      {/* Another number of codes is another form: what was typed is gone. */}
      <CodeForm
        key={promotions.filter(({ code }) => code !== null).length}
        idempotencyKey={`a${idempotencyKey}`}
      />
    </div>
  );
}

function CodeForm({ idempotencyKey }: { idempotencyKey: string }) {
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
