'use client';

import type { ReturnState } from '@turing/domain';
import { useState } from 'react';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { createIdempotencyKey } from '@/lib/idempotency.ts';
import { sendReturn, withdrawReturn } from './actions.ts';

interface ReturnStepsProps {
  token: string;
  back: { readonly id: string; readonly version: number; readonly status: ReturnState };
}

/** What a buyer can do with a return now. */
export function ReturnSteps({ token, back }: ReturnStepsProps) {
  if (back.status !== 'requested' && back.status !== 'approved') return null;
  return (
    <div className="border-line space-y-5 border-t pt-4">
      {back.status === 'approved' && <SentForm token={token} back={back} />}
      <WithdrawForm token={token} back={back} />
    </div>
  );
}

function Place({ token, back, name }: ReturnStepsProps & { name: string }) {
  return (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="return" value={back.id} />
      <input type="hidden" name="version" value={back.version} />
      <input type="hidden" name="key" value={name} />
    </>
  );
}

function SentForm({ token, back }: ReturnStepsProps) {
  const [key] = useState(createIdempotencyKey);
  const { state, pending, formProps } = useFormAction(sendReturn, { message: null, key });
  return (
    <form {...formProps} aria-label="It is on its way" className="space-y-4">
      <Place token={token} back={back} name={state.key} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Carrier" name="carrier" maxLength={60} hint="If you know it." />
        <TextField label="Tracking number" name="tracking" maxLength={80} hint="If there is one." />
      </div>
      <Button pending={pending} pendingLabel="Saving…">
        I have sent it
      </Button>
      <Problem message={pending ? null : state.message} />
    </form>
  );
}

function WithdrawForm({ token, back }: ReturnStepsProps) {
  const [key] = useState(createIdempotencyKey);
  const { state, pending, formProps } = useFormAction(withdrawReturn, { message: null, key });
  return (
    <form {...formProps} aria-label="Keep the items">
      <Place token={token} back={back} name={state.key} />
      <Button look="quiet" className="-ml-4" pending={pending} pendingLabel="Saving…">
        I would like to keep the items
      </Button>
      <Problem message={pending ? null : state.message} />
    </form>
  );
}

function Problem({ message }: { message: string | null }) {
  return (
    <p role="alert" className="text-bad text-sm font-medium">
      {message}
    </p>
  );
}
