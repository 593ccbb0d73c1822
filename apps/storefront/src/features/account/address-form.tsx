'use client';

import { useEffect, useRef } from 'react';
import { AddressFields } from '@/components/address-fields.tsx';
import { Button, ButtonLink } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import type { AddressValues } from './address-values.ts';
import { saveAddress } from './own-actions.ts';
import { initialForm } from './own-form-state.ts';

export interface AddressFormProps {
  /** Empty for a new one. */
  id: string;
  values: AddressValues;
  defaults: { readonly shipping: boolean; readonly billing: boolean };
  idempotencyKey: string;
}

export function AddressForm({ id, values, defaults, idempotencyKey }: AddressFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state, pending, formProps } = useFormAction(saveAddress, initialForm(idempotencyKey));

  useEffect(() => {
    if (state.outcome === 'failed')
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);

  return (
    <form ref={form} {...formProps} noValidate aria-label="Address" className="max-w-2xl space-y-6">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="key" value={state.key} />
      {state.outcome === 'failed' && !pending && (
        <Notice tone="bad" role="alert">
          <p>{state.message}</p>
        </Notice>
      )}
      <AddressFields
        values={{ ...values, ...state.typed }}
        errors={state.errors}
        phoneHint="Only for the carrier, should they not find you."
      />
      <fieldset className="space-y-1">
        <legend className="text-sm font-medium">Use it as my usual</legend>
        <Usual name="defaultShipping" label="delivery address" isSet={defaults.shipping} />
        <Usual name="defaultBilling" label="billing address" isSet={defaults.billing} />
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button pending={pending} pendingLabel="Saving…">
          Save address
        </Button>
        <ButtonLink href="/account/addresses" look="secondary">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}

/** The usual address stays it until another one is chosen. */
function Usual({ name, label, isSet }: { name: string; label: string; isSet: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={isSet}
        disabled={isSet}
        className="size-5"
      />
      {label}
    </label>
  );
}
