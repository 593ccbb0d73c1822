import { randomBytes } from 'node:crypto';
import { hashOfToken } from '../secret-hash.ts';
import { assertHeld } from '../staff/grant-role.ts';
import { assertVersion, type StaffContext, writeAsStaff } from '../write-as-staff.ts';
import type { CreatedToken, CreateTokenInput, RevokeTokenInput } from './schemas.ts';
import { getToken, insertToken, lockToken, markRevoked } from './token-store.ts';

const prefixLength = 13;
const dayMs = 24 * 3_600_000;

/**
 * Makes an API token that may do some of what its maker may. Its secret is in this answer and nowhere else: a repeat with
 * the same key is told of the token without it.
 * @throws PERMISSION_NOT_HELD, IDEMPOTENCY_KEY_REUSED
 */
export async function createToken(ctx: StaffContext, input: CreateTokenInput): Promise<CreatedToken> {
  // 256 random bits; the name in front tells finders of leaked secrets whose it is.
  const secret = `turing_${randomBytes(32).toString('base64url')}`;
  const { name, permissions } = input;
  let madeHere: string | null = null;
  const id = await writeAsStaff(ctx, { operation: 'tokens.create', input }, async (tx) => {
    assertHeld(ctx.staff, permissions);
    const prefix = secret.slice(0, prefixLength);
    const expiresAt = new Date(ctx.now().getTime() + input.days * dayMs);
    const terms = { name, prefix, permissions, expiresAt };
    const made = await insertToken(tx, { ...terms, tokenHash: hashOfToken(secret), staffId: ctx.staff.id });
    madeHere = made;
    return {
      audit: { entityType: 'api_token', entityId: made, before: null, after: { ...terms } },
      receipt: made,
    };
  });
  return { token: await getToken(ctx.db.reader, id), secret: id === madeHere ? secret : null };
}

/**
 * Ends a token for good; within five seconds no process takes it any more. Revoking it again changes nothing.
 * @throws TOKEN_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function revokeToken(ctx: StaffContext, input: RevokeTokenInput): Promise<null> {
  return writeAsStaff(ctx, { operation: 'tokens.revoke', input }, async (tx) => {
    const token = await lockToken(tx, input.id);
    assertVersion(input.version, token.version);
    if (token.revokedAt === null) await markRevoked(tx, token.id, ctx.now());
    const { name, prefix } = token;
    const audit = {
      entityType: 'api_token',
      entityId: token.id,
      before: { name, prefix, revoked: token.revokedAt !== null },
      after: { revoked: true },
    };
    return { audit, receipt: null };
  });
}
