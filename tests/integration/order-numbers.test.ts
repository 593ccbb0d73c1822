import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { address, key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let variantId: string;
beforeAll(async () => {
  shop = await openShop({ maxConnections: 24 });
  ({
    variant: { id: variantId },
  } = await shop.factories.createProduct({ variants: [{ stock: 10_000 }] }));
  await shop.factories.createShippingMethod();
  await shop.factories.createTaxRate();
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

async function cartToPlace() {
  const guest = shop.as();
  const { token } = await guest.orders.cart.addLine({
    token: null,
    variantId,
    quantity: 1,
    idempotencyKey: key(),
  });
  const { country, region } = address;
  const quote = await guest.orders.checkout.quote({ token, country, region });
  return {
    token,
    email: 'guest@example.com',
    address,
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
  };
}

async function nextNumber(): Promise<number> {
  const { rows } = await shop.db.pool.query<{ next: number }>(
    `select next_number as next from number_series where kind = 'order'`,
  );
  return rows[0]!.next;
}

async function numbers(): Promise<number[]> {
  const { rows } = await shop.db.pool.query<{ number: number }>('select number from "order" order by number');
  return rows.map(({ number }) => number);
}

describe('order numbers', () => {
  test('200 orders at once, of which some fail after they got theirs, are numbered without a gap', async () => {
    const first = await nextNumber();
    const carts = await Promise.all(Array.from({ length: 200 }, cartToPlace));
    // Fails a third of the orders after the number is taken: at the event that tells of them.
    await shop.db.pool.query(`
      create function fail_some() returns trigger language plpgsql as $$
      begin
        if new.type = 'order.placed' and random() < 0.33 then raise exception 'as if the server had gone'; end if;
        return new;
      end $$;
      create trigger fail_some before insert on outbox_event for each row execute function fail_some()`);
    const results = await Promise.allSettled(
      carts.map((input) => shop.as().orders.checkout.place({ ...input, idempotencyKey: key() })),
    );
    await shop.db.pool.query('drop trigger fail_some on outbox_event');
    const placed = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.number] : []));
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.length).toBeLessThan(200);
    const expected = placed.map((_, index) => first + index);
    expect(placed.toSorted((a, b) => a - b)).toEqual(expected);
    expect(await numbers()).toEqual(expected);
    expect(await nextNumber()).toBe(first + placed.length);
  });

  test('a repeated submit takes no further number', async () => {
    const before = await nextNumber();
    const input = { ...(await cartToPlace()), idempotencyKey: key() };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => shop.as().orders.checkout.place(input)),
    );
    expect(new Set(answers.map(({ number }) => number))).toEqual(new Set([before]));
    expect(await nextNumber()).toBe(before + 1);
  });

  test('an order written elsewhere has a number of the same series, and a shop begins where it wants', async () => {
    await shop.db.pool.query(`update number_series set next_number = 500000 where kind = 'order'`);
    const { number } = await shop.factories.createOrder({ lines: [{ variantId }] });
    expect(number).toBe(500_000);
    expect(await nextNumber()).toBe(500_001);
  });

  test('a series that is not there is said so', async () => {
    await expect(shop.db.pool.query(`select take_number($1)`, [randomUUID()])).rejects.toThrow('no series');
  });
});
