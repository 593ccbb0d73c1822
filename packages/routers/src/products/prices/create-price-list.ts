import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { refuseTaken } from '../taken-store.ts';
import { getPriceList } from './get-price-list.ts';
import { insertPriceList, lockGroup } from './list-store.ts';
import type { CreatePriceListInput, PriceList, PriceListTerms } from './schemas.ts';

/** @throws CUSTOMER_GROUP_NOT_FOUND */
export async function assertGroup(
  tx: Transaction,
  { groupId }: Pick<PriceListTerms, 'groupId'>,
): Promise<void> {
  if (groupId !== null && !(await lockGroup(tx, groupId)))
    throw new ShopError('CUSTOMER_GROUP_NOT_FOUND', { id: groupId });
}

/**
 * Makes a price list, switched off and without prices.
 * @throws NAME_TAKEN, CUSTOMER_GROUP_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function createPriceList(ctx: StaffContext, input: CreatePriceListInput): Promise<PriceList> {
  const { idempotencyKey: _key, ...terms } = input;
  const id = await writeAsStaff(ctx, { operation: 'priceLists.create', input }, async (tx) => {
    await assertGroup(tx, terms);
    const taken = new ShopError('NAME_TAKEN', { name: terms.name });
    const made = await refuseTaken(insertPriceList(tx, terms), taken);
    return {
      audit: { entityType: 'price_list', entityId: made, before: null, after: { ...terms } },
      receipt: made,
    };
  });
  return getPriceList(ctx, id);
}
