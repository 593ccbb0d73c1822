import { callTRPCProcedure } from '@trpc/server';
import type { createDomainRouter, Context } from '@turing/routers';
import { z } from 'zod';
import type { Topic } from './freshness.ts';

type DomainRouter = ReturnType<typeof createDomainRouter>;

/** A public query whose answers may be stored, as its `meta` in the router says. */
export interface StoredQuery {
  readonly path: string;
  /** Its name for one input: the same for all inputs that mean the same. Undefined for an input it refuses. */
  readonly keyOf: (input: unknown) => string | undefined;
  readonly topicOf: (input: unknown, answer: unknown) => Topic;
  readonly run: (ctx: Context, input: unknown) => Promise<unknown>;
}

const definitionSchema = z.object({
  type: z.literal('query'),
  meta: z.object({ access: z.literal('public'), cache: z.enum(['product', 'lists', 'suggestions']) }),
  inputs: z.array(z.custom<z.ZodType>((parser) => parser instanceof z.ZodType)).max(1),
});

export function storedQueriesOf(router: DomainRouter): ReadonlyMap<string, StoredQuery> {
  const procedures: Record<string, unknown> = router._def.procedures;
  return new Map(
    Object.entries(procedures).flatMap(([path, procedure]) => {
      const { data } = definitionSchema.safeParse((procedure as { readonly _def: unknown })._def);
      return data === undefined ? [] : [[path, describeQuery(router, path, data)]];
    }),
  );
}

function describeQuery(
  router: DomainRouter,
  path: string,
  { meta, inputs: [parser] }: z.infer<typeof definitionSchema>,
): StoredQuery {
  return {
    path,
    keyOf: (input) => {
      if (parser === undefined) return path;
      const parsed = parser.safeParse(input);
      return parsed.success ? `${path} ${JSON.stringify(parsed.data, inOrder)}` : undefined;
    },
    topicOf: (input, answer) => {
      if (meta.cache !== 'product') return meta.cache;
      const productId = textAt(input, 'productId') ?? textAt(answer, 'id');
      return productId === null ? 'lists' : { productId };
    },
    run: (ctx, input) =>
      callTRPCProcedure({
        router,
        path,
        type: 'query',
        ctx,
        getRawInput: () => Promise.resolve(input),
        signal: undefined,
        batchIndex: 0,
      }),
  };
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function textAt(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : null;
}
