'use client';

import { CreditCard } from 'lucide-react';
import { Button } from '@/components/button.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { payNow } from './actions.ts';

export function PayNowForm({ orderToken }: { orderToken: string }) {
  const { state, pending, formProps } = useFormAction(payNow, { message: null });
  return (
    <form {...formProps} className="space-y-2">
      <input type="hidden" name="orderToken" value={orderToken} />
      <Button pending={pending} pendingLabel="Opening the payment page…">
        <CreditCard aria-hidden="true" className="size-4" /> Pay now
      </Button>
      <p role="alert" className="text-bad text-sm">
        {pending ? '' : state.message}
      </p>
    </form>
  );
}
