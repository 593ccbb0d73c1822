import type { Database, Reader, Transaction } from '@turing/db';
import { isPermission, type Permission, ShopError } from '@turing/domain';
import { sql } from 'kysely';

/** A token that may be used now, with whom it acts for. */
export interface UsableToken {
  readonly id: string;
  readonly permissions: readonly Permission[];
  readonly expiresAt: Date;
  readonly staffId: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly roleId: string | null;
  readonly twoFactorEnabled: boolean;
}

/** Null unless it is in force and its maker active. */
export async function findTokenByHash(reader: Reader, hash: string): Promise<UsableToken | null> {
  const row = await reader
    .selectFrom('api_token as t')
    .innerJoin('staff as s', 's.id', 't.staff_id')
    .select(['t.id', 't.permissions', 't.expires_at as expiresAt', 's.id as staffId', 's.email', 's.name'])
    .select(['s.role', 's.role_id as roleId', 's.two_factor_enabled as twoFactorEnabled'])
    .where('t.token_hash', '=', hash)
    .where('t.revoked_at', 'is', null)
    .where('s.active', '=', true)
    .$narrowType<{ expiresAt: Date }>()
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, permissions: row.permissions.filter(isPermission) };
}

/** Notes a use, unless another process has within the minute. */
export async function touchToken({ pool }: Pick<Database, 'pool'>, id: string, now: Date): Promise<void> {
  await pool.query(
    `UPDATE api_token SET last_used_at = $2
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $2::timestamptz - interval '1 minute')`,
    [id, now],
  );
}

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly permissions: Permission[];
  readonly makerId: string;
  readonly makerName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly version: number;
}

function selectTokens(reader: Reader) {
  return reader
    .selectFrom('api_token as t')
    .innerJoin('staff as s', 's.id', 't.staff_id')
    .select(['t.id', 't.name', 't.prefix', 't.permissions', 's.id as makerId', 's.name as makerName'])
    .select(['t.created_at as createdAt', 't.expires_at as expiresAt', 't.last_used_at as lastUsedAt'])
    .select(['t.revoked_at as revokedAt', 't.version'])
    .$narrowType<{ createdAt: Date; expiresAt: Date; lastUsedAt: Date | null; revokedAt: Date | null }>();
}

/** Those in force first, then the rest, newest first. */
export async function listTokens(reader: Reader, limit: number): Promise<TokenRow[]> {
  const rows = await selectTokens(reader)
    .orderBy(sql`(t.revoked_at is null and t.expires_at > now())`, 'desc')
    .orderBy('t.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, permissions: row.permissions.filter(isPermission) }));
}

/** @throws TOKEN_NOT_FOUND */
export async function getToken(reader: Reader, id: string): Promise<TokenRow> {
  const row = await selectTokens(reader).where('t.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ShopError('TOKEN_NOT_FOUND', { id });
  return { ...row, permissions: row.permissions.filter(isPermission) };
}

export interface NewToken {
  readonly name: string;
  readonly prefix: string;
  readonly tokenHash: string;
  readonly permissions: readonly Permission[];
  readonly staffId: string;
  readonly expiresAt: Date;
}

export async function insertToken(tx: Transaction, token: NewToken): Promise<string> {
  const { id } = await tx
    .insertInto('api_token')
    .values({
      name: token.name,
      prefix: token.prefix,
      token_hash: token.tokenHash,
      permissions: [...token.permissions],
      staff_id: token.staffId,
      expires_at: token.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws TOKEN_NOT_FOUND */
export async function lockToken(tx: Transaction, id: string) {
  const token = await tx
    .selectFrom('api_token')
    .select(['id', 'name', 'prefix', 'version', 'revoked_at as revokedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (token === undefined) throw new ShopError('TOKEN_NOT_FOUND', { id });
  return token;
}

export async function markRevoked(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('api_token')
    .set((eb) => ({ revoked_at: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
