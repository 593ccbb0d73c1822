import { isUniqueViolation, type Reader, type Transaction } from '@turing/db';
import { type MaintainedTaxRate, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { RateTerms, TaxRate } from './schemas.ts';

/** Every rate, by place and day. */
export async function listRates(reader: Reader): Promise<TaxRate[]> {
  const { rows } = await sql<TaxRate>`
    select id, country, region, category, name, jurisdiction, rate_ppm as "ratePpm", inclusive, shipping_taxed as "shippingTaxed", adds,
      registration, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", to_char(valid_until, 'YYYY-MM-DD') as "validUntil", source, version
    from tax_rate order by country, region, category desc, valid_from limit 2000`.execute(reader);
  return rows;
}

export interface LockedRate {
  readonly id: string;
  readonly name: string;
  readonly ratePpm: number;
  readonly validUntil: string | null;
  readonly version: number;
}

/** @throws TAX_RATE_NOT_FOUND */
export async function lockRate(tx: Transaction, id: string): Promise<LockedRate> {
  const { rows } = await sql<LockedRate>`
    select id, name, rate_ppm as "ratePpm", to_char(valid_until, 'YYYY-MM-DD') as "validUntil", version
    from tax_rate where id = ${id}::uuid for update`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new ShopError('TAX_RATE_NOT_FOUND', { id });
  return row;
}

async function refuseTaken<Result>(
  write: Promise<Result>,
  { country, region, name }: RateTerms,
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('TAX_RATE_TAKEN', { country, region, name }) : error;
  }
}

function rowOf(terms: RateTerms) {
  return {
    country: terms.country,
    region: terms.region,
    category: terms.category,
    name: terms.name,
    jurisdiction: terms.jurisdiction,
    rate_ppm: terms.ratePpm,
    inclusive: terms.inclusive,
    shipping_taxed: terms.shippingTaxed,
    adds: terms.adds,
    registration: terms.registration,
    valid_from: terms.validFrom,
    valid_until: terms.validUntil,
    source: terms.source,
  };
}

/** @throws TAX_RATE_TAKEN */
export async function insertRate(tx: Transaction, terms: RateTerms): Promise<string> {
  const row = tx.insertInto('tax_rate').values(rowOf(terms)).returning('id');
  return (await refuseTaken(row.executeTakeFirstOrThrow(), terms)).id;
}

/** @throws TAX_RATE_TAKEN */
export async function updateRateRow(tx: Transaction, rate: LockedRate, terms: RateTerms): Promise<void> {
  const update = tx
    .updateTable('tax_rate')
    .set({ ...rowOf(terms), version: rate.version + 1 })
    .where('id', '=', rate.id);
  await refuseTaken(update.execute(), terms);
}

export async function deleteRateRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('tax_rate').where('id', '=', id).execute();
}

/**
 * Takes over what the maintained table has and the shop has not: rates that begin, and the last day of those they follow. What staff
 * entered with a source stays; a rate without one gives way.
 */
export async function adoptRates(
  tx: Transaction,
  maintained: readonly MaintainedTaxRate[],
): Promise<{ readonly added: number; readonly ended: number }> {
  await sql`lock table tax_rate in share row exclusive mode`.execute(tx);
  const known = new Map((await listRates(tx)).map((rate) => [keyOf(rate), rate]));
  let [added, ended] = [0, 0];
  for (const rate of maintained) {
    const mine = known.get(keyOf(rate));
    if (mine === undefined) {
      await insertRate(tx, rate as RateTerms);
      added += 1;
    } else if (mine.validUntil === null && rate.validUntil !== null) {
      await tx
        .updateTable('tax_rate')
        .set({ valid_until: rate.validUntil, version: mine.version + 1 })
        .where('id', '=', mine.id)
        .execute();
      ended += 1;
    }
  }
  return { added, ended: ended + (await endUnsourced(tx)) };
}

// Of before rows had sources: nobody chose them over the table, so they give way where it has begun.
async function endUnsourced(tx: Transaction): Promise<number> {
  const { rows } = await sql`
    update tax_rate old set valid_until = newer.valid_from, version = version + 1
    from (select country, region, category, adds, min(valid_from) as valid_from from tax_rate where source <> '' group by 1, 2, 3, 4) newer
    where old.source = '' and old.valid_until is null and old.valid_from < newer.valid_from
      and (old.country, old.region, old.category, old.adds) = (newer.country, newer.region, newer.category, newer.adds)
    returning old.id`.execute(tx);
  return rows.length;
}

type Keyed = Pick<TaxRate, 'country' | 'region' | 'category' | 'name' | 'validFrom'>;

/** What names a rate in the table. */
export function keyOf({ country, region, category, name, validFrom }: Keyed): string {
  return [country, region, category, name, validFrom].join('\n');
}
