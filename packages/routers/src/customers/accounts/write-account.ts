import type { Transaction } from '@turing/db';
import { type LockedCustomer, lockCustomer } from '../customer-store.ts';
import { assertVersion, type StaffContext, type StaffWrite, writeAsStaff } from '../write-as-staff.ts';
import type { Version } from './schemas.ts';

interface AccountChange {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/**
 * One change of one customer by staff, on the version they looked at. Lock order: the key, then the customer.
 * @throws CUSTOMER_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function writeAccount(
  ctx: StaffContext,
  write: StaffWrite & { readonly input: { readonly id: string; readonly version: number } },
  change: (tx: Transaction, customer: LockedCustomer) => Promise<AccountChange>,
): Promise<Version> {
  const { id, version } = write.input;
  return writeAsStaff(ctx, write, async (tx) => {
    const customer = await lockCustomer(tx, id);
    assertVersion(version, customer.version);
    const { before, after } = await change(tx, customer);
    return {
      audit: { entityType: 'customer', entityId: id, before, after },
      receipt: { version: version + 1 },
    };
  });
}
