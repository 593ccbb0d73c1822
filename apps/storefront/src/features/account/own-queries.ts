import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { shopperApi } from '@/lib/api.ts';
import { attempt, type Attempt } from '@/lib/attempt.ts';
import { hasSession, readCurrency } from '@/lib/session.ts';

export type Profile = RouterOutputs['customers']['profile']['get'];
export type Consent = RouterOutputs['customers']['consent']['get'];
export type Address = RouterOutputs['customers']['addresses']['list'][number];
export type Wishlist = RouterOutputs['orders']['wishlist']['list'];
export type Wish = Wishlist['items'][number];
export type OrderPage = RouterOutputs['orders']['mine'];
export type CreditEntry = RouterOutputs['orders']['credit']['history']['items'][number];

export interface Credit extends Pick<RouterOutputs['orders']['credit']['mine'], 'accounts'> {
  readonly history: RouterOutputs['orders']['credit']['history'];
}

/** What a page of the account shows; who is not signed in is asked to, and comes back. */
export async function ownOrSignIn<Value>(page: string, work: () => Promise<Value>): Promise<Attempt<Value>> {
  const door = `/sign-in?next=${encodeURIComponent(page)}`;
  if (!(await hasSession())) redirect(door);
  const result = await attempt(work());
  if (!result.ok && result.failure.code === 'UNAUTHENTICATED') redirect(door);
  return result;
}

/** What the database says of the customer, however old the session is. */
export const getProfile = cache((): Promise<Profile> => shopperApi().customers.profile.get.query());

export async function getDetails(): Promise<{ profile: Profile; consent: Consent }> {
  const [profile, consent] = await Promise.all([getProfile(), shopperApi().customers.consent.get.query()]);
  return { profile, consent };
}

export interface OrdersAsked {
  readonly cursor?: string | undefined;
  readonly number?: number | undefined;
}

/** The page of orders with whose it is. */
export async function getOverview(asked: OrdersAsked): Promise<{ profile: Profile; orders: OrderPage }> {
  const [profile, orders] = await Promise.all([getProfile(), listOwnOrders(asked)]);
  return { profile, orders };
}

export async function getCredit(cursor: string | undefined): Promise<Credit> {
  const { mine, history } = shopperApi().orders.credit;
  const [{ accounts }, page] = await Promise.all([mine.query(), history.query({ cursor })]);
  return { accounts, history: page };
}

export function listAddresses(): Promise<Address[]> {
  return shopperApi().customers.addresses.list.query();
}

export async function listWishes(): Promise<Wishlist> {
  return shopperApi().orders.wishlist.list.query({ currency: await readCurrency() });
}

/** The orders of the account; those placed as a guest with its verified address are put there first. */
async function listOwnOrders(asked: OrdersAsked): Promise<OrderPage> {
  if (asked.cursor === undefined) await shopperApi().orders.claim.mutate();
  return shopperApi().orders.mine.query({ ...asked, limit: 10 });
}

export function getOwnOrder(number: number): Promise<RouterOutputs['orders']['myOrder']> {
  return shopperApi().orders.myOrder.query({ number });
}
