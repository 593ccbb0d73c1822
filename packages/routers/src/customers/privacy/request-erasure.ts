import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { Services } from '../../context.ts';
import { once } from '../../idempotency/idempotency-store.ts';
import type { CustomerContext } from '../customer-context.ts';
import { type LockedCustomer, lockCustomer } from '../customer-store.ts';
import { assertVersion, type StaffContext, writeAsStaff } from '../write-as-staff.ts';
import { assertFresh } from './fresh-sign-in.ts';
import { graceDaysOf } from './grace.ts';
import { queuePrivacyLetter } from './letter-store.ts';
import { insertRequest, lockOpenRequest, updateRequest } from './request-store.ts';
import type { RequestInput, RequestReceipt, StaffErasureInput, StaffRequestInput } from './schemas.ts';

const dayMs = 86_400_000;

/** Needs to know how long somebody may change their mind. */
export type ErasureContext = CustomerContext & Pick<Services, 'erasureGraceDays'>;
export type StaffErasureContext = StaffContext & Pick<Services, 'erasureGraceDays'>;

/**
 * Asks for the account to be deleted when the days of grace are over. Asked twice, it is
 * deleted once, on the day of the first asking. Lock order here and everywhere: the key, the customer, the request.
 * @throws SIGN_IN_NOT_FRESH, CUSTOMER_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function requestErasure(ctx: ErasureContext, input: RequestInput): Promise<RequestReceipt> {
  const now = ctx.now();
  const customerId = ctx.customer.id;
  assertFresh(ctx.customer, now);
  const { idempotencyKey } = input;
  const write = { scope: `customer:${customerId}`, key: idempotencyKey, operation: 'privacy.erase', input };
  const dueAt = new Date(now.getTime() + graceDaysOf(ctx) * dayMs);
  const id = await ctx.db.transaction((tx) =>
    once(tx, write, async () => {
      const customer = await lockCustomer(tx, customerId);
      return startErasure(tx, customer, { staffId: null, now, dueAt });
    }),
  );
  return { id };
}

/**
 * The same by staff, for who asked in another way. The audit names the customer by id.
 * @throws CUSTOMER_NOT_FOUND, VERSION_CONFLICT, ERASURE_UNDER_WAY, IDEMPOTENCY_KEY_REUSED
 */
export async function requestErasureAsStaff(
  ctx: StaffErasureContext,
  input: StaffErasureInput,
): Promise<RequestReceipt> {
  const now = ctx.now();
  const dueAt = new Date(now.getTime() + (input.atOnce ? 0 : graceDaysOf(ctx) * dayMs));
  return writeAsStaff(ctx, { operation: 'customers.erase', input }, async (tx) => {
    const customer = await lockCustomer(tx, input.id);
    assertVersion(input.version, customer.version);
    if (input.atOnce) await endOpen(tx, input.id, now);
    const id = await startErasure(tx, customer, { staffId: ctx.staff.id, now, dueAt });
    const after = { requestId: id, dueAt: dueAt.toISOString() };
    return { audit: { entityType: 'customer', entityId: input.id, before: null, after }, receipt: { id } };
  });
}

/**
 * Keeps the account after all.
 * @throws ERASURE_NOT_FOUND, ERASURE_UNDER_WAY
 */
export async function cancelErasure(ctx: CustomerContext): Promise<null> {
  await ctx.db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, ctx.customer.id);
    await callOff(tx, customer, ctx.now());
  });
  return null;
}

/** @throws CUSTOMER_NOT_FOUND, VERSION_CONFLICT, ERASURE_NOT_FOUND, ERASURE_UNDER_WAY, IDEMPOTENCY_KEY_REUSED */
export async function cancelErasureAsStaff(
  ctx: StaffContext,
  input: StaffRequestInput,
): Promise<RequestReceipt> {
  return writeAsStaff(ctx, { operation: 'customers.keepAccount', input }, async (tx) => {
    const customer = await lockCustomer(tx, input.id);
    assertVersion(input.version, customer.version);
    const id = await callOff(tx, customer, ctx.now());
    return {
      audit: { entityType: 'customer', entityId: input.id, before: { requestId: id }, after: null },
      receipt: { id },
    };
  });
}

interface Asked {
  readonly staffId: string | null;
  readonly now: Date;
  readonly dueAt: Date;
}

async function startErasure(tx: Transaction, customer: LockedCustomer, asked: Asked): Promise<string> {
  const open = await lockOpenRequest(tx, 'erasure', customer.id);
  if (open !== null) return open.id;
  const id = await insertRequest(tx, { ...asked, kind: 'erasure', customerId: customer.id });
  if (asked.dueAt > asked.now) {
    await queuePrivacyLetter(tx, {
      template: 'erasure-announced',
      to: customer.email,
      path: '/account/privacy',
      day: asked.dueAt.toISOString(),
    });
  }
  return id;
}

async function callOff(tx: Transaction, customer: LockedCustomer, now: Date): Promise<string> {
  const id = await endOpen(tx, customer.id, now);
  if (id === null) throw new ShopError('ERASURE_NOT_FOUND');
  await queuePrivacyLetter(tx, { template: 'erasure-called-off', to: customer.email, path: '/account' });
  return id;
}

async function endOpen(tx: Transaction, customerId: string, now: Date): Promise<string | null> {
  const open = await lockOpenRequest(tx, 'erasure', customerId);
  if (open === null) return null;
  if (open.status === 'running') throw new ShopError('ERASURE_UNDER_WAY');
  await updateRequest(tx, open.id, { status: 'cancelled', finished_at: now });
  return open.id;
}
