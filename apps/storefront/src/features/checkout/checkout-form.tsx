'use client';

import { useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { checkout } from './actions.ts';
import { AddressFields } from './address-fields.tsx';
import { ContactFields } from './contact-fields.tsx';
import type { CheckoutState } from './checkout-state.ts';
import { OrderReview } from './order-review.tsx';
import type { CheckoutCart } from './queries.ts';
import { ShippingMethods } from './shipping-methods.tsx';
import { NoteField } from './note-field.tsx';

export interface CheckoutFormProps {
  cart: CheckoutCart;
  initial: CheckoutState;
}

export function CheckoutForm({ cart, initial }: CheckoutFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [placing, setPlacing] = useState(false);
  const { state, pending, send, formProps } = useFormAction(checkout, initial, (data) =>
    setPlacing(data.get('intent') === 'place'),
  );
  const { values, errors, quote, message } = state;
  const work = placing ? 'placing' : 'quoting';

  useEffect(() => {
    if (state.message === null) return;
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    (find('[aria-invalid="true"]') ?? find('[role="alert"]'))?.focus();
  }, [state]);

  function requote(): void {
    if (form.current === null) return;
    const data = new FormData(form.current);
    data.set('intent', 'quote');
    send(data);
  }

  return (
    <form
      ref={form}
      {...formProps}
      noValidate
      className="grid items-start gap-10 lg:grid-cols-[1fr_24rem] lg:gap-16"
    >
      {/* The first submit button of a form is the one the Enter key presses. */}
      <button name="intent" value="place" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="totalMinor" value={quote?.pricing.totalMinor ?? ''} />
      <div className="min-w-0 space-y-12">
        {message !== null && !pending && (
          <div role="alert" tabIndex={-1} className="outline-none">
            <Notice tone="bad">
              <p>{message}</p>
            </Notice>
          </div>
        )}
        <ContactFields values={values} errors={errors} />
        <AddressFields values={values} errors={errors} onPlaceChange={requote} />
        <ShippingMethods quote={quote} onChoose={requote} />
        <NoteField value={values.note} error={errors.note ?? null} />
      </div>
      <OrderReview cart={cart} quote={quote} busy={pending ? work : null} />
    </form>
  );
}
