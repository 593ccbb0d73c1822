import { isUniqueViolation, type Reader, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { PublicRegion, Region, RegionTerms } from './schemas.ts';

const countriesOf = sql<
  string[]
>`(select coalesce(json_agg(c.country order by c.country), '[]') from region_country c where c.region_id = r.id)`;

/** Every region in staff's order. */
export async function listRegions(reader: Reader): Promise<Region[]> {
  const { rows } = await sql<Region>`
    select r.id, r.code, r.name, r.currency, r.tax_inclusive as "taxInclusive", r.locale, r.is_default as "isDefault", r.active,
      r.position, r.version, ${countriesOf} as countries
    from region r order by r.position, r.name limit 200`.execute(reader);
  return rows;
}

/** The regions a visitor can choose. */
export async function listPublicRegions(reader: Reader): Promise<PublicRegion[]> {
  const { rows } = await sql<PublicRegion>`
    select r.code, r.name, r.currency, r.tax_inclusive as "taxInclusive", r.locale, r.is_default as "isDefault",
      ${countriesOf} as countries
    from region r where r.active order by r.position, r.name limit 200`.execute(reader);
  return rows;
}

export interface LockedRegion {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly taxInclusive: boolean;
  readonly version: number;
}

/** @throws REGION_NOT_FOUND */
export async function lockRegion(tx: Transaction, id: string): Promise<LockedRegion> {
  const row = await tx
    .selectFrom('region')
    .select(['id', 'name', 'currency', 'tax_inclusive as taxInclusive', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('REGION_NOT_FOUND', { id });
  return row;
}

async function refuseTaken<Result>(write: Promise<Result>, { code, name }: RegionTerms): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('NAME_TAKEN', { code, name }) : error;
  }
}

function rowOf(terms: RegionTerms) {
  return {
    code: terms.code,
    name: terms.name,
    currency: terms.currency,
    tax_inclusive: terms.taxInclusive,
    locale: terms.locale,
    is_default: terms.isDefault,
    active: terms.active,
    position: terms.position,
  };
}

/** @throws NAME_TAKEN, COUNTRY_TAKEN */
export async function insertRegion(tx: Transaction, terms: RegionTerms): Promise<string> {
  await makeRoomForDefault(tx, terms, null);
  const row = tx.insertInto('region').values(rowOf(terms)).returning('id');
  const { id } = await refuseTaken(row.executeTakeFirstOrThrow(), terms);
  await writeCountries(tx, id, terms.countries);
  return id;
}

/** @throws NAME_TAKEN, COUNTRY_TAKEN */
export async function updateRegionRow(
  tx: Transaction,
  region: LockedRegion,
  terms: RegionTerms,
): Promise<void> {
  await makeRoomForDefault(tx, terms, region.id);
  const update = tx
    .updateTable('region')
    .set({ ...rowOf(terms), version: region.version + 1, updated_at: sql`now()` })
    .where('id', '=', region.id);
  await refuseTaken(update.execute(), terms);
  await tx.deleteFrom('region_country').where('region_id', '=', region.id).execute();
  await writeCountries(tx, region.id, terms.countries);
}

export async function deleteRegionRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('region').where('id', '=', id).execute();
}

// One at most is the default: the one before gives way.
async function makeRoomForDefault(
  tx: Transaction,
  { isDefault }: RegionTerms,
  id: string | null,
): Promise<void> {
  if (!isDefault) return;
  await sql`
    update region set is_default = false, version = version + 1
    where is_default and id is distinct from ${id}::uuid`.execute(tx);
}

async function writeCountries(
  tx: Transaction,
  regionId: string,
  countries: readonly string[],
): Promise<void> {
  const rows = [...new Set(countries)].map((country) => ({ country, region_id: regionId }));
  try {
    await tx.insertInto('region_country').values(rows).execute();
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('COUNTRY_TAKEN', { countries: [...countries] }) : error;
  }
}
