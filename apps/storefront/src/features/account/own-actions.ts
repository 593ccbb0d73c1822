'use server';

import type { ApiFailure } from '@turing/client';
import { isPhoneNumber, validateAddress } from '@turing/domain';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { readText } from '@/lib/form-data.ts';
import { createIdempotencyKey, nextIdempotencyKey } from '@/lib/idempotency.ts';
import { messageOf } from '@/lib/messages.ts';
import { readAddress, toPostalAddress } from './address-values.ts';
import type { OwnFormState } from './own-form-state.ts';

type Issue = { readonly field: string; readonly message: string };

function refused(
  state: Pick<OwnFormState, 'typed' | 'key'>,
  message: string,
  issues: readonly Issue[] = [],
): OwnFormState {
  const errors = Object.fromEntries(issues.map((issue) => [issue.field, issue.message]));
  return { ...state, outcome: 'failed', message, errors };
}

function done(message: string, typed: OwnFormState['typed'] = {}): OwnFormState {
  return { outcome: 'done', message, errors: {}, typed, key: createIdempotencyKey() };
}

/** Keeps a new address or changes one that is there, and goes back to the address book. */
export async function saveAddress(_state: OwnFormState, data: FormData): Promise<OwnFormState> {
  const typed = readAddress((name) => readText(data, name));
  const key = readText(data, 'key');
  const state = { typed: { ...typed }, key };
  const address = toPostalAddress(typed);
  const issues = validateAddress(address);
  if (issues.length > 0) return refused(state, 'Some fields need another look.', issues);
  const id = readText(data, 'id');
  const defaults = {
    defaultShipping: data.has('defaultShipping'),
    defaultBilling: data.has('defaultBilling'),
  };
  const { addresses } = shopperApi().customers;
  const saved = await attempt(
    id === ''
      ? addresses.create.mutate({ address, ...defaults, idempotencyKey: key })
      : addresses.update.mutate({ id, address, ...defaults }),
  );
  if (!saved.ok) {
    const next = { ...state, key: nextIdempotencyKey(key, saved.failure) };
    return refused(next, messageOf(saved.failure), issuesOf(saved.failure));
  }
  redirect('/account/addresses');
}

function issuesOf({ code, details }: ApiFailure): Issue[] {
  return code === 'ADDRESS_INVALID' && Array.isArray(details.fields) ? (details.fields as Issue[]) : [];
}

export async function removeAddress(_state: OwnFormState, data: FormData): Promise<OwnFormState> {
  const key = readText(data, 'key');
  const removed = await attempt(shopperApi().customers.addresses.delete.mutate({ id: readText(data, 'id') }));
  refresh();
  // One that is gone already is gone.
  if (removed.ok || removed.failure.code === 'ADDRESS_NOT_FOUND') return done('Address removed.');
  return refused({ typed: {}, key }, messageOf(removed.failure));
}

export async function saveProfile(_state: OwnFormState, data: FormData): Promise<OwnFormState> {
  const typed = { name: readText(data, 'name'), phone: readText(data, 'phone') };
  const state = { typed, key: readText(data, 'key') };
  const issues = [
    ...(typed.name === '' ? [{ field: 'name', message: 'Enter your name.' }] : []),
    ...(typed.phone === '' || isPhoneNumber(typed.phone)
      ? []
      : [{ field: 'phone', message: 'Enter a phone number, such as +1 503 555 0100.' }]),
  ];
  if (issues.length > 0) return refused(state, 'Some fields need another look.', issues);
  const saved = await attempt(shopperApi().customers.profile.update.mutate(typed));
  if (!saved.ok) return refused(state, messageOf(saved.failure));
  refresh();
  return done('Your details are saved.', typed);
}

/** One press for yes and one for no. */
export async function saveConsent(_state: OwnFormState, data: FormData): Promise<OwnFormState> {
  const granted = readText(data, 'granted') === 'yes';
  const saved = await attempt(shopperApi().customers.consent.set.mutate({ granted, source: 'account' }));
  if (!saved.ok) return refused({ typed: {}, key: '' }, messageOf(saved.failure));
  refresh();
  return done(granted ? 'You will hear from us.' : 'We will not write to you any more.');
}
