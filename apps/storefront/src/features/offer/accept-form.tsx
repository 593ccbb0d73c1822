'use client';

import { formatMoney, type Currency } from '@turing/domain';
import { CreditCard } from 'lucide-react';
import { Button } from '@/components/button.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { acceptOffer } from './actions.ts';

export interface AcceptFormProps {
  token: string;
  totalMinor: number;
  currency: Currency;
}

export function AcceptForm({ token, totalMinor, currency }: AcceptFormProps) {
  const { state, pending, formProps } = useFormAction(acceptOffer, { message: null });
  return (
    <form {...formProps} className="space-y-3">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="totalMinor" value={totalMinor} />
      <Button pending={pending} pendingLabel="Opening the payment page…" className="w-full">
        <CreditCard aria-hidden="true" className="size-4" />
        {totalMinor === 0 ? 'Place the order' : `Pay ${formatMoney({ amountMinor: totalMinor, currency })}`}
      </Button>
      <p role="alert" className="text-bad text-sm">
        {pending ? '' : state.message}
      </p>
    </form>
  );
}
