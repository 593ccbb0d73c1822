import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { ChangeStoreCreditInput, StoreCredit } from './account-schemas.ts';
import { findStoreCredit } from './account-store.ts';
import { updateAccount } from './gift-card-write-store.ts';
import { bookEntries, lockStoreCredit } from './ledger-store.ts';
import { listCustomerAccounts } from './store-credit-store.ts';

/**
 * Gives a customer store credit or takes some of it by hand.
 * @throws CUSTOMER_NOT_FOUND, CREDIT_INSUFFICIENT with `balanceMinor`, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function changeStoreCredit(
  ctx: StaffContext,
  input: ChangeStoreCreditInput,
): Promise<StoreCredit> {
  const { customerId, currency, amountMinor, note } = input;
  await writeAsStaff(ctx, { operation: 'storeCredit.change', input }, async (tx) => {
    const known = await findStoreCredit(tx, { customerId, currency });
    const account = await lockStoreCredit(tx, { customerId, currency });
    // An account nobody has seen yet is looked at as none.
    assertVersion(input.version ?? 0, known === null ? 0 : account.version);
    const { id: accountId, version, balanceMinor } = account;
    if (balanceMinor + amountMinor < 0) throw new ShopError('CREDIT_INSUFFICIENT', { balanceMinor });
    const kind = amountMinor > 0 ? 'issued' : 'adjusted';
    const entry = {
      accountId,
      key: `adjust:${accountId}:${version}`,
      kind,
      amountMinor,
      reason: 'staff',
    } as const;
    await bookEntries(tx, [{ ...entry, note, staffId: ctx.staff.id }]);
    await updateAccount(tx, account);
    const before = { currency, balanceMinor };
    const after = { currency, balanceMinor: balanceMinor + amountMinor };
    return { audit: { entityType: 'customer', entityId: customerId, before, after }, receipt: null };
  });
  return listCustomerAccounts(ctx.db.reader, customerId);
}
