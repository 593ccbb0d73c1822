import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { once } from '../../idempotency/idempotency-store.ts';
import type { CustomerContext } from '../customer-context.ts';
import { lockCustomer } from '../customer-store.ts';
import { assertVersion, type StaffContext, writeAsStaff } from '../write-as-staff.ts';
import { assertFresh } from './fresh-sign-in.ts';
import { findRequests, insertRequest } from './request-store.ts';
import type { RequestInput, RequestReceipt, StaffRequestInput } from './schemas.ts';

const dayMs = 86_400_000;

/**
 * Asks for a file with everything the shop knows of the customer. While one is being written there is no second.
 * @throws SIGN_IN_NOT_FRESH, RATE_LIMITED with `retryAfterMs` after another within a day, IDEMPOTENCY_KEY_REUSED
 */
export async function requestExport(ctx: CustomerContext, input: RequestInput): Promise<RequestReceipt> {
  const customerId = ctx.customer.id;
  assertFresh(ctx.customer, ctx.now());
  const { idempotencyKey } = input;
  const write = { scope: `customer:${customerId}`, key: idempotencyKey, operation: 'privacy.export', input };
  const id = await ctx.db.transaction((tx) =>
    once(tx, write, async () => {
      await lockCustomer(tx, customerId);
      return startExport(tx, { customerId, staffId: null, now: ctx.now() });
    }),
  );
  return { id };
}

/**
 * The same by staff, for who asked in another way. The file goes to the customer, never to staff.
 * @throws CUSTOMER_NOT_FOUND, VERSION_CONFLICT, RATE_LIMITED, IDEMPOTENCY_KEY_REUSED
 */
export async function requestExportAsStaff(
  ctx: StaffContext,
  input: StaffRequestInput,
): Promise<RequestReceipt> {
  return writeAsStaff(ctx, { operation: 'customers.exportData', input }, async (tx) => {
    const customer = await lockCustomer(tx, input.id);
    assertVersion(input.version, customer.version);
    const id = await startExport(tx, { customerId: input.id, staffId: ctx.staff.id, now: ctx.now() });
    return {
      audit: { entityType: 'customer', entityId: input.id, before: null, after: { requestId: id } },
      receipt: { id },
    };
  });
}

interface Asked {
  readonly customerId: string;
  readonly staffId: string | null;
  readonly now: Date;
}

async function startExport(tx: Transaction, asked: Asked): Promise<string> {
  const { export: last } = await findRequests(tx, asked.customerId);
  if (last?.status === 'waiting' || last?.status === 'running') return last.id;
  const retryAfterMs = last === null ? 0 : last.requestedAt.getTime() + dayMs - asked.now.getTime();
  if (last?.status === 'done' && retryAfterMs > 0) throw new ShopError('RATE_LIMITED', { retryAfterMs });
  return insertRequest(tx, { ...asked, kind: 'export', dueAt: asked.now });
}
