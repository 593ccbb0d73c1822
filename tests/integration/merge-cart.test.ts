import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bag, bagOf, type Device, openDevice } from '../support/cart-device.ts';
import { findViolations } from '../support/invariants.ts';
import { address, key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let variants: string[];
beforeAll(async () => {
  shop = await openShop({ maxConnections: 20 });
  await shop.factories.createShippingMethod();
  const made = await Promise.all(
    Array.from({ length: 4 }, () => shop.factories.createProduct({ variants: [{ stock: 100_000 }] })),
  );
  variants = made.map((product) => product.variants[0]!.id);
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

async function newCustomer() {
  return { ...(await shop.factories.createCustomer()), emailVerified: true };
}

const cartOf = (customer?: Awaited<ReturnType<typeof newCustomer>>) =>
  shop.as(customer === undefined ? {} : { customer }).orders.cart;

async function guestCart(lines: Record<number, number>) {
  let token: string | null = null;
  for (const [index, quantity] of Object.entries(lines)) {
    const line = { token, variantId: variants[Number(index)]!, quantity, idempotencyKey: key() };
    ({ token } = await cartOf().addLine(line));
  }
  return token!;
}

function bag(lines: Record<number, number>): Bag {
  return new Map(Object.entries(lines).map(([index, quantity]) => [variants[Number(index)]!, quantity]));
}

describe('a guest who signs in', () => {
  test('keeps the cart when the account has none', async () => {
    const customer = await newCustomer();
    const token = await guestCart({ 0: 2, 1: 1 });
    expect(await cartOf(customer).mine({ token })).toMatchObject({ cart: null, mergeDue: true });
    const merged = await cartOf(customer).merge({ token });
    expect([merged?.token, bagOf(merged)]).toEqual([token, bag({ 0: 2, 1: 1 })]);
    expect(await cartOf(customer).mine({ token })).toEqual({ cart: merged, mergeDue: false });
  });

  test('finds both carts in one, and again after repeating it', async () => {
    const customer = await newCustomer();
    await cartOf(customer).merge({ token: await guestCart({ 0: 2, 1: 1 }) });
    const token = await guestCart({ 1: 3, 2: 5 });
    const [first, ...more] = await Promise.all(
      Array.from({ length: 8 }, () => cartOf(customer).merge({ token })),
    );
    expect(bagOf(first!)).toEqual(bag({ 0: 2, 1: 4, 2: 5 }));
    for (const again of more) expect(again).toEqual(first);
    expect(await cartOf(customer).merge({ token: null })).toEqual(first);
  });

  test('keeps more of a thing than may be typed', async () => {
    const customer = await newCustomer();
    await cartOf(customer).merge({ token: await guestCart({ 0: 99 }) });
    const merged = await cartOf(customer).merge({ token: await guestCart({ 0: 60 }) });
    expect(bagOf(merged)).toEqual(bag({ 0: 159 }));
    const line = { token: merged!.token, lineId: merged!.lines[0]!.id, idempotencyKey: key() };
    expect(bagOf(await cartOf(customer).setLine({ ...line, quantity: 99 }))).toEqual(bag({ 0: 99 }));
  });

  test('is led on by the token of the cart that was merged, a stranger is not', async () => {
    const [customer, stranger] = [await newCustomer(), await newCustomer()];
    await cartOf(customer).merge({ token: await guestCart({ 0: 1 }) });
    const token = await guestCart({ 1: 1 });
    await cartOf(customer).merge({ token });
    const line = { token, variantId: variants[2]!, quantity: 1 };
    const led = await cartOf(customer).addLine({ ...line, idempotencyKey: key() });
    expect(bagOf(led)).toEqual(bag({ 0: 1, 1: 1, 2: 1 }));
    for (const other of [cartOf(), cartOf(stranger)]) {
      for (const held of [token, led.token]) {
        expect(await other.find({ token: held })).toBeNull();
        const add = other.addLine({ ...line, token: held, idempotencyKey: key() });
        await expect(add).rejects.toThrow('CART_NOT_FOUND');
        const quote = shop.as({}).orders.checkout.quote({ token: held, country: 'US', region: 'OR' });
        await expect(quote).rejects.toThrow('CART_NOT_FOUND');
      }
    }
    expect(await cartOf(stranger).merge({ token: led.token })).toBeNull();
    await expect(cartOf().merge({ token })).rejects.toThrow('UNAUTHENTICATED');
    expect((await cartOf(customer).mine({ token })).cart).toEqual(led);
  });

  test('does not bring back what was ordered', async () => {
    const customer = await newCustomer();
    const token = await guestCart({ 0: 1 });
    const { shippingMethod, pricing } = await shop
      .as()
      .orders.checkout.quote({ token, country: 'US', region: 'OR' });
    await shop.as().orders.checkout.place({
      token,
      email: 'guest@example.com',
      address,
      shippingMethod,
      expectedTotalMinor: pricing.totalMinor,
      idempotencyKey: key(),
    });
    expect(await cartOf(customer).mine({ token })).toEqual({ cart: null, mergeDue: false });
    expect(await cartOf(customer).merge({ token })).toBeNull();
  });
});

test('codes of both carts are kept, also those that cannot be used', async () => {
  const customer = await newCustomer();
  const [good, other, ended] = await Promise.all([
    shop.factories.createPromotion(),
    shop.factories.createPromotion(),
    shop.factories.createPromotion(),
  ]);
  const coded = async (code: string) => {
    const token = await guestCart({ 0: 1 });
    await cartOf().applyPromotion({ token, code, idempotencyKey: key() });
    return token;
  };
  const endedToken = await coded(ended.code);
  await shop.db.pool.query(`update promotion set ends_at = now() where id = $1`, [ended.id]);
  const codesAfter = async (token: string) =>
    (await cartOf(customer).merge({ token }))?.promotions.map(({ code }) => code).toSorted();
  expect(await codesAfter(await coded(good.code))).toEqual([good.code]);
  expect(await codesAfter(await coded(good.code))).toEqual([good.code]);
  expect(await codesAfter(await coded(other.code))).toEqual([good.code, other.code].toSorted());
  expect(await codesAfter(endedToken)).toEqual([good.code, other.code, ended.code].toSorted());
  const cart = await cartOf(customer).merge({ token: null });
  expect(cart?.promotions.find(({ code }) => code === ended.code)?.reason).toEqual({ kind: 'not_running' });
});

describe('one account on many devices', () => {
  test('has one cart, also when they add at the same moment', async () => {
    const customer = await newCustomer();
    const carts = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        cartOf(customer).addLine({
          token: null,
          variantId: variants[index % 2]!,
          quantity: 1,
          idempotencyKey: key(),
        }),
      ),
    );
    expect(new Set(carts.map(({ token }) => token)).size).toBe(1);
    expect(bagOf((await cartOf(customer).mine({ token: null })).cart)).toEqual(bag({ 0: 5, 1: 5 }));
  });

  test('a line added without a token is added once per key, whoever asks again', async () => {
    const customer = await newCustomer();
    const line = { token: null, variantId: variants[0]!, quantity: 2, idempotencyKey: key() };
    const answers = [await cartOf(customer).addLine(line), await cartOf(customer).addLine(line)];
    expect(answers.map((cart) => bagOf(cart))).toEqual([bag({ 0: 2 }), bag({ 0: 2 })]);
  });
});

interface LineStep {
  readonly kind: 'add' | 'set';
  readonly device: number;
  readonly item: number;
  readonly quantity: number;
}

type Step = LineStep | { readonly kind: 'signIn' | 'signOut' | 'look' | 'repeat'; readonly device: number };

const device = fc.nat({ max: 2 });
const change = { device, item: fc.nat({ max: 3 }) };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      ...change,
      quantity: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('set' as const), ...change, quantity: fc.nat({ max: 40 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('signIn' as const, 'signOut' as const, 'look' as const, 'repeat' as const),
      device,
    }),
  },
);

