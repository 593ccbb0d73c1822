import { isUniqueViolation, type Reader, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { idSchema } from '../../schemas.ts';
import type { CodePage, ListCodesInput } from './staff-schemas.ts';

/** The codes of a promotion, in the order they were made. @throws CURSOR_INVALID */
export async function listCodes(reader: Reader, input: ListCodesInput): Promise<CodePage> {
  const { id, query, cursor, limit } = input;
  const { rows } = await sql<CodePage['items'][number]>`
    select k.id, k.code, k.usage_limit as "usageLimit", k.created_at as "createdAt",
      (select count(*)::int from order_promotion u where u.code_id = k.id and u.counted) as uses
    from promotion_code k where k.promotion_id = ${id}::uuid
      ${query ? sql`and strpos(k.code, ${query}) > 0` : sql``} ${cursor ? sql`and k.id > ${decode(cursor)}::uuid` : sql``}
    order by k.id limit ${limit + 1}`.execute(reader);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encode(last.id) : null };
}

function encode(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/** @throws CURSOR_INVALID when it was not made here */
function decode(cursor: string): string {
  const id = idSchema.safeParse(Buffer.from(cursor, 'base64url').toString());
  if (!id.success) throw new ShopError('CURSOR_INVALID');
  return id.data;
}

/** @throws CODE_TAKEN */
export async function insertCode(
  tx: Transaction,
  code: { readonly promotionId: string; readonly code: string; readonly usageLimit: number | null },
): Promise<void> {
  const row = { promotion_id: code.promotionId, code: code.code, usage_limit: code.usageLimit };
  try {
    await tx.insertInto('promotion_code').values(row).execute();
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('CODE_TAKEN', { code: code.code }) : error;
  }
}

/** Writes the codes that nobody has yet, and says how many those were. */
export async function insertFreeCodes(
  tx: Transaction,
  codes: readonly string[],
  { promotionId, usageLimit }: { readonly promotionId: string; readonly usageLimit: number | null },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into promotion_code (promotion_id, code, usage_limit)
    select ${promotionId}::uuid, code, ${usageLimit}::int from unnest(${codes}::text[]) code
    on conflict (code) do nothing`.execute(tx);
  return Number(numAffectedRows);
}
