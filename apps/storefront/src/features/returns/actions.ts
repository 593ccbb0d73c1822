'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { readText, readWhole } from '@/lib/form-data.ts';
import { nextIdempotencyKey } from '@/lib/idempotency.ts';
import { messageOf } from '@/lib/messages.ts';
import type { ReturnFormState } from './return-form-state.ts';
import { readReturn } from './return-values.ts';

/** Asks to send things back; the page of the order tells what comes of it. */
export async function requestReturn(_state: ReturnFormState, data: FormData): Promise<ReturnFormState> {
  const token = readText(data, 'token');
  const key = readText(data, 'key');
  const values = readReturn(data);
  if (values.lines.length === 0) return { message: 'Choose what you would like to send back.', key };
  const asked = await attempt(
    shopperApi().orders.returns.request.mutate({ token, ...values, idempotencyKey: key }),
  );
  if (asked.ok) redirect(`/orders/${token}#returns`);
  return { message: messageOf(asked.failure), key: nextIdempotencyKey(key, asked.failure) };
}

function placeOf(data: FormData) {
  return {
    token: readText(data, 'token'),
    returnId: readText(data, 'return'),
    version: readWhole(data, 'version', { min: 0, max: 1_000_000, fallback: 0 }),
    idempotencyKey: readText(data, 'key'),
  };
}

/** Keeps the things after all. */
export async function withdrawReturn(_state: ReturnFormState, data: FormData): Promise<ReturnFormState> {
  const place = placeOf(data);
  const done = await attempt(shopperApi().orders.returns.withdraw.mutate(place));
  revalidatePath('/orders/[token]', 'page');
  const key = place.idempotencyKey;
  return done.ok
    ? { message: null, key }
    : { message: messageOf(done.failure), key: nextIdempotencyKey(key, done.failure) };
}

/** Says that the parcel is on its way. */
export async function sendReturn(_state: ReturnFormState, data: FormData): Promise<ReturnFormState> {
  const place = placeOf(data);
  const carrier = readText(data, 'carrier') || null;
  const trackingNumber = readText(data, 'tracking') || null;
  const done = await attempt(shopperApi().orders.returns.send.mutate({ ...place, carrier, trackingNumber }));
  revalidatePath('/orders/[token]', 'page');
  const key = place.idempotencyKey;
  return done.ok
    ? { message: null, key }
    : { message: messageOf(done.failure), key: nextIdempotencyKey(key, done.failure) };
}
