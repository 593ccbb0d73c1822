import { dictionary } from '@zxcvbn-ts/language-common';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { isPasswordCompromised } from 'better-auth/plugins/haveibeenpwned';
import { z } from 'zod';
import type { Logger } from '../../platform/logger.ts';
import { maxPasswordLength, minPasswordLength } from './auth-options.ts';
import type { Hook } from './hook.ts';

export type PasswordFault =
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_COMMON'
  | 'PASSWORD_IS_EMAIL'
  | 'PASSWORD_BREACHED';

interface PasswordRulesOptions {
  /** Asks Have I Been Pwned, which learns five characters of a hash. */
  readonly askBreachService: boolean;
  readonly logger: Logger;
}

const bodySchema = z.object({
  email: z.string().optional(),
  token: z.string().optional(),
  password: z.string().optional(),
  newPassword: z.string().optional(),
});
const setting = new Set(['/sign-up/email', '/change-password', '/reset-password']);
const common = new Set(dictionary['passwords-common'].map((word) => word.toLowerCase()));
const patienceMs = 2000;

/** What is wrong with a password, or null. Length and common words decide, never the kinds of characters in it. */
export function findPasswordFault(password: string, email: string | null): PasswordFault | null {
  if (password.length < minPasswordLength) return 'PASSWORD_TOO_SHORT';
  if (password.length > maxPasswordLength) return 'PASSWORD_TOO_LONG';
  const plain = password.normalize('NFKC').toLowerCase().trim();
  if (email !== null && isAddress(plain, email.toLowerCase())) return 'PASSWORD_IS_EMAIL';
  return isCommon(plain) ? 'PASSWORD_COMMON' : null;
}

function isAddress(plain: string, email: string): boolean {
  return plain === email || plain === email.split('@', 1)[0];
}

// What people put round a common word to please other rules adds nothing a guesser would not try.
function isCommon(plain: string): boolean {
  const bare = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return common.has(plain) || common.has(bare) || new Set(plain).size <= 2 || isRun(plain);
}

// 1234567890, abcdefghij, 9876543210.
function isRun(plain: string): boolean {
  const codes = Array.from(plain, (character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const [step = 0] = steps;
  return (
    steps.size <= 2 &&
    Math.abs(step) === 1 &&
    codes.slice(1, -1).every((code, index) => code - (codes[index] ?? 0) === step)
  );
}

/** Holds every way to set a password to the same rules. */
export function passwordRules({ askBreachService, logger }: PasswordRulesOptions): BetterAuthPlugin {
  const isBreached = async (password: string) => {
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('no answer in time')), patienceMs).unref();
    });
    return Promise.race([isPasswordCompromised(password), late]).catch((cause: unknown) => {
      logger.warn('the list of breached passwords does not answer', { cause });
      return false;
    });
  };
  return {
    id: 'password-rules',
    hooks: {
      before: [
        {
          matcher: ({ path }) => setting.has(path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            const body = bodySchema.safeParse(ctx.body);
            const password = body.data?.newPassword ?? body.data?.password;
            if (body.data === undefined || password === undefined) return;
            const email = body.data.email ?? (await findOwner(ctx, body.data.token ?? null));
            const fault = findPasswordFault(password, email);
            if (fault !== null) refuse(fault);
            if (askBreachService && (await isBreached(password))) refuse('PASSWORD_BREACHED');
          }),
        },
      ],
    },
  };
}

async function findOwner(ctx: Hook, resetToken: string | null): Promise<string | null> {
  if (resetToken === null) return (await getSessionFromCtx(ctx))?.user.email ?? null;
  const { internalAdapter } = ctx.context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${resetToken}`);
  if (found === null) return null;
  return (await internalAdapter.findUserById(found.value))?.email ?? null;
}

function refuse(code: PasswordFault): never {
  throw new APIError('BAD_REQUEST', { code, message: messages[code] });
}

const messages: Readonly<Record<PasswordFault, string>> = {
  PASSWORD_TOO_SHORT: `A password has at least ${minPasswordLength} characters`,
  PASSWORD_TOO_LONG: `A password has at most ${maxPasswordLength} characters`,
  PASSWORD_COMMON: 'Too many people use this password',
  PASSWORD_IS_EMAIL: 'The password must not be the address',
  PASSWORD_BREACHED: 'This password is in lists of stolen passwords',
};
