'use client';

import { formatMoney } from '@turing/domain';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { checkBalance } from './actions.ts';
import type { BalanceState } from './balance-state.ts';

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const initial: BalanceState = { balance: null, message: null, typed: '' };

/** Says what is left on a card to who has its code. */
export function BalanceForm() {
  const { state, pending, formProps } = useFormAction(checkBalance, initial);
  return (
    <section
      aria-labelledby="balance"
      className="bg-surface border-line space-y-5 rounded-lg border p-5 sm:p-7"
    >
      <h2 id="balance" className="text-heading font-medium">
        What is left on your card?
      </h2>
      <form {...formProps} className="flex flex-wrap items-start gap-3">
        <TextField
          key={state.typed}
          label="Gift card code"
          name="code"
          defaultValue={state.typed}
          error={state.message}
          placeholder="ABCD-EFGH-2345-6789"
          maxLength={60}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          className="min-w-52 flex-1"
        />
        <Button pending={pending} pendingLabel="Looking…" className="mt-[1.625rem]">
          Check the balance
        </Button>
      </form>
      <div role="status" aria-live="polite">
        {state.balance !== null && !pending && <Answer balance={state.balance} />}
      </div>
    </section>
  );
}

function Answer({ balance }: { balance: NonNullable<BalanceState['balance']> }) {
  const { lastFour, currency, balanceMinor, expiresAt } = balance;
  return (
    <div className="bg-accent-soft space-y-1 rounded-md p-5">
      <p className="text-muted text-sm">Gift card ending in {lastFour}</p>
      <p className="text-title font-medium tabular-nums">
        {formatMoney({ amountMinor: balanceMinor, currency })}
      </p>
      <p className="text-muted text-sm">
        {expiresAt === null
          ? 'It does not expire.'
          : `It can be used until ${dayFormat.format(new Date(Date.parse(expiresAt) - 1))}.`}
      </p>
    </div>
  );
}
