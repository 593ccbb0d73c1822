import { initTRPC, TRPCError } from '@trpc/server';
import { type ErrorCode, type ErrorKind, isShopError, type Permission, ShopError } from '@turing/domain';
import { ZodError } from 'zod';
import type { Context } from './context.ts';
import { translateFailure } from './failure.ts';
import { limitRate } from './limit-rate.ts';
import { accountCaller, type RateLimitClass } from './platform/rate-limit.ts';

/** Read by the contract test: who may call a procedure. */
export interface ProcedureMeta {
  readonly access: 'public' | 'customer' | 'staff';
  /** `self`: whoever is signed in, for what is their own. */
  readonly permission?: Permission | 'self';
  /**
   * On a public query that depends on nothing but its input and the catalogue: its answers are stored. `product`: on one
   * product alone, the `productId` of the input or the `id` of the answer; `lists`: on any; `suggestions`: on what was
   * searched for, too.
   */
  readonly cache?: 'product' | 'lists' | 'suggestions';
  /** The budget its calls are taken from, where that does not follow from its name. */
  readonly limit?: RateLimitClass;
}

const trpcCodes = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  conflict: 'CONFLICT',
  refused: 'UNPROCESSABLE_CONTENT',
  limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ErrorKind, TRPCError['code']>;

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    defaultMeta: { access: 'public' },
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => {
      const { stack: _hidden, ...data } = shape.data;
      const reason = reasonOf(error);
      return {
        code: shape.code,
        message: reason ?? publicMessage(error),
        data: {
          ...data,
          /** Our code; the apps key their sentences by it. */
          reason,
          details: isShopError(error.cause) ? (error.cause.details ?? null) : null,
          fields:
            reason === 'INPUT_INVALID' && error.cause instanceof ZodError ? fieldsOf(error.cause) : null,
          requestId: ctx?.requestId ?? null,
        },
      };
    },
  });

function reasonOf(error: TRPCError): ErrorCode | null {
  if (isShopError(error.cause)) return error.cause.code;
  return error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR' ? 'INPUT_INVALID' : null;
}

function publicMessage(error: TRPCError): string {
  return error.code === 'INTERNAL_SERVER_ERROR' ? 'INTERNAL_SERVER_ERROR' : error.message;
}

function fieldsOf(error: ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

/** Counts the call, gives its failure our code, and writes down what is a defect. One step, as it is part of every call. */
const guard = t.middleware(async ({ ctx, path, type, meta, next }) => {
  try {
    await limitRate(ctx, { path, type, limit: meta?.limit }, ctx.address);
    const result = await next();
    if (result.ok) return result;
    throw result.error;
  } catch (thrown) {
    const error = toTrpcError(thrown);
    if (error.code === 'INTERNAL_SERVER_ERROR') {
      const cause = error.cause ?? error;
      ctx.logger.error('procedure failed', { procedure: path, requestId: ctx.requestId, cause });
    }
    throw error;
  }
});

function toTrpcError(thrown: unknown): TRPCError {
  const cause = thrown instanceof TRPCError ? (thrown.cause ?? thrown) : thrown;
  const failure = translateFailure(cause);
  if (failure !== null)
    return new TRPCError({ code: trpcCodes[failure.kind], message: failure.code, cause: failure });
  return thrown instanceof TRPCError ? thrown : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause });
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Anyone. */
export const publicProcedure = t.procedure.use(guard);

/** A signed-in customer; `ctx.customer` is theirs. */
export const customerProcedure = publicProcedure
  .meta({ access: 'customer' })
  .use(async ({ ctx, path, type, meta, next }) => {
    const customer = await ctx.findCustomer();
    if (customer === null) throw new ShopError('UNAUTHENTICATED');
    await limitRate(ctx, { path, type, limit: meta?.limit }, accountCaller('customer', customer.id));
    return next({ ctx: { ...ctx, customer } });
  });

/** Staff whose role or token holds the permission; `ctx.staff` is theirs. */
export function staffProcedure(permission: Permission) {
  return publicProcedure
    .meta({ access: 'staff', permission })
    .use(async ({ ctx, path, type, meta, next }) => {
      const staff = await ctx.findStaff();
      if (staff === null) throw new ShopError('UNAUTHENTICATED');
      await limitRate(ctx, { path, type, limit: meta?.limit }, accountCaller('staff', staff.id));
      if (staff.mustEnrol) throw new ShopError('SECOND_FACTOR_REQUIRED');
      if (!staff.permissions.includes(permission)) throw new ShopError('FORBIDDEN', { permission });
      return next({ ctx: { ...ctx, staff } });
    });
}

/** Any member of staff at the console, about their own account. No API token is one. */
export const ownStaffProcedure = publicProcedure
  .meta({ access: 'staff', permission: 'self' })
  .use(async ({ ctx, path, type, meta, next }) => {
    const staff = await ctx.findStaff();
    if (staff === null || staff.sessionId === null) throw new ShopError('UNAUTHENTICATED');
    await limitRate(ctx, { path, type, limit: meta?.limit }, accountCaller('staff', staff.id));
    return next({ ctx: { ...ctx, staff: { ...staff, sessionId: staff.sessionId } } });
  });
