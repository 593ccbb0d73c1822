'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { readText } from '@/lib/form-data.ts';
import { messageOf } from '@/lib/messages.ts';

export interface AcceptState {
  readonly message: string | null;
}

/** Makes the order of an offer and opens its payment page: however often it is sent, there is one order and one payment. */
export async function acceptOffer(_state: AcceptState, data: FormData): Promise<AcceptState> {
  const accepted = await attempt(
    shopperApi().orders.drafts.accept.mutate({
      token: readText(data, 'token'),
      expectedTotalMinor: Number(readText(data, 'totalMinor')),
    }),
  );
  if (!accepted.ok) {
    // What changed is shown beside the message.
    refresh();
    return { message: messageOf(accepted.failure) };
  }
  const { orderToken } = accepted.value;
  const started = await attempt(shopperApi().payments.startCheckout.mutate({ orderToken }));
  redirect(started.ok ? started.value.url : `/orders/${orderToken}?payment=unavailable`);
}
