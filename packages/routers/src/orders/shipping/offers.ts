import { type PostalAddress, shippingTermsFor, type Parcel } from '@turing/domain';
import type { ShippingMethodRow } from '../checkout-store.ts';
import type { CarrierRate } from './shipping-rates.ts';

/** Where an order can be fetched. */
export interface PickupPlace {
  readonly locationId: string;
  readonly address: Omit<PostalAddress, 'name' | 'phone'>;
}

/** A way to send a cart, with its price before promotions. */
export interface ShippingOffer {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly minDays: number;
  readonly maxDays: number;
  readonly amountMinor: number;
  readonly freeOverMinor: number | null;
  /** Null when it is delivered. */
  readonly pickup: PickupPlace | null;
}

/** The methods that take a parcel: at the carrier's price where it gave one, else at the table's. */
export function offersOf(
  methods: readonly ShippingMethodRow[],
  parcel: Parcel,
  live: readonly CarrierRate[] | null,
): ShippingOffer[] {
  return methods.flatMap((method) => {
    const terms = shippingTermsFor(method.basis, method, parcel);
    if (terms === null) return [];
    const rate = live?.find(({ service }) => service === method.carrierService);
    const { code, name, description, locationId, pickupAddress } = method;
    const pickup =
      locationId === null || pickupAddress === null ? null : { locationId, address: pickupAddress };
    return [
      {
        code,
        name,
        description,
        minDays: rate?.minDays ?? method.minDays,
        maxDays: rate?.maxDays ?? method.maxDays,
        amountMinor: rate?.amountMinor ?? terms.amountMinor,
        freeOverMinor: terms.freeOverMinor,
        pickup,
      },
    ];
  });
}
