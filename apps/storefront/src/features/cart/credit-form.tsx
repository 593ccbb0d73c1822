'use client';

import { formatMoney } from '@turing/domain';
import { Gift, Wallet } from 'lucide-react';
import { Button } from '@/components/button.tsx';
import { creditName } from '@/components/credit-rows.tsx';
import { TextField } from '@/components/field.tsx';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { initialState } from './cart-form-state.ts';
import { applyGiftCard, payWithStoreCredit, removeCredit } from './credit-actions.ts';
import type { Cart } from './queries.ts';

export interface CreditFormProps {
  cart: Pick<Cart, 'credits' | 'currency' | 'storeCreditMinor'>;
  idempotencyKey: string;
}

const reasons = {
  unusable: 'cannot be used any more',
  other_currency: 'is in another currency',
  empty: 'is empty',
} as const;

/** What pays the cart beside a card: gift cards by code, and the store credit of who is signed in. */
export function CreditForm({ cart, idempotencyKey }: CreditFormProps) {
  const { credits, storeCreditMinor } = cart;
  const usesStoreCredit = credits.some(({ kind }) => kind === 'store_credit');
  return (
    <div className="space-y-4">
      {credits.length > 0 && (
        <ul aria-label="Gift cards and store credit" className="space-y-3">
          {credits.map((credit) => (
            <HeldCredit
              key={credit.id}
              credit={credit}
              currency={cart.currency}
              idempotencyKey={`h${idempotencyKey}`}
            />
          ))}
        </ul>
      )}
      {storeCreditMinor > 0 && !usesStoreCredit && (
        <StoreCreditForm cart={cart} idempotencyKey={`s${idempotencyKey}`} />
      )}
      <CodeForm key={credits.length} idempotencyKey={`g${idempotencyKey}`} />
    </div>
  );
}

interface HeldCreditProps {
  credit: Cart['credits'][number];
  currency: Cart['currency'];
  idempotencyKey: string;
}

function HeldCredit({ credit, currency, idempotencyKey }: HeldCreditProps) {
  const { state, pending, formProps } = useFormAction(removeCredit, initialState(idempotencyKey));
  const Icon = credit.kind === 'store_credit' ? Wallet : Gift;
  const name = creditName(credit);
  return (
    <li className="text-sm">
      <form {...formProps} className="flex items-start gap-2.5">
        <input type="hidden" name="key" value={state.key} />
        <input type="hidden" name="accountId" value={credit.id} />
        <Icon
          aria-hidden="true"
          className={`mt-0.5 size-4 shrink-0 ${credit.reason === null ? 'text-accent' : 'text-muted'}`}
        />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{name}</p>
          <p className="text-muted">
            {credit.reason === null
              ? `${formatMoney({ amountMinor: credit.remainingMinor, currency })} left on it after this order`
              : `This one ${reasons[credit.reason]}.`}
          </p>
        </div>
        <button
          aria-disabled={pending || undefined}
          aria-label={`Take off: ${name}`}
          className="text-muted hover:text-ink -my-2 py-2 underline underline-offset-4"
        >
          Remove
        </button>
      </form>
      {state.outcome === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{state.message}</p>
        </Notice>
      )}
    </li>
  );
}

function StoreCreditForm({ cart, idempotencyKey }: CreditFormProps) {
  const { state, pending, formProps } = useFormAction(payWithStoreCredit, initialState(idempotencyKey));
  const amount = formatMoney({ amountMinor: cart.storeCreditMinor, currency: cart.currency });
  return (
    <form {...formProps} className="space-y-2">
      <input type="hidden" name="key" value={state.key} />
      <Button look="secondary" pending={pending} className="w-full">
        <Wallet aria-hidden="true" className="size-4" /> Use your store credit ({amount})
      </Button>
      {state.outcome === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{state.message}</p>
        </Notice>
      )}
    </form>
  );
}

function CodeForm({ idempotencyKey }: { idempotencyKey: string }) {
  const { state, pending, formProps } = useFormAction(applyGiftCard, initialState(idempotencyKey));
  return (
    <form {...formProps} className="flex items-start gap-2">
      <input type="hidden" name="key" value={state.key} />
      <TextField
        label="Gift card"
        name="code"
        defaultValue={state.typed}
        error={state.outcome === 'failed' ? state.message : null}
        maxLength={60}
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
