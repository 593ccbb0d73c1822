'use server';

import { redirect } from 'next/navigation';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { readText } from '@/lib/form-data.ts';
import { messageOf } from '@/lib/messages.ts';

export interface PayState {
  readonly message: string | null;
}

/** Opens the payment page, or the one that is open already: however often it is sent, there is one payment. */
export async function payNow(_state: PayState, data: FormData): Promise<PayState> {
  const orderToken = readText(data, 'orderToken');
  const started = await attempt(shopperApi().payments.startCheckout.mutate({ orderToken }));
  if (started.ok) redirect(started.value.url);
  const moved = started.failure.code === 'ORDER_NOT_PAYABLE' || started.failure.code === 'ORDER_EXPIRED';
  if (moved) redirect(`/orders/${orderToken}`);
  return { message: messageOf(started.failure) };
}
