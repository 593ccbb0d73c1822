import type { Reader } from '@turing/db';
import { sql } from 'kysely';

/** The zones whose methods are offered at a place, by name. */
export async function findZoneName(
  reader: Reader,
  place: { readonly country: string; readonly region: string | null; readonly postalCode: string },
): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`
    with named as (
      select z.name, (p.postal_from <> '')::int * 2 + (p.region <> '')::int as exactness
      from shipping_zone_place p join shipping_zone z on z.id = p.zone_id
      where p.country = ${place.country}::bpchar and p.region in ('', upper(coalesce(${place.region}::text, '')))
        and (p.postal_from = '' or left(${place.postalCode}::text, length(p.postal_from)) collate "C" between p.postal_from and p.postal_to)
    )
    select string_agg(distinct name, ', ') as name from named where exactness = (select max(exactness) from named)`.execute(
    reader,
  );
  return rows[0]?.name ?? null;
}
