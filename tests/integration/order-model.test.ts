import { randomUUID } from 'node:crypto';
import { seeded } from '@turing/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildBundles, type Bundles } from '../support/fleet/bundles.ts';
import { connect, insist, Refusal } from '../support/fleet/insist.ts';
import { type Member, startMember } from '../support/fleet/member.ts';
import { signInOwner } from '../support/fleet/staff-session.ts';
import { findViolations } from '../support/invariants.ts';
import { type ModelOrder, modelOf, type Wish, wishFor } from '../support/order-model.ts';
import { openShop, type Shop } from '../support/shop.ts';

interface Attempt {
  readonly orderId: string;
  /** What the clerk looked at. */
  readonly version: number;
  readonly wish: Wish;
  /** Null: it was done. */
  readonly refusal: Refusal | null;
}

const orderCount = 12;
const clerks = 9;
const turns = 20;
const seed = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));
let bundles: Bundles;
let shop: Shop;
let cookie: string;
const apis: Member[] = [];

beforeAll(async () => {
  bundles = buildBundles(['api']);
  shop = await openShop();
  const databaseUrl = shop.db.pool.options.connectionString!;
  const started = [1, 2].map(() => startMember({ kind: 'api', bundles, databaseUrl }));
  apis.push(...(await Promise.all(started)));
  cookie = await signInOwner(shop.factories, apis[0]!.url);
}, 120_000);
afterAll(async () => {
  await Promise.all(apis.map((api) => api.kill('SIGKILL')));
  await shop.close();
  bundles.remove();
});

/** Looks at orders and does with them what comes to mind, through one of the processes. */
async function work(clerk: number, orderIds: readonly string[]): Promise<Attempt[]> {
  const random = seeded(seed + clerk);
  const client = connect(apis[clerk % apis.length]!.url, cookie);
  const attempts: Attempt[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const id = orderIds[Math.floor(random() * orderIds.length)]!;
    const view = await insist(() => client.orders.staff.get.query({ id }));
    const wish = wishFor(view, random);
    const write = { id, version: view.version, idempotencyKey: randomUUID() };
    const refusal = await insist(() => wish.ask(client, write)).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      },
    );
    attempts.push({ orderId: id, version: view.version, wish, refusal });
  }
  return attempts;
}

/** The order after each of its versions, as one thread would have done what was done. */
function replay(first: ModelOrder, done: readonly Attempt[]): ModelOrder[] {
  const states = [first];
  for (const [index, { version, wish }] of done.entries()) {
    expect(version).toBe(index + 1);
    const next = wish.apply(states[index]!);
    expect(next, `${wish.name} was done and should have been refused`).not.toBeNull();
    states.push(next!);
  }
  return states;
}

test('what several clerks do at several processes is what one would have done in some order', async () => {
  const orders = await Promise.all(
    Array.from({ length: orderCount }, async () => {
      const { variants } = await shop.factories.createProduct({ variants: [{}, {}] });
      const lines = variants.map(({ id }, index) => ({ variantId: id, quantity: 4 - index }));
      return shop.factories.createOrder({ lines });
    }),
  );
  const client = connect(apis[0]!.url, cookie);
  const first = new Map<string, ModelOrder>();
  for (const { id } of orders) first.set(id, modelOf(await client.orders.staff.get.query({ id })));

  const ids = orders.map(({ id }) => id);
  const attempts = await Promise.all(Array.from({ length: clerks }, (_, clerk) => work(clerk, ids)));

  for (const { id } of orders) {
    const own = attempts.flat().filter(({ orderId }) => orderId === id);
    const done = own.filter(({ refusal }) => refusal === null).toSorted((a, b) => a.version - b.version);
    const states = replay(first.get(id)!, done);
    const now = await client.orders.staff.get.query({ id });
    expect(modelOf(now), `seed ${seed}`).toEqual(states.at(-1));
    expect(now.version).toBe(states.length);
    for (const { version, wish, refusal } of own) {
      if (refusal?.code === 'VERSION_CONFLICT') expect(refusal.details.current).toBeGreaterThan(version);
      else if (refusal !== null) expect(wish.apply(states[version - 1]!), `seed ${seed}`).toBeNull();
    }
  }
  const codes = new Set(attempts.flat().flatMap(({ refusal }) => refusal?.code ?? []));
  expect(codes).toContain('VERSION_CONFLICT');
  expect(await findViolations(shop.db.pool)).toEqual({});
}, 120_000);
