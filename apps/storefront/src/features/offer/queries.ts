import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { shopperApi } from '@/lib/api.ts';

export type Offer = RouterOutputs['orders']['drafts']['byToken'];

export function getOffer(token: string): Promise<Offer> {
  return shopperApi().orders.drafts.byToken.query({ token });
}
