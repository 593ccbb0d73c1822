import { type AddressIssue, type PostalAddress, ShopError } from '@turing/domain';
import { checkAddress, phoneIssue } from '../check-address.ts';
import type { Destination } from './checkout-pricing.ts';
import type { PlaceOrderInput } from './checkout-schemas.ts';
import type { PickupPlace } from './shipping/offers.ts';

/** Who gets an order, and the place it is priced for. `address` is null when it can only be fetched. */
export interface Recipient {
  readonly name: string;
  readonly phone: string | null;
  readonly address: PostalAddress | null;
  readonly place: Destination;
}

/**
 * Reads who an order is for: an address, or for orders that are fetched a name.
 * @throws ADDRESS_INVALID with `fields`
 */
export function readRecipient({ address, pickup }: Pick<PlaceOrderInput, 'address' | 'pickup'>): Recipient {
  if (address !== null) {
    const checked = checkAddress(address);
    return { name: checked.name, phone: checked.phone, address: checked, place: checked };
  }
  if (pickup === null) throw refusal([{ field: 'line1', message: 'Enter a street address.' }]);
  const { name, phone, ...place } = pickup;
  const fields: AddressIssue[] = [];
  if (name === '') fields.push({ field: 'name', message: 'Enter a name.' });
  const wrong = phoneIssue(phone, place.country);
  if (wrong !== null) fields.push({ field: 'phone', message: wrong });
  if (fields.length > 0) throw refusal(fields);
  return { name, phone: phone === '' ? null : phone, address: null, place };
}

/**
 * The address of the order: the recipient's own, or the place where it is fetched under their name.
 * @throws ADDRESS_INVALID when it is to be delivered and nobody said where
 */
export function addressFor(recipient: Recipient, pickup: PickupPlace | null): PostalAddress {
  const { name, phone, address } = recipient;
  if (pickup !== null) return { ...pickup.address, name, phone };
  if (address === null) throw refusal([{ field: 'line1', message: 'Enter a street address.' }]);
  return address;
}

function refusal(fields: readonly AddressIssue[]): ShopError {
  return new ShopError('ADDRESS_INVALID', { fields });
}
