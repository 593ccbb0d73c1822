import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint, createAuthMiddleware, isAPIError, sessionMiddleware } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { z } from 'zod';
import { clientAddressHeader } from './auth-options.ts';

export const securityEventNames = [
  'signed-in',
  'password-failed',
  'deactivated-refused',
  'code-asked',
  'code-failed',
  'signed-in-with-code',
  'signed-in-with-recovery-code',
  'second-factor-enabled',
  'second-factor-disabled',
  'second-factor-reset',
  'recovery-codes-renewed',
  'password-changed',
  'invitation-accepted',
] as const;

export type SecurityEventName = (typeof securityEventNames)[number];

/** Something that happened at the door. The member of staff is known by id, or by the address they typed. */
export interface SecurityEvent {
  readonly who: { readonly staffId: string } | { readonly email: string };
  readonly event: SecurityEventName;
  readonly address: string;
  readonly userAgent: string;
}

type Hook = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const bodyWithEmail = z.object({ email: z.string() });
const twoFactorRow = z.object({ backupCodes: z.string() });
const codesSchema = z.array(z.string());

const ownChanges: Readonly<Record<string, SecurityEventName>> = {
  '/two-factor/disable': 'second-factor-disabled',
  '/two-factor/generate-backup-codes': 'recovery-codes-renewed',
  '/change-password': 'password-changed',
};
const verifications: Readonly<Record<string, SecurityEventName>> = {
  '/two-factor/verify-totp': 'signed-in-with-code',
  '/two-factor/verify-backup-code': 'signed-in-with-recovery-code',
};
const watched = new Set(['/sign-in/email', ...Object.keys(ownChanges), ...Object.keys(verifications)]);

/** Tells of sign-ins and of changes to how somebody signs in, and says how many recovery codes are left. */
export function securityEvents(tell: (event: SecurityEvent) => void) {
  return {
    id: 'security-events',
    endpoints: {
      recoveryCodes: createAuthEndpoint(
        '/two-factor/recovery-codes',
        { method: 'GET', use: [sessionMiddleware] },
        async (ctx) => {
          const where = [{ field: 'userId', value: ctx.context.session.user.id }];
          const row = twoFactorRow.safeParse(
            await ctx.context.adapter.findOne({ model: 'twoFactor', where }),
          );
          if (!row.success) return ctx.json({ left: 0 });
          const data = await symmetricDecrypt({
            key: ctx.context.secretConfig,
            data: row.data.backupCodes,
          });
          return ctx.json({ left: codesSchema.parse(JSON.parse(data)).length });
        },
      ),
    },
    hooks: {
      after: [
        {
          matcher: (context) => watched.has(context.path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            const found = await eventOf(ctx);
            if (found === null) return;
            const headers = ctx.headers ?? ctx.request?.headers;
            tell({
              ...found,
              address: headers?.get(clientAddressHeader) ?? '',
              userAgent: (headers?.get('user-agent') ?? '').slice(0, 300),
            });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

async function eventOf(ctx: Hook): Promise<Pick<SecurityEvent, 'who' | 'event'> | null> {
  const path = ctx.path ?? '';
  if (path === '/sign-in/email') return signInOf(ctx);
  const own = ownChanges[path];
  if (own !== undefined) return isRefused(ctx) ? null : known(userOf(ctx), own);
  return verificationOf(ctx, verifications[path] ?? 'signed-in-with-code');
}

function signInOf(ctx: Hook): Pick<SecurityEvent, 'who' | 'event'> | null {
  const body = bodyWithEmail.safeParse(ctx.body);
  if (!body.success) return null;
  const event = signInEvent(ctx);
  return event && { who: { email: body.data.email.toLowerCase() }, event };
}

function signInEvent(ctx: Hook): SecurityEventName | null {
  const answer: unknown = ctx.context.returned;
  if (!isAPIError(answer)) return ctx.context.newSession ? 'signed-in' : 'code-asked';
  if (answer.statusCode === 401) return 'password-failed';
  return answer.statusCode === 403 ? 'deactivated-refused' : null;
}

async function verificationOf(ctx: Hook, signedIn: SecurityEventName) {
  if (isRefused(ctx)) return known(userOf(ctx) ?? (await challengedUser(ctx)), 'code-failed');
  // Whoever verifies within a session sets the factor up; otherwise the code was the second half of a sign-in.
  const isSetUp = ctx.context.session !== null && ctx.context.session !== undefined;
  return known(userOf(ctx), isSetUp ? 'second-factor-enabled' : signedIn);
}

function known(staffId: string | null, event: SecurityEventName) {
  return staffId === null ? null : { who: { staffId }, event };
}

function userOf({ context }: Hook): string | null {
  return context.newSession?.user.id ?? context.session?.user.id ?? null;
}

// Of a refused code only the cookie says whose sign-in it was for.
async function challengedUser(ctx: Hook): Promise<string | null> {
  const { name } = ctx.context.createAuthCookie('two_factor');
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
  if (!challenge) return null;
  const found = await ctx.context.internalAdapter.findVerificationValue(challenge);
  return found?.value ?? null;
}

function isRefused({ context }: Hook): boolean {
  return isAPIError(context.returned);
}
