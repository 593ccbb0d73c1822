import { createAuthEndpoint, sensitiveSessionMiddleware, sessionMiddleware } from 'better-auth/api';
import { z } from 'zod';

/** Where somebody is signed in. The library's own list gives away the tokens of the sessions; this one has ids. */
export function sessionList() {
  return {
    id: 'session-list',
    endpoints: {
      listOwnSessions: createAuthEndpoint(
        '/sessions',
        { method: 'GET', use: [sessionMiddleware] },
        async (ctx) => {
          const { session, user } = ctx.context.session;
          const sessions = await ctx.context.internalAdapter.listSessions(user.id, {
            onlyActiveSessions: true,
          });
          return ctx.json(
            sessions.map(({ id, token, ipAddress, userAgent, createdAt, updatedAt }) => ({
              id,
              address: ipAddress ?? null,
              userAgent: userAgent ?? null,
              signedInAt: createdAt,
              lastSeenAt: updatedAt,
              isCurrent: token === session.token,
            })),
          );
        },
      ),
      revokeOwnSession: createAuthEndpoint(
        '/sessions/revoke',
        { method: 'POST', body: z.object({ id: z.uuid() }), use: [sensitiveSessionMiddleware] },
        async (ctx) => {
          const own = await ctx.context.internalAdapter.listSessions(ctx.context.session.user.id);
          const session = own.find(({ id }) => id === ctx.body.id);
          if (session !== undefined) await ctx.context.internalAdapter.deleteSession(session.token);
          return ctx.json({ status: true });
        },
      ),
    },
  };
}