/** What the carts must hold: one bag for the account, one in the hands of each guest. */
class Model {
  readonly account = new Map<string, number>();
  readonly guests = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  readonly signedIn = [false, false, false];

  bagOf(index: number): Map<string, number> {
    return this.signedIn[index] ? this.account : this.guests[index]!;
  }

  signIn(index: number): void {
    this.signedIn[index] = true;
    for (const [id, quantity] of this.guests[index]!)
      this.account.set(id, (this.account.get(id) ?? 0) + quantity);
    this.guests[index]!.clear();
  }

  signOut(index: number): void {
    this.signedIn[index] = false;
    this.guests[index]!.clear();
  }
}

async function write(event: LineStep, at: Device, held: Map<string, number>) {
  const id = variants[event.item]!;
  const before = held.get(id) ?? 0;
  const wanted = event.kind === 'add' ? before + event.quantity : event.quantity;
  const done = await at[event.kind](id, event.quantity).then(
    () => true,
    () => false,
  );
  expect({ event, done }).toEqual({ event, done: event.kind === 'set' || wanted <= 99 });
  if (!done || (event.kind === 'set' && before === 0)) return;
  if (wanted === 0) held.delete(id);
  else held.set(id, wanted);
}

interface World {
  readonly devices: readonly Device[];
  readonly model: Model;
  readonly customer: Awaited<ReturnType<typeof newCustomer>>;
}

