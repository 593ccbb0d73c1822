import { setTimeout as sleep } from 'node:timers/promises';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';

/** Endpoints whose work depends on whether somebody has an account. */
const telling = new Set([
  '/sign-up/email',
  '/request-password-reset',
  '/send-verification-email',
  '/change-email',
]);

/** Longer than the work takes: the answer comes at the next multiple of it, whatever was done meanwhile. */
const beatMs = 600;

/** Answers that take the same time whether or not there is an account. Comes last among the plugins. */
export function steadyAnswers(): BetterAuthPlugin {
  const started = new WeakMap<object, number>();
  const matcher = ({ path }: { path?: string | undefined }) => telling.has(path ?? '');
  return {
    id: 'steady-answers',
    hooks: {
      before: [
        {
          matcher,
          handler: createAuthMiddleware((ctx) => {
            started.set(ctx.context, performance.now());
            return Promise.resolve();
          }),
        },
      ],
      after: [
        {
          matcher,
          handler: createAuthMiddleware(async (ctx) => {
            const passed = performance.now() - (started.get(ctx.context) ?? performance.now());
            await sleep(beatMs - (passed % beatMs));
          }),
        },
      ],
    },
  };
}
