import type { Database, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import type { MediaFile } from './file-store.ts';
import type { MediaVariants, ProductMediaView } from './schemas.ts';

interface ViewRow {
  readonly version: number;
  readonly items: (MediaRow & { readonly id: string; readonly variantIds: string[] })[];
}

/** @throws PRODUCT_NOT_FOUND */
export async function getProductMedia(db: Database, productId: string): Promise<ProductMediaView> {
  const { rows } = await sql<ViewRow>`
    select p.version, coalesce((
      select json_agg(json_build_object('id', m.id, 'key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width,
        'height', m.height, 'variantIds', array(
          select v.id from product_variant v where v.media_id = m.id order by v.position)) order by m.position)
      from product_media m where m.product_id = p.id), '[]') as items
    from product p where p.id = ${productId}::uuid`.execute(db.reader);
  const [row] = rows;
  if (row === undefined) throw new ShopError('PRODUCT_NOT_FOUND', { id: productId });
  const items = row.items.map(({ id, variantIds, ...media }) => ({
    id,
    key: media.key,
    image: imageOf(media),
    variantIds,
  }));
  return { productId, version: row.version, items };
}

/** The variants of a product by position, to choose from. Empty for an unknown product. */
export async function listMediaVariants(db: Database, productId: string): Promise<MediaVariants> {
  const { rows } = await sql<MediaVariants[number]>`
    select id, sku, name, active from product_variant where product_id = ${productId}::uuid
    order by position limit 1000`.execute(db.reader);
  return rows;
}

export interface MediaItem {
  readonly id: string;
  readonly key: string;
  readonly alt: string;
}

/** The pictures of a locked product in their order. */
export async function listMedia(tx: Transaction, productId: string): Promise<MediaItem[]> {
  return tx
    .selectFrom('product_media')
    .select(['id', 'key', 'alt'])
    .where('product_id', '=', productId)
    .orderBy('position')
    .execute();
}

/** Adds a picture behind the others; answers its id. */
export async function insertMedia(
  tx: Transaction,
  productId: string,
  media: MediaFile & { readonly alt: string },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into product_media (product_id, key, alt, width, height, colour, position)
    select ${productId}::uuid, ${media.key}, ${media.alt}, ${media.width}, ${media.height}, ${media.colour},
      coalesce(max(position) + 1, 0) from product_media where product_id = ${productId}::uuid
    returning id`.execute(tx);
  return rows[0]?.id ?? '';
}

export async function updateMediaFile(
  tx: Transaction,
  id: string,
  { key, width, height, colour }: MediaFile,
): Promise<void> {
  await tx.updateTable('product_media').set({ key, width, height, colour }).where('id', '=', id).execute();
}

export async function updateAlt(tx: Transaction, id: string, alt: string): Promise<void> {
  await tx.updateTable('product_media').set({ alt }).where('id', '=', id).execute();
}

/** Gives all pictures of a product their places, in two steps because no two may share one in between. */
export async function placeMedia(tx: Transaction, productId: string, ids: readonly string[]): Promise<void> {
  await sql`update product_media set position = -1 - position where product_id = ${productId}::uuid`.execute(
    tx,
  );
  await sql`
    update product_media m set position = place.at - 1
    from unnest(${ids}::uuid[]) with ordinality as place (id, at) where m.id = place.id`.execute(tx);
}

export async function deleteMedia(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('product_media').where('id', '=', id).execute();
}

/** The variants that show a picture, by position. */
export async function listVariantsShowing(tx: Transaction, mediaId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('product_variant')
    .select('id')
    .where('media_id', '=', mediaId)
    .orderBy('position')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Has exactly these variants of a product show a picture.
 * @throws VARIANT_NOT_FOUND when one is not the product's
 */
export async function showInVariants(
  tx: Transaction,
  { productId, mediaId }: { readonly productId: string; readonly mediaId: string },
  variantIds: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select wanted.id from unnest(${variantIds}::uuid[]) as wanted (id)
    where not exists (select from product_variant v where v.id = wanted.id and v.product_id = ${productId}::uuid)
    limit 1`.execute(tx);
  if (rows[0] !== undefined) throw new ShopError('VARIANT_NOT_FOUND', { id: rows[0].id });
  await sql`
    update product_variant set media_id = case when id = any (${variantIds}::uuid[]) then ${mediaId}::uuid end
    where product_id = ${productId}::uuid
      and (id = any (${variantIds}::uuid[]) and media_id is distinct from ${mediaId}::uuid
           or media_id = ${mediaId}::uuid and id <> all (${variantIds}::uuid[]))`.execute(tx);
}
