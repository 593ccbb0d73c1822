'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { shopperApi } from '@/lib/api.ts';
import { attempt, type Attempt } from '@/lib/attempt.ts';
import { readText } from '@/lib/form-data.ts';
import { createIdempotencyKey, nextIdempotencyKey } from '@/lib/idempotency.ts';
import { messageOf } from '@/lib/messages.ts';
import type { OwnFormState } from './own-form-state.ts';

const signInAgain = `/sign-in?again=1&next=${encodeURIComponent('/account/privacy')}`;

/** Asks for the file with everything; the letter says when it is there. */
export async function askForExport(_state: OwnFormState, data: FormData): Promise<OwnFormState> {
  const idempotencyKey = readText(data, 'key');
  const asked = await attempt(shopperApi().customers.privacy.requestExport.mutate({ idempotencyKey }));
  return outcomeOf(asked, idempotencyKey, 'We are gathering your data and write to you when it is ready.');
}

export async function askForErasure(_state: OwnFormState, data: FormData): Promise<OwnFormState> {
  const idempotencyKey = readText(data, 'key');
  if (!data.has('understood')) {
    const message = 'Please confirm that you have read what will happen.';
    return {
      outcome: 'failed',
      message,
      errors: { understood: message },
      typed: {},
      key: idempotencyKey,
    };
  }
  const asked = await attempt(shopperApi().customers.privacy.requestErasure.mutate({ idempotencyKey }));
  return outcomeOf(asked, idempotencyKey, 'Your account will be deleted.');
}

export async function keepAccount(): Promise<OwnFormState> {
  const kept = await attempt(shopperApi().customers.privacy.cancelErasure.mutate());
  return outcomeOf(kept, createIdempotencyKey(), 'Your account stays.');
}

function outcomeOf(result: Attempt<unknown>, key: string, message: string): OwnFormState {
  if (!result.ok && result.failure.code === 'SIGN_IN_NOT_FRESH') redirect(signInAgain);
  refresh();
  const rest = { errors: {}, typed: {} };
  if (result.ok) return { ...rest, outcome: 'done', message, key: createIdempotencyKey() };
  const next = nextIdempotencyKey(key, result.failure);
  if (result.failure.code === 'RATE_LIMITED')
    return {
      ...rest,
      outcome: 'failed',
      message: 'You can ask for one file a day. Please try again tomorrow.',
      key: next,
    };
  return { ...rest, outcome: 'failed', message: messageOf(result.failure), key: next };
}
