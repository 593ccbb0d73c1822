import { roleAllows, roles } from '@turing/domain';
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

test.each(staffOnly)(
  '$path lets in exactly the roles that hold its permission',
  async ({ path, definition: parsed }) => {
    const permission = parsed.data?.meta.permission as Parameters<typeof roleAllows>[1];
    for (const role of [...Object.keys(roles), 'made-up']) {
      const staff = { id: '00000000-0000-7000-8000-000000000002', email: 'b@example.com', name: 'B', role };
      const code = await codeOf(path, { staff });
      expect(code === 'FORBIDDEN', `${role} calling ${path}: ${code}`).toBe(!roleAllows(role, permission));
    }
  },
);

test('what is not public and not for staff is for customers', async () => {
  const customerOnly = procedures.filter(({ definition: parsed }) => parsed.data?.meta.access === 'customer');
  expect(customerOnly.length).toBeGreaterThan(0);
  for (const { path } of customerOnly) expect(await codeOf(path, {})).toBe('UNAUTHORIZED');
});
