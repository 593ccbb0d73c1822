import type { BetterAuthPlugin } from 'better-auth';
import {
  createAuthMiddleware,
  createEmailVerificationToken,
  getSessionFromCtx,
  isAPIError,
} from 'better-auth/api';
import { z } from 'zod';
import type { AccountLetterTemplate } from './account-letter.ts';
import type { AccountMail } from './account-mail.ts';
import { readEmailToken } from './email-token.ts';
import type { Hook } from './hook.ts';

const notices: Readonly<Record<string, AccountLetterTemplate>> = {
  '/change-password': 'password-changed',
  '/passkey/verify-registration': 'passkey-added',
  '/passkey/delete-passkey': 'passkey-removed',
  '/two-factor/verify-totp': 'two-factor-on',
  '/two-factor/disable': 'two-factor-off',
};

const changeBody = z.object({ newEmail: z.email() });
const verifyQuery = z.object({ token: z.string() });

/** Tells customers by letter when the way into their account changes. */
export function accountNotices(mail: AccountMail): BetterAuthPlugin {
  async function noticeChange(ctx: Hook): Promise<void> {
    const template = notices[ctx.path ?? ''];
    // Without a session a code was the second half of a sign-in.
    const user = ctx.context.session?.user;
    if (template !== undefined && user !== undefined) await mail.notify(template, user);
  }

  // The library writes nothing when the address belongs to another account, which would tell that it does.
  async function confirmAnyway(ctx: Hook): Promise<void> {
    const body = changeBody.safeParse(ctx.body);
    const user = ctx.context.session?.user ?? (await getSessionFromCtx(ctx))?.user;
    if (!body.success || user === undefined) return;
    const newEmail = body.data.newEmail.toLowerCase();
    if ((await ctx.context.internalAdapter.findUserByEmail(newEmail)) === null) return;
    const { secret, options } = ctx.context;
    const claims = { requestType: 'change-email-confirmation', userId: user.id };
    const life = options.emailVerification?.expiresIn;
    const token = await createEmailVerificationToken(secret, user.email, newEmail, life, claims);
    await mail.confirmChange(user, newEmail, token);
  }

  async function noticeNewAddress(ctx: Hook): Promise<void> {
    const query = verifyQuery.safeParse(ctx.query);
    const claims = query.success ? readEmailToken(query.data.token) : null;
    if (claims?.requestType !== 'change-email-verification') return;
    await mail.notify('email-changed', claims, claims.updateTo);
  }

  return {
    id: 'account-notices',
    hooks: {
      after: [
        { matcher: ({ path }) => Object.hasOwn(notices, path ?? ''), handler: afterSuccess(noticeChange) },
        { matcher: ({ path }) => path === '/change-email', handler: afterSuccess(confirmAnyway) },
        { matcher: ({ path }) => path === '/verify-email', handler: afterSuccess(noticeNewAddress) },
      ],
    },
  };
}

function afterSuccess(work: (ctx: Hook) => Promise<void>) {
  return createAuthMiddleware(async (ctx) => {
    if (!isAPIError(ctx.context.returned)) await work(ctx);
  });
}
