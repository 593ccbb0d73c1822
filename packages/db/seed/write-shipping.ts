import type { Currency } from '@turing/domain';
import { insertRows, type Queryable } from '../src/testing/insert.ts';
import { pickups, remoteZones, shippingMethods } from './commerce/shipping.ts';
import type { Locations } from './write-stock.ts';

interface Zone {
  id: string;
  name: string;
  places: readonly { country: string; region?: string; postal?: string }[];
}

/** Writes zones, the methods in them with their rates, and where orders are fetched. */
export async function writeShipping(db: Queryable, newId: () => string, locations: Locations): Promise<void> {
  const zones = zonesOf(newId);
  await insertRows(
    db,
    'shipping_zone',
    zones.map(({ id, name }, position) => ({ id, name, position })),
  );
  await insertRows(
    db,
    'shipping_zone_place',
    zones.flatMap(({ id, places }) =>
      places.map(({ country, region = '', postal = '' }) => ({
        zone_id: id,
        country,
        region,
        postal_from: postal,
        postal_to: postal,
      })),
    ),
  );
  const ids = new Map(zones.map(({ id, name }) => [name, id]));
  const methods = [...deliveries(newId, ids), ...fetching(newId, { ids, locations })];
  await insertRows(
    db,
    'shipping_method',
    methods.map(({ rates: _rates, ...method }, position) => ({ ...method, position })),
  );
  await insertRows(
    db,
    'shipping_rate',
    methods.flatMap(({ id, rates }) => rates.map((rate) => ({ method_id: id, ...rate }))),
  );
}

function zonesOf(newId: () => string): Zone[] {
  const usual = new Map(shippingMethods.map(({ zone, countries }) => [zone, countries]));
  return [
    ...[...usual].map(([name, countries]) => ({
      id: newId(),
      name,
      places: countries.map((country) => ({ country })),
    })),
    ...remoteZones.map(({ zone, places }) => ({ id: newId(), name: zone, places })),
  ];
}

const byDefault = {
  kind: 'delivery',
  basis: 'flat',
  location_id: null as string | null,
  pickup_address: null as object | null,
};

function deliveries(newId: () => string, ids: ReadonlyMap<string, string>) {
  const flat = shippingMethods.map((method) => ({ ...method, bands: [] }));
  const remote = remoteZones.map(({ zone, method, bands }) => ({ ...method, zone, bands, freeOver: null }));
  return [...flat, ...remote].map(({ zone, days: [fewest, most], amounts, freeOver, bands, ...method }) => ({
    ...byDefault,
    id: newId(),
    code: method.code,
    name: method.name,
    description: method.description,
    basis: bands.length === 0 ? 'flat' : 'weight',
    zone_id: ids.get(zone) ?? null,
    min_days: fewest,
    max_days: most,
    rates: (Object.keys(amounts) as Currency[]).map((currency) => ({
      currency,
      amount_minor: amounts[currency],
      free_over_minor: freeOver?.[currency] ?? null,
      bands,
    })),
  }));
}

function fetching(
  newId: () => string,
  { ids, locations }: { ids: ReadonlyMap<string, string>; locations: Locations },
) {
  return pickups.map(({ zone, location, address, ...method }) => ({
    ...byDefault,
    ...method,
    id: newId(),
    kind: 'pickup',
    location_id: locations[location],
    pickup_address: address,
    zone_id: ids.get(zone) ?? null,
    min_days: 1,
    max_days: 2,
    rates: (['USD', 'EUR', 'GBP'] as const).map((currency) => ({
      currency,
      amount_minor: 0,
      free_over_minor: null,
      bands: [],
    })),
  }));
}
