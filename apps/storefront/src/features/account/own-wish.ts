import 'server-only';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { hasSession } from '@/lib/session.ts';

/** Whether the customer wishes for a variant; null for a guest. */
export async function findOwnWish(variantId: string | null): Promise<boolean | null> {
  if (variantId === null || !(await hasSession())) return null;
  const wished = await attempt(shopperApi().orders.wishlist.wished.query());
  return wished.ok ? wished.value.wished.includes(variantId) : null;
}
