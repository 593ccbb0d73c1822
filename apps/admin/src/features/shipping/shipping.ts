import type { RouterOutputs } from '@turing/client';
import { formatMoney } from '@turing/domain';
import { placeName } from '../../lib/places.ts';

export type ShippingZone = RouterOutputs['orders']['staff']['shipping']['zones'][number];
export type ShippingMethod = ShippingZone['methods'][number];
export type ShippingPlace = ShippingZone['places'][number];

/** "Germany", "Alaska", "United Kingdom IV". */
function describePlace({ country, region, postal }: ShippingPlace): string {
  return postal === '' ? placeName(country, region) : `${placeName(country, region)} ${postal}`;
}

/** "Austria, Belgium and 25 more". */
export function summarisePlaces(places: readonly ShippingPlace[]): string {
  const names = places.map(describePlace);
  return names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

/** "$5.95, free from $75.00", of a rate in its currency. */
export function describeRate(method: ShippingMethod, rate: ShippingMethod['rates'][number]): string {
  const money = (amountMinor: number) =>
    amountMinor === 0 ? 'Free' : formatMoney({ amountMinor, currency: rate.currency });
  const most = rate.bands.findLast(({ amountMinor }) => amountMinor !== null)?.amountMinor;
  const price =
    method.basis === 'flat' || most === undefined || most === null
      ? money(rate.amountMinor)
      : `${money(rate.amountMinor)} to ${money(most)} by ${method.basis}`;
  return rate.freeOverMinor === null ? price : `${price}, free from ${money(rate.freeOverMinor)}`;
}
