import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';

const maxNameLength = 120;
const naming = new Set(['/sign-up/email', '/update-user']);
const breaking = /[\p{Cc}\p{Zl}\p{Zp}]/u;

const nameSchema = z.object({
  name: z
    .string()
    .max(maxNameLength)
    .refine((name) => name.trim() !== '' && !breaking.test(name))
    .optional(),
});

/** Names are one line of text: nothing in them can start another line of a letter's head or of a log. */
export function plainNames(): BetterAuthPlugin {
  return {
    id: 'plain-names',
    hooks: {
      before: [
        {
          matcher: ({ path }) => naming.has(path ?? ''),
          handler: createAuthMiddleware((ctx) => {
            if (nameSchema.safeParse(ctx.body ?? {}).success) return Promise.resolve();
            throw new APIError('BAD_REQUEST', { code: 'NAME_INVALID', message: 'The name is not right' });
          }),
        },
      ],
    },
  };
}

/** A name that somebody else says a person has. */
export function toPlainName(name: string | null | undefined, email: string): string {
  const plain = (name ?? '').replaceAll(new RegExp(breaking, 'gu'), ' ').trim().slice(0, maxNameLength);
  return plain === '' ? (email.split('@', 1)[0] ?? email) : plain;
}
