import { type NextRequest, NextResponse } from 'next/server';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { env } from '@/lib/env.ts';
import { keepCartToken, readCartToken } from '@/lib/session.ts';

interface Context {
  params: Promise<{ token: string }>;
}

const pages = { restored: '/cart', ordered: '/cart', sign_in: '/sign-in?next=%2Fcart' } as const;

/** The way back from the letter about a cart: into this device's cart, with what is in it already. */
export async function GET(_request: NextRequest, { params }: Context): Promise<NextResponse> {
  const { token: restoreToken } = await params;
  const to = (page: string) => NextResponse.redirect(new URL(page, env().STOREFRONT_URL));
  if (!/^[\w-]{32}$/u.test(restoreToken)) return to('/cart');
  const token = await readCartToken();
  const restored = await attempt(shopperApi().orders.recovery.restore.mutate({ restoreToken, token }));
  if (!restored.ok) return to('/cart');
  if (restored.value.token !== null) await keepCartToken(restored.value.token);
  return to(pages[restored.value.outcome]);
}
