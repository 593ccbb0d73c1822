import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { shopperApi } from '@/lib/api.ts';

export type Order = RouterOutputs['orders']['byToken'];

export function getOrder(token: string): Promise<Order> {
  return shopperApi().orders.byToken.query({ token });
}

type OrderDocument = RouterOutputs['orders']['documents']['byToken'][number];

export function listDocuments(token: string): Promise<OrderDocument[]> {
  return shopperApi().orders.documents.byToken.query({ token });
}

/** Asks the payment provider how the payment went, so that the page need not wait for its message. */
export function syncPayment(token: string): Promise<unknown> {
  return shopperApi().payments.sync.mutate({ orderToken: token });
}
