import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { cache } from 'react';
import { shopperApi } from '@/lib/api.ts';
import { hasSession } from '@/lib/session.ts';

export type Customer = NonNullable<RouterOutputs['customers']['me']>;

/** The signed-in customer, if any. */
export const findCustomer = cache(async (): Promise<Customer | null> =>
  (await hasSession()) ? shopperApi().customers.me.query() : null,
);
