import { permissions, type Permission } from '@turing/domain';
import { appRouter } from '@turing/routers';
import { createStripeEmulator } from '@turing/stripe-emulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  createWorld,
  type IdPlace,
  idPlacesOf,
  ownershipCases,
  sampleInput,
  tableOf,
  type World,
} from '../support/ownership/index.ts';
import { openShop, type Shop, type Visitor } from '../support/shop.ts';

const definitionSchema = z.object({
  inputs: z.array(z.instanceof(z.ZodType)),
  meta: z.object({
    access: z.enum(['public', 'customer', 'staff']),
    permission: z.enum([...permissions, 'self']).optional(),
  }),
});
const flat: Record<string, unknown> = appRouter._def.procedures;
const procedures = Object.entries(flat).map(([path, procedure]) => {
  const { inputs, meta } = definitionSchema.parse((procedure as { _def: unknown })._def);
  return { path, inputs, ...meta, places: idPlacesOf(inputs) };
});

const emulator = createStripeEmulator({ now: () => Date.now() });
let shop: Shop;
let world: World;
beforeAll(async () => {
  shop = await openShop({ stripeBase: await emulator.listen() });
  world = await createWorld(shop);
});
afterAll(async () => {
  await shop.close();
  await emulator.close();
});

interface Answer {
  /** Null when it was answered. */
  readonly code: string | null;
  /** All that the caller gets to see. */
  readonly text: string;
}

async function call(path: string, visitor: Visitor, input: unknown): Promise<Answer> {
  let target: unknown = shop.as(visitor);
  for (const name of path.split('.')) target = (target as Record<string, unknown>)[name];
  try {
    const answer = await (target as (given: unknown) => Promise<unknown>)(input);
    return { code: null, text: JSON.stringify(answer) ?? '' };
  } catch (error) {
    const { code, message, cause } = z
      .object({ code: z.string(), message: z.string(), cause: z.unknown() })
      .parse(error);
    const details = z.object({ details: z.unknown() }).safeParse(cause).data?.details ?? null;
    return { code, text: JSON.stringify({ message, details }) };
  }
}

/** A member of staff who may do everything but this. */
function staffWithout(permission: Permission): Visitor {
  const rest = permissions.filter((each) => each !== permission);
  const id = '00000000-0000-7000-8000-000000000002';
  return { staff: { id, email: 'b@turing.example', name: 'B', role: 'custom', permissions: rest } };
}

/** Of all rows that speak of one of the texts, in any table: a hash by table. */
async function fingerprint(texts: readonly string[]): Promise<Record<string, string>> {
  const { pool } = shop.db;
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const hashes = tables.map(
    ({
      name,
    }) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(row, '|' ORDER BY row)), '') AS hash
      FROM (SELECT t::text AS row FROM "${name}" AS t) AS rows WHERE row ~ $1`,
  );
  const { rows } = await pool.query<{ name: string; hash: string }>(hashes.join(' UNION ALL '), [
    texts.length === 0 ? '' : texts.join('|'),
  ]);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

const refusals = new Set([
  'CONFLICT',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_REQUEST',
  'UNPROCESSABLE_CONTENT',
]);

describe('the registry', () => {
  const needCase = procedures.filter(
    ({ access, permission, places }) =>
      access === 'customer' || permission === 'self' || (access === 'public' && places.length > 0),
  );

  test.each(needCase)('says whose the ids of $path are', ({ path }) => {
    expect(Object.keys(ownershipCases)).toContain(path);
  });

  test('speaks of no procedure that is gone or needs no case', () => {
    const needed = new Set(needCase.map(({ path }) => path));
    expect(Object.keys(ownershipCases).filter((path) => !needed.has(path))).toEqual([]);
  });

  test('finds ids wherever they hide', () => {
    const hidden = z.object({
      list: z.array(z.object({ thing: z.uuid() })),
      either: z.union([z.object({ orderNumber: z.number() }), z.object({ shareToken: z.string() })]),
      wrapped: z.uuid().nullable().optional().default(null),
      anything: z.custom<string>(),
      quantity: z.number(),
      idempotencyKey: z.string(),
    });
    expect(idPlacesOf([hidden]).map(({ path }) => path)).toEqual([
      'list[].thing',
      'either.orderNumber',
      'either.shareToken',
      'wrapped',
      'anything',
    ]);
  });
});

const owned = Object.entries(ownershipCases).flatMap(([path, each]) =>
  each.kind === 'owned' ? [{ path, reach: each.reach }] : [],
);

describe.each(owned)('$path', ({ path, reach }) => {
  test('gives and does nothing for anybody but the owner, and works for the owner', async () => {
    const { owner, input, attempts = [input], secrets, isAnswered = false } = await reach(shop, world);
    const victimId = owner.customer?.id ?? owner.staff?.id ?? '';
    const marks = [victimId, ...secrets].filter((mark) => mark !== '');
    const before = await fingerprint(marks);
    const others: Visitor[] = [
      {},
      world.other.visitor,
      world.otherClerk.visitor,
      { ...world.other.visitor, ...world.otherClerk.visitor },
    ];
    const faults: unknown[] = [];
    for (const visitor of others) {
      for (const attempt of attempts) {
        const { code, text } = await call(path, visitor, attempt);
        const isRight = code === null ? isAnswered || text === 'null' : refusals.has(code);
        const leaks = secrets.filter((secret) => text.includes(secret));
        if (!isRight || leaks.length > 0) faults.push({ visitor, attempt, code, text, leaks });
      }
    }
    expect(faults).toEqual([]);
    expect(await fingerprint(marks)).toEqual(before);
    expect(await call(path, owner, input)).toMatchObject({ code: null });
  });
});

describe('procedures of staff', () => {
  const forStaff = procedures.flatMap(({ access, permission, ...rest }) =>
    access === 'staff' && permission !== undefined && permission !== 'self' ? [{ ...rest, permission }] : [],
  );
  let before: Record<string, string>;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    for (const { path, inputs, places } of forStaff)
      if (places.length > 0)
        sampleInput(inputs, { idOf: (place) => ids.set(tableOf(path, place) ?? '', '') && '' });
    for (const table of ids.keys()) {
      if (table === '') continue;
      const { rows } = await shop.db.pool.query<{ id: string }>(`SELECT id FROM "${table}" LIMIT 1`);
      ids.set(table, rows[0]?.id ?? '');
    }
    before = await fingerprint([]);
  });

  test.each(forStaff)(
    '$path takes real ids from those alone who may',
    async ({ path, inputs, permission }) => {
      const idOf = (place: IdPlace) => {
        const id = ids.get(tableOf(path, place) ?? '') ?? '';
        expect(id, `what is ${place.path} of ${path}, and is there a row?`).not.toBe('');
        return id;
      };
      const input = sampleInput(inputs, { idOf });
      expect(await call(path, {}, input)).toMatchObject({ code: 'UNAUTHORIZED' });
      expect(await call(path, world.victim.visitor, input)).toMatchObject({ code: 'UNAUTHORIZED' });
      const without = await call(path, staffWithout(permission), input);
      expect(without).toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  test('none of it changed anything', async () => {
    expect(await fingerprint([])).toEqual(before);
  });
});
