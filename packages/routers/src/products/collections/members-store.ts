import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import {
  cutPage,
  integerColumn,
  isAfter,
  type Keyset,
  keysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
} from '../keyset-store.ts';
import { isPublic } from '../public-store.ts';
import { isGathered, keepsRules } from './rules-store.ts';
import type { ListMembersInput, Member, MemberPage, Preview, PreviewInput } from './schemas.ts';

type MemberRow = Omit<Member, 'image'> & { readonly media: MediaRow | null };

const inOrder: Keyset = {
  columns: [integerColumn(sql`member.position`, 'asc')],
  id: sql`p.id`,
  idDirection: 'asc',
};

function memberColumns(currency: string): RawBuilder<unknown> {
  return sql`p.id, p.slug, p.name, p.brand, p.status, ${currency}::text as currency,
    (select ranged.min_minor from product_price_range ranged
     where ranged.product_id = p.id and ranged.currency = ${currency}::bpchar) as "minPriceMinor",
    (select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
     from product_media m where m.product_id = p.id order by m.position limit 1) as media`;
}

function toMember({ media, ...row }: MemberRow): Member {
  return { ...row, image: media && imageOf(media) };
}

/**
 * The products of a collection in their order, whatever their status.
 * @throws COLLECTION_NOT_FOUND, CURSOR_INVALID
 */
export async function listMembers({ reader }: Database, input: ListMembersInput): Promise<MemberPage> {
  const params = keysetParams(input.cursor, 'members', inOrder);
  const after = input.cursor === undefined ? sql`true` : isAfter(inOrder, (name) => params[name]);
  const { rows } = await sql<MemberRow & KeysetRow>`
    select ${memberColumns(input.currency)}, ${keysOf(inOrder)} as keys
    from collection_product member join product p on p.id = member.product_id
    where member.collection_id = ${input.id}::uuid and ${after}
    order by ${orderOf(inOrder)} limit ${input.limit + 1}`.execute(reader);
  if (rows.length === 0) await assertCollection(reader, input.id);
  const { page, nextCursor } = cutPage(rows, input.limit, 'members');
  return { items: page.map(({ keys: _keys, ...row }) => toMember(row)), nextCursor };
}

async function assertCollection(reader: Database['reader'], id: string): Promise<void> {
  const row = await reader.selectFrom('collection').select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ShopError('COLLECTION_NOT_FOUND', { id });
}

/** What rules would gather now: how many, and the best sellers of it. */
export async function previewRules(
  { reader }: Database,
  { rules, currency }: PreviewInput,
): Promise<Preview> {
  const kept = sql`${isGathered} and ${keepsRules(rules)}`;
  const [counted, shown] = await Promise.all([
    sql<{ count: number; publicCount: number }>`
      select count(*)::int as count, (count(*) filter (where ${isPublic}))::int as "publicCount"
      from product p where ${kept}`.execute(reader),
    sql<MemberRow>`
      select ${memberColumns(currency)} from (
        select p.* from product p where ${kept} order by (${isPublic}) desc, p.sold_count desc, p.id limit 12
      ) p order by (${isPublic}) desc, p.sold_count desc, p.id`.execute(reader),
  ]);
  const [counts = { count: 0, publicCount: 0 }] = counted.rows;
  return { ...counts, items: shown.rows.map(toMember) };
}
