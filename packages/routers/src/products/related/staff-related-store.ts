import type { Database, Transaction } from '@turing/db';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import type { StaffRelated } from './schemas.ts';

type Product = Omit<StaffRelated['picked'][number], 'image'> & { readonly media: MediaRow | null };

interface Row {
  readonly version: number;
  readonly picked: Product[] | null;
  readonly bought: (Product & { orders: number })[] | null;
}

const productFields = sql`'id', p.id, 'slug', p.slug, 'name', p.name, 'status', p.status, 'media', (
  select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
  from product_media m where m.product_id = p.id order by m.position limit 1)`;

/** What is shown beside a product, for staff; null for an unknown one. */
export async function findStaffRelated(db: Database, productId: string): Promise<StaffRelated | null> {
  const { rows } = await sql<Row>`
    select mine.version, (
      select json_agg(json_build_object(${productFields}) order by r.position)
      from product_relation r join product p on p.id = r.related_id where r.product_id = mine.id
    ) as picked, (
      select json_agg(json_build_object(${productFields}, 'orders', pair.orders) order by pair.orders desc, p.id)
      from (
        select other_id, orders from product_pair where product_id = mine.id order by orders desc, other_id limit 12
      ) pair join product p on p.id = pair.other_id
    ) as bought
    from product mine where mine.id = ${productId}`.execute(db.reader);
  const [row] = rows;
  if (row === undefined) return null;
  const withImage = <Shown extends Product>({ media, ...product }: Shown) => ({
    ...product,
    image: media && imageOf(media),
  });
  return {
    productId,
    version: row.version,
    picked: (row.picked ?? []).map(withImage),
    boughtTogether: (row.bought ?? []).map(withImage),
  };
}

/** Locks a product for an edit; undefined for an unknown one. */
export async function lockVersion(tx: Transaction, productId: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('product')
    .select('version')
    .where('id', '=', productId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.version;
}

export async function listPicked(tx: Transaction, productId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('product_relation')
    .select('related_id as id')
    .where('product_id', '=', productId)
    .orderBy('position')
    .execute();
  return rows.map(({ id }) => id);
}

/** Of the ids, those of products that are there and stay until the transaction ends. */
export async function keepProducts(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('product')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forKeyShare()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function replacePicked(
  tx: Transaction,
  productId: string,
  relatedIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('product_relation').where('product_id', '=', productId).execute();
  if (relatedIds.length > 0) {
    const rows = relatedIds.map((id, position) => ({ product_id: productId, related_id: id, position }));
    await tx.insertInto('product_relation').values(rows).execute();
  }
  await tx
    .updateTable('product')
    .set({ version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
    .where('id', '=', productId)
    .execute();
}
