import { isUniqueViolation, type Reader, type Transaction } from '@turing/db';
import { formatPostalRange, parsePostalRange, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { ShippingZone, ZoneTerms } from './schemas.ts';

type ZoneRow = Omit<ShippingZone, 'places'> & {
  readonly places: readonly { country: string; region: string; from: string; to: string }[];
};

/** Every zone with its places and methods, in staff's order: there are few. */
export async function listZones(reader: Reader): Promise<ShippingZone[]> {
  const { rows } = await sql<ZoneRow>`
    select z.id, z.name, z.position, z.version,
      (select coalesce(json_agg(json_build_object('country', p.country, 'region', p.region, 'from', p.postal_from, 'to', p.postal_to)
        order by p.country, p.region, p.postal_from), '[]') from shipping_zone_place p where p.zone_id = z.id) as places,
      (select coalesce(json_agg(json_build_object('id', m.id, 'code', m.code, 'name', m.name, 'description', m.description,
        'minDays', m.min_days, 'maxDays', m.max_days, 'kind', m.kind, 'basis', m.basis, 'carrierService', m.carrier_service,
        'locationId', m.location_id, 'pickupAddress', m.pickup_address, 'active', m.active, 'position', m.position,
        'version', m.version,
        'rates', (select coalesce(json_agg(json_build_object('currency', r.currency, 'amountMinor', r.amount_minor,
          'freeOverMinor', r.free_over_minor, 'bands', r.bands) order by r.currency), '[]')
          from shipping_rate r where r.method_id = m.id)
      ) order by m.position, m.code), '[]') from shipping_method m where m.zone_id = z.id) as methods
    from shipping_zone z order by z.position, z.name limit 200`.execute(reader);
  return rows.map(({ places, ...zone }) => ({
    ...zone,
    places: places.map(({ country, region, from, to }) => ({
      country,
      region,
      postal: formatPostalRange({ from, to }),
    })),
  }));
}

export interface LockedZone {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** @throws SHIPPING_ZONE_NOT_FOUND */
export async function lockZone(tx: Transaction, id: string): Promise<LockedZone> {
  const row = await tx
    .selectFrom('shipping_zone')
    .select(['id', 'name', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('SHIPPING_ZONE_NOT_FOUND', { id });
  return row;
}

async function refuseTakenName<Result>(write: Promise<Result>, name: string): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('NAME_TAKEN', { name }) : error;
  }
}

/** Adds a zone after all others. @throws NAME_TAKEN */
export async function insertZone(tx: Transaction, { name, places }: ZoneTerms): Promise<string> {
  const position = sql<number>`(select coalesce(max(position) + 1, 0) from shipping_zone)`;
  const row = tx.insertInto('shipping_zone').values({ name, position }).returning('id');
  const { id } = await refuseTakenName(row.executeTakeFirstOrThrow(), name);
  await writePlaces(tx, id, places);
  return id;
}

/** @throws NAME_TAKEN */
export async function updateZoneRow(tx: Transaction, zone: LockedZone, terms: ZoneTerms): Promise<void> {
  const update = tx
    .updateTable('shipping_zone')
    .set({ name: terms.name, version: zone.version + 1, updated_at: sql`now()` })
    .where('id', '=', zone.id);
  await refuseTakenName(update.execute(), terms.name);
  await tx.deleteFrom('shipping_zone_place').where('zone_id', '=', zone.id).execute();
  await writePlaces(tx, zone.id, terms.places);
}

/** Takes its methods with it. */
export async function deleteZoneRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('shipping_zone').where('id', '=', id).execute();
}

/** The places of a zone as an audit tells them. */
export async function listPlaces(tx: Transaction, zoneId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('shipping_zone_place')
    .select(['country', 'region', 'postal_from as from', 'postal_to as to'])
    .where('zone_id', '=', zoneId)
    .orderBy('country')
    .orderBy('region')
    .orderBy('postal_from')
    .execute();
  return rows.map((row) => describePlace({ ...row, postal: formatPostalRange(row) }));
}

export function describePlace(place: ZoneTerms['places'][number]): string {
  return [place.country, place.region, place.postal].filter(Boolean).join(' ');
}

async function writePlaces(tx: Transaction, zoneId: string, places: ZoneTerms['places']): Promise<void> {
  const rows = places.map(({ country, region, postal }) => {
    const range = postal === '' ? null : parsePostalRange(postal);
    return {
      zone_id: zoneId,
      country,
      region,
      postal_from: range?.from ?? '',
      postal_to: range?.to ?? '',
    };
  });
  await tx
    .insertInto('shipping_zone_place')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
