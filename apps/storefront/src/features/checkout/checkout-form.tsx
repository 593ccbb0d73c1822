'use client';

import { useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { checkout } from './actions.ts';
import { AddressFields } from './address-fields.tsx';
import { ContactFields } from './contact-fields.tsx';
import type { CheckoutState } from './checkout-state.ts';
import { OrderReview } from './order-review.tsx';
import { addressValues, isPickup } from './checkout-values.ts';
import type { CheckoutCart, SavedAddress } from './queries.ts';
import { PaymentMethods } from './payment-methods.tsx';
import { ShippingMethods } from './shipping-methods.tsx';
import { NoteField } from './note-field.tsx';
import { useDraft } from './use-draft.ts';

export interface CheckoutFormProps {
  cart: CheckoutCart;
  addresses: readonly SavedAddress[] | null;
  initial: CheckoutState;
}

export function CheckoutForm({ cart, addresses, initial }: CheckoutFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [placing, setPlacing] = useState(false);
  const [restored, setRestored] = useState(false);
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

  // A page the browser kept as it was would still be placing its order.
  useEffect(() => {
    const reload = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    window.addEventListener('pageshow', reload);
    return () => window.removeEventListener('pageshow', reload);
  }, []);

  const draft = useDraft(form, (found) => {
    setRestored(true);
    quoteFor(found);
  });

  function quoteFor(data: FormData): void {
    data.set('intent', 'quote');
    send(data);
  }

  function requote(): void {
    if (form.current !== null) quoteFor(new FormData(form.current));
  }

  /** The fields are filled once the answer with its prices is there. */
  function pick(address: SavedAddress): void {
    if (form.current === null) return;
    const data = new FormData(form.current);
    for (const [name, value] of Object.entries(addressValues(address))) data.set(name, value);
    // Picked again, an address fills the fields again.
    data.set('addressId', `${address.id}:${state.turn + 1}`);
    quoteFor(data);
  }

  return (
    <form
      ref={form}
      {...formProps}
      onInput={draft.save}
      noValidate
      className="grid items-start gap-10 lg:grid-cols-[1fr_24rem] lg:gap-16"
    >
      {/* The first submit button of a form is the one the Enter key presses. */}
      <button name="intent" value="place" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="totalMinor" value={quote?.pricing.totalMinor ?? ''} />
      <input type="hidden" name="creditMinor" value={quote?.creditMinor ?? ''} />
      <div
        key={`${restored && state.turn > 0 ? 'restored' : 'new'} ${values.addressId}`}
        className="min-w-0 space-y-12"
      >
        {message !== null && !pending && (
          <div role="alert" tabIndex={-1} className="outline-none">
            <Notice tone="bad">
              <p>{message}</p>
            </Notice>
          </div>
        )}
        <ContactFields
          values={values}
          errors={errors}
          isGuest={addresses === null}
          onEmailChange={() => cart.promotions.length > 0 && requote()}
        />
        <AddressFields
          values={values}
          errors={errors}
          addresses={addresses}
          onPlaceChange={requote}
          onPick={pick}
          isPickup={isPickup(quote)}
          isDigital={cart.isDigital}
        />
        <ShippingMethods quote={quote} onChoose={requote} />
        <PaymentMethods quote={quote} />
        <NoteField value={values.note} error={errors.note ?? null} />
      </div>
      <OrderReview cart={cart} quote={quote} busy={pending ? work : null} />
    </form>
  );
}
