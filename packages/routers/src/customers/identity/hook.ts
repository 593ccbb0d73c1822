import type { createAuthMiddleware } from 'better-auth/api';

/** What a hook of the sign-in library is given. */
export type Hook = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
