import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { shopperApi } from '@/lib/api.ts';

export type Customer = NonNullable<RouterOutputs['customers']['me']>;
export type OrderPage = RouterOutputs['orders']['mine'];

const sessionCookie = /(?:^|[.-])session_token$/u;

/** The signed-in customer; nobody without a session's cookie, which saves asking. */
export const findCustomer = cache(async (): Promise<Customer | null> => {
  const names = (await cookies()).getAll().map(({ name }) => name);
  return names.some((name) => sessionCookie.test(name)) ? shopperApi().customers.me.query() : null;
});

export function listMyOrders(cursor: string | undefined): Promise<OrderPage> {
  return shopperApi().orders.mine.query({ cursor, limit: 10 });
}
