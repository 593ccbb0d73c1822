import type { Transaction } from '@turing/db';
import { normaliseAddress, type PostalAddress, ShopError, validateAddress } from '@turing/domain';
import { once } from '../../idempotency/idempotency-store.ts';
import type { CustomerContext } from '../customer-context.ts';
import { lockCustomer } from '../customer-store.ts';
import {
  deleteAddress,
  getAddress,
  insertAddress,
  listAddresses,
  makeDefault,
  updateAddress,
} from './address-store.ts';
import {
  type CreateAddressInput,
  mostAddresses,
  type RemoveAddressInput,
  type SavedAddress,
  type UpdateAddressInput,
} from './schemas.ts';

/**
 * Keeps an address in the customer's book; one that is there already is not kept twice. The first becomes both defaults.
 * Lock order: the key, then the customer.
 * @throws ADDRESS_INVALID with `fields`, ADDRESS_LIMIT_EXCEEDED, IDEMPOTENCY_KEY_REUSED
 */
export async function addAddress(ctx: CustomerContext, input: CreateAddressInput): Promise<SavedAddress> {
  const customerId = ctx.customer.id;
  const address = checked(input.address);
  const write = {
    scope: `customer:${customerId}`,
    key: input.idempotencyKey,
    operation: 'addresses.create',
    input,
  };
  const id = await ctx.db.transaction((tx) =>
    once(tx, write, async () => {
      await lockCustomer(tx, customerId);
      const book = await listAddresses(tx, customerId);
      const same = book.find((saved) => isSame(saved, address));
      if (same === undefined && book.length >= mostAddresses)
        throw new ShopError('ADDRESS_LIMIT_EXCEEDED', { mostAddresses });
      const kept = same?.id ?? (await insertAddress(tx, customerId, address));
      const first = book.length === 0;
      await setDefaults(tx, ctx, {
        id: kept,
        defaultShipping: first || input.defaultShipping,
        defaultBilling: first || input.defaultBilling,
      });
      return kept;
    }),
  );
  return getAddress(ctx.db.reader, customerId, id);
}

/**
 * Replaces an address of the customer's own.
 * @throws ADDRESS_INVALID with `fields`, ADDRESS_NOT_FOUND
 */
export async function changeAddress(ctx: CustomerContext, input: UpdateAddressInput): Promise<SavedAddress> {
  const customerId = ctx.customer.id;
  const address = checked(input.address);
  await ctx.db.transaction(async (tx) => {
    await lockCustomer(tx, customerId);
    await updateAddress(tx, { customerId, id: input.id, address, now: ctx.now() });
    await setDefaults(tx, ctx, input);
  });
  return getAddress(ctx.db.reader, customerId, input.id);
}

/**
 * Takes an address out of the customer's book. Orders keep the address they were sent to.
 * @throws ADDRESS_NOT_FOUND
 */
export async function removeAddress(ctx: CustomerContext, { id }: RemoveAddressInput): Promise<null> {
  await ctx.db.transaction(async (tx) => {
    await lockCustomer(tx, ctx.customer.id);
    await deleteAddress(tx, ctx.customer.id, id);
  });
  return null;
}

function checked(typed: PostalAddress): PostalAddress {
  const fields = validateAddress(typed);
  if (fields.length > 0) throw new ShopError('ADDRESS_INVALID', { fields });
  return normaliseAddress(typed);
}

type Wish = Pick<UpdateAddressInput, 'id' | 'defaultShipping' | 'defaultBilling'>;

async function setDefaults(tx: Transaction, ctx: CustomerContext, wish: Wish): Promise<void> {
  const whose = { customerId: ctx.customer.id, id: wish.id };
  if (wish.defaultShipping) await makeDefault(tx, whose, 'is_default');
  if (wish.defaultBilling) await makeDefault(tx, whose, 'is_default_billing');
}

const compared = ['name', 'line1', 'line2', 'city', 'region', 'postalCode', 'country', 'phone'] as const;

function isSame(saved: PostalAddress, address: PostalAddress): boolean {
  return compared.every((field) => saved[field] === address[field]);
}
