import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { shopperApi } from '@/lib/api.ts';

export type Privacy = RouterOutputs['customers']['privacy']['get'];

export function getPrivacy(): Promise<Privacy> {
  return shopperApi().customers.privacy.get.query();
}
