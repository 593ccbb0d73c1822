import { ShopError } from '@turing/domain';
import type { Context, Services } from '../../context.ts';
import type { CustomerActor } from '../identity/actors.ts';
import { findCustomerEmail } from './account-store.ts';
import { countParts } from './export-store.ts';
import { isFresh } from './fresh-sign-in.ts';
import { graceDaysOf } from './grace.ts';
import { listOpenOrders } from './open-order-store.ts';
import { findRequests } from './request-store.ts';
import type { Privacy, StaffPrivacy } from './schemas.ts';

type Reading = Pick<Context, 'db' | 'now'> & Pick<Services, 'erasureGraceDays'>;

/** What the shop has of a customer and what was asked to happen to it. @throws CUSTOMER_NOT_FOUND */
export async function getPrivacy(ctx: Reading & { readonly customer: CustomerActor }): Promise<Privacy> {
  const { reader } = ctx.db;
  const { id } = ctx.customer;
  const account = await findCustomerEmail(reader, id);
  if (account === null) throw new ShopError('CUSTOMER_NOT_FOUND', { id });
  const owner = { id, verifiedEmail: account.emailVerified ? account.email : null };
  const [held, asked] = await Promise.all([countParts(reader, owner), getAsked(ctx, id)]);
  return { email: account.email, mustSignInAgain: !isFresh(ctx.customer, ctx.now()), held, ...asked };
}

/** The same for staff: what was asked, not what there is. @throws CUSTOMER_NOT_FOUND */
export async function getPrivacyAsStaff(ctx: Reading, id: string): Promise<StaffPrivacy> {
  if ((await findCustomerEmail(ctx.db.reader, id)) === null)
    throw new ShopError('CUSTOMER_NOT_FOUND', { id });
  return getAsked(ctx, id);
}

async function getAsked(ctx: Reading, id: string): Promise<StaffPrivacy> {
  const [requests, openOrders] = await Promise.all([
    findRequests(ctx.db.reader, id),
    listOpenOrders(ctx.db.reader, id, ctx.now()),
  ]);
  return { ...requests, openOrders, graceDays: graceDaysOf(ctx) };
}