async function take(event: Step, { devices, model, customer }: World) {
  const at = devices[event.device]!;
  if (event.kind === 'add' || event.kind === 'set') return write(event, at, model.bagOf(event.device));
  if (event.kind === 'repeat') return at.repeat();
  if (event.kind === 'signIn') {
    at.signIn(customer);
    model.signIn(event.device);
    await at.look();
  } else if (event.kind === 'signOut') {
    at.signOut();
    model.signOut(event.device);
  }
}

test('no line is ever lost: any carts, any devices, any order of events, any repetition', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const customer = await newCustomer();
      const devices = [openDevice(shop), openDevice(shop), openDevice(shop)];
      const model = new Model();
      for (const each of steps) {
        await take(each, { devices, model, customer });
        expect(bagOf(await devices[each.device]!.look())).toEqual(new Map(model.bagOf(each.device)));
      }
      for (const [index, at] of devices.entries()) {
        expect(bagOf(await at.look())).toEqual(new Map(model.bagOf(index)));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('no line is lost between writers, sign-ins and retries at the same moment', async () => {
  const batch = fc.array(
    fc.record({
      who: fc.constantFrom('guest' as const, 'account' as const),
      cart: fc.nat({ max: 2 }),
      item: fc.nat({ max: 3 }),
      signsIn: fc.boolean(),
      isRepeated: fc.boolean(),
    }),
    { minLength: 4, maxLength: 16 },
  );
  await fc.assert(
    fc.asyncProperty(batch, async (work) => {
      const customer = await newCustomer();
      const tokens = await Promise.all([guestCart({ 0: 1 }), guestCart({ 0: 1, 1: 1 }), guestCart({ 2: 1 })]);
      const expected = new Map(bag({ 0: 2, 1: 1, 2: 1 }));
      const hands: string[] = [...tokens];
      await Promise.all(
        work.map(async ({ who, cart, item, signsIn, isRepeated }) => {
          const token = tokens[cart]!;
          if (signsIn) await cartOf(customer).merge({ token });
          const caller = who === 'guest' ? cartOf() : cartOf(customer);
          const line = { variantId: variants[item]!, quantity: 1, idempotencyKey: key() };
          const send = (to: string | null) => caller.addLine({ ...line, token: to });
          const added = await send(token).then(
            () => token,
            () => send(null).then((made) => made.token),
          );
          hands.push(added);
          expected.set(line.variantId, (expected.get(line.variantId) ?? 0) + 1);
          // Answered or refused, a repeat adds nothing.
          if (isRepeated && added === token) await send(token).catch(() => undefined);
        }),
      );
      for (const token of new Set(hands)) await cartOf(customer).merge({ token });
      const { cart, mergeDue } = await cartOf(customer).mine({ token: null });
      expect([bagOf(cart), mergeDue]).toEqual([expected, false]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('an order and a sign-in at the same moment: the lines are in the order or in the account', async () => {
  for (let round = 0; round < 12; round += 1) {
    const customer = await newCustomer();
    await cartOf(customer).merge({ token: await guestCart({ 3: 1 }) });
    const token = await guestCart({ 0: 2, 1: 1 });
    const { shippingMethod, pricing } = await shop
      .as()
      .orders.checkout.quote({ token, country: 'US', region: 'OR' });
    const place = () =>
      shop.as().orders.checkout.place({
        token,
        email: 'guest@example.com',
        address,
        shippingMethod,
        expectedTotalMinor: pricing.totalMinor,
        idempotencyKey: key(),
      });
    const [placed] = await Promise.allSettled([place(), cartOf(customer).merge({ token })]);
    const after = bagOf(await cartOf(customer).merge({ token }));
    expect(after).toEqual(placed.status === 'fulfilled' ? bag({ 3: 1 }) : bag({ 0: 2, 1: 1, 3: 1 }));
  }
});
