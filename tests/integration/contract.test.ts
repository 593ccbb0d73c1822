import { type Permission, permissions, roles } from '@turing/domain';
import { appRouter } from '@turing/routers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openShop, type Shop } from '../support/shop.ts';

const definition = z.object({
  type: z.enum(['query', 'mutation']),
  output: z.custom((value) => value !== undefined),
  meta: z.object({ access: z.enum(['public', 'customer', 'staff']), permission: z.string().optional() }),
});

/** tRPC keeps all procedures of a router flat, by their dotted path. */
const flat: Record<string, unknown> = appRouter._def.procedures;

const procedures = Object.entries(flat).map(([path, procedure]) => ({
  path,
  definition: definition.safeParse((procedure as { _def: unknown })._def),
}));

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** Calls a procedure by its path with input no schema accepts, and answers the code it was refused with. */
async function codeOf(path: string, visitor: Parameters<Shop['as']>[0]): Promise<string> {
  let target: unknown = shop.as(visitor);
  for (const name of path.split('.')) target = (target as Record<string, unknown>)[name];
  try {
    await (target as (input: unknown) => Promise<unknown>)(Symbol('no input'));
    return 'ANSWERED';
  } catch (error) {
    return z.object({ code: z.string() }).parse(error).code;
  }
}

test('there are procedures in all four domains', () => {
  expect(new Set(procedures.map(({ path }) => path.split('.')[0]))).toEqual(
    new Set(['customers', 'products', 'orders', 'payments']),
  );
});

test.each(procedures)('$path parses its output and names who may call it', ({ path, definition: parsed }) => {
  expect({ path, error: parsed.error }).toEqual({ path, error: undefined });
});

const staffOnly = procedures.filter(({ definition: parsed }) => parsed.data?.meta.access === 'staff');

test.each(staffOnly)(
  '$path names a permission and refuses guests and customers',
  async ({ path, definition: parsed }) => {
    expect(parsed.data?.meta.permission).toBeDefined();
    expect(await codeOf(path, {})).toBe('UNAUTHORIZED');
    const customer = {
      id: '00000000-0000-7000-8000-000000000001',
      email: 'a@example.com',
      name: 'A',
      emailVerified: true,
    };
    expect(await codeOf(path, { customer })).toBe('UNAUTHORIZED');
  },
);

const anybody = { id: '00000000-0000-7000-8000-000000000002', email: 'b@example.com', name: 'B' };
const someId = '00000000-0000-7000-8000-000000000003';

/** Built-in roles, roles of a shop's own, names that are no role, and a token: with what each may do. */
const holders = [
  ...Object.entries(roles).map(([role, held]) => ({ role, permissions: held as readonly Permission[] })),
  ...permissions.map((permission) => ({ role: someId, permissions: [permission] })),
  ...permissions.map((permission) => ({
    role: someId,
    permissions: permissions.filter((other) => other !== permission),
  })),
  ...['made-up', 'custom', '', 'Owner', 'constructor'].map((role) => ({ role, permissions: [] })),
  { role: 'analyst', permissions: ['orders:read' as const], tokenId: someId, sessionId: null },
];

test.each(staffOnly)(
  '$path lets in exactly those who hold its permission',
  async ({ path, definition: parsed }) => {
    const wanted = parsed.data?.meta.permission;
    const wrong: string[] = [];
    for (const holder of holders) {
      const code = await codeOf(path, { staff: { ...anybody, ...holder } });
      const isAllowed =
        wanted === 'self' ? !('tokenId' in holder) : holder.permissions.some((held) => held === wanted);
      const refusal = wanted === 'self' ? 'UNAUTHORIZED' : 'FORBIDDEN';
      if ((code !== refusal) !== isAllowed)
        wrong.push(`${holder.role}, ${holder.permissions.join(' ')}: ${code}`);
    }
    expect(wrong).toEqual([]);
  },
);

test.each(staffOnly)(
  '$path is closed to those who have to set up a second factor first, unless it is about themselves',
  async ({ path, definition: parsed }) => {
    const staff = { ...anybody, role: 'owner', mustEnrol: true };
    const isOwn = parsed.data?.meta.permission === 'self';
    expect((await codeOf(path, { staff })) === 'FORBIDDEN').toBe(!isOwn);
  },
);

test('what staff may do about themselves is little', () => {
  const own = staffOnly.flatMap(({ path, definition: parsed }) =>
    parsed.data?.meta.permission === 'self' ? [path] : [],
  );
  expect(own.toSorted()).toEqual([
    'customers.staff.own.endOtherSessions',
    'customers.staff.own.endSession',
    'customers.staff.own.history',
    'customers.staff.own.sessions',
  ]);
});

test('what is not public and not for staff is for customers', async () => {
  const customerOnly = procedures.filter(({ definition: parsed }) => parsed.data?.meta.access === 'customer');
  expect(customerOnly.length).toBeGreaterThan(0);
  for (const { path } of customerOnly) expect(await codeOf(path, {})).toBe('UNAUTHORIZED');
});
