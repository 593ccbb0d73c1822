import { text } from 'node:stream/consumers';
import { personalData } from '@turing/db/personal-data';
import { openExport } from '@turing/routers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailbox, type Mailbox } from '../support/mailbox.ts';
import { createFullCustomer, type FullCustomer } from '../support/privacy.ts';
import { key, openShop, type Shop } from '../support/shop.ts';
import { openWorker, type TestWorker } from '../support/worker.ts';

let shop: Shop;
let mailbox: Mailbox;
let worker: TestWorker;
let variantId: string;
beforeAll(async () => {
  [shop, mailbox] = await Promise.all([openShop(), openMailbox()]);
  worker = openWorker(shop, mailbox);
  variantId = (await shop.factories.createProduct({ variants: [{ stock: 1000 }] })).variants[0]!.id;
});
beforeEach(() => mailbox.reset());
afterAll(async () => {
  worker.close();
  await mailbox.close();
  await shop.close();
});

type Part = { what: string; rows: Record<string, unknown>[] };

function privacyOf(customer: FullCustomer) {
  return shop.as(customer.visitor).customers.privacy;
}

async function read(customerId: string, id: string): Promise<string> {
  return text(await openExport(shop, { id, customerId }));
}

async function exportOf(customer: FullCustomer) {
  const { id } = await privacyOf(customer).requestExport({ idempotencyKey: key() });
  await worker.run();
  const file = await read(customer.id, id);
  return { id, file, parts: JSON.parse(file) as Record<string, Part> };
}

describe('the file with all data', () => {
  test('has every part and column that the register says is exported, and nothing of anybody else', async () => {
    const other = await createFullCustomer(shop, variantId);
    const customer = await createFullCustomer(shop, variantId);
    const { file, parts } = await exportOf(customer);
    for (const { name, personal } of personalData) {
      if (personal?.exported == null) continue;
      const { section, columns, also } = personal.exported;
      const [row] = parts[section]?.rows ?? [];
      expect(row, `${name} has no row in ${section}`).toBeDefined();
      const names = columns.map((column) =>
        column.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase()),
      );
      expect(Object.keys(row ?? {})).toEqual([...names, ...Object.keys(also)]);
    }
    expect(parts['orders']?.rows.map(({ number }) => number)).toEqual(
      customer.orders.map(({ number }) => number),
    );
    for (const mark of [...other.marks, other.id]) expect(file).not.toContain(mark);
  });

  test('has no secret with which somebody could sign in or open a cart', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const { file } = await exportOf(customer);
    const secrets = await shop.db.pool.query<{ secret: string }>(
      `select token as secret from customer_session where customer_id = $1 union all
       select token from cart where customer_id = $1 union all select token from "order" where customer_id = $1 union all
       select password from customer_account where customer_id = $1 union all
       select secret from customer_two_factor where customer_id = $1 union all
       select credential_id from customer_passkey where customer_id = $1`,
      [customer.id],
    );
    expect(secrets.rows).toHaveLength(6);
    for (const { secret } of secrets.rows) expect(file).not.toContain(secret);
  });

  test('has no orders of an address that was not verified', async () => {
    const { id, email, name } = await shop.factories.createCustomer({ emailVerified: false });
    await shop.factories.createOrder({ email, lines: [{ variantId }] });
    const visitor = { customer: { id, email, name, emailVerified: true, signedInAt: shop.now() } };
    const request = await shop.as(visitor).customers.privacy.requestExport({ idempotencyKey: key() });
    await worker.run();
    const parts = JSON.parse(await read(id, request.id)) as Record<string, Part>;
    expect(parts['account']?.rows).toHaveLength(1);
    expect(parts['orders']?.rows).toEqual([]);
  });

  test('reads more rows than one page has', async () => {
    const customer = await createFullCustomer(shop, variantId);
    await shop.db.pool.query(
      `insert into customer_consent (customer_id, purpose, granted, wording, source)
       select $1, 'marketing_email', n % 2 = 0, 'w' || n, 'test' from generate_series(1, 1200) n`,
      [customer.id],
    );
    const { parts } = await exportOf(customer);
    const words = parts['consents']?.rows.map(({ wording }) => wording) ?? [];
    expect(words.filter((word) => String(word).startsWith('w'))).toHaveLength(1200);
    expect(new Set(words.filter((word) => word !== '')).size).toBe(1200);
  });
});

describe('asking for it', () => {
  test('leads to a letter with a link that is of use to the customer alone, for a week', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const stranger = await createFullCustomer(shop, variantId);
    const { id } = await exportOf(customer);
    expect(mailbox.letters.map(({ to }) => to)).toEqual([customer.email]);
    expect(mailbox.letters[0]?.text).toContain(`/account/privacy?file=${id}`);
    expect(await privacyOf(customer).get()).toMatchObject({ export: { id, status: 'done' } });
    await expect(read(stranger.id, id)).rejects.toThrow('EXPORT_NOT_FOUND');
    shop.advance(6.9 * 86_400_000);
    await expect(read(customer.id, id)).resolves.toContain(customer.email);
    shop.advance(0.2 * 86_400_000);
    await expect(read(customer.id, id)).rejects.toThrow('EXPORT_NOT_FOUND');
    const { rows } = await shop.db.pool.query<{ key: string }>(
      'select storage_key as key from privacy_request where id = $1',
      [id],
    );
    await worker.queue('apply-retention', {});
    await worker.run();
    expect(await shop.storage.stat(rows[0]!.key)).toBeNull();
    expect(await privacyOf(customer).get()).toMatchObject({ export: { expiresAt: null } });
  });

  test('needs a fresh sign-in', async () => {
    const { visitor } = await createFullCustomer(shop, variantId);
    const { signedInAt: _, ...unknown } = visitor.customer!;
    const old = { ...unknown, signedInAt: new Date(shop.now().getTime() - 16 * 60_000) };
    for (const customer of [unknown, old]) {
      const { privacy } = shop.as({ customer }).customers;
      await expect(privacy.requestExport({ idempotencyKey: key() })).rejects.toThrow('SIGN_IN_NOT_FRESH');
      await expect(privacy.requestErasure({ idempotencyKey: key() })).rejects.toThrow('SIGN_IN_NOT_FRESH');
      expect((await privacy.get()).mustSignInAgain).toBe(true);
    }
  });

  test('works once a day, and once for ten callers', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const api = privacyOf(customer);
    const idempotencyKey = key();
    const asked = await Promise.all([
      ...Array.from({ length: 5 }, () => api.requestExport({ idempotencyKey })),
      ...Array.from({ length: 5 }, () => api.requestExport({ idempotencyKey: key() })),
    ]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    await worker.run();
    expect(mailbox.letters).toHaveLength(1);
    expect(await api.requestExport({ idempotencyKey })).toEqual(asked[0]);
    await expect(api.requestExport({ idempotencyKey: key() })).rejects.toThrow('RATE_LIMITED');
    shop.advance(86_400_000);
    const fresh = { customer: { ...customer.visitor.customer!, signedInAt: shop.now() } };
    const again = await shop.as(fresh).customers.privacy.requestExport({ idempotencyKey: key() });
    expect(again.id).not.toBe(asked[0]?.id);
    await worker.run();
  });

  test('is written again after the storage was away, and the letter goes once', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const { id } = await privacyOf(customer).requestExport({ idempotencyKey: key() });
    await shop.db.pool.query(`update privacy_request set storage_key = 'no/../key' where id = $1`, [id]);
    await worker.run();
    expect(await privacyOf(customer).get()).toMatchObject({ export: { status: 'running' } });
    await shop.db.pool.query('update privacy_request set storage_key = null where id = $1', [id]);
    await worker.skipWaiting();
    await worker.run();
    expect(await privacyOf(customer).get()).toMatchObject({ export: { status: 'done' } });
    expect(mailbox.letters).toHaveLength(1);
  });

  test('by staff sends the file to the customer, with an audit that names nobody', async () => {
    const customer = await createFullCustomer(shop, variantId);
    const staff = { ...(await shop.factories.createStaff()), role: 'owner' };
    const { privacy } = shop.as({ staff }).customers.staff;
    const { rows } = await shop.db.pool.query<{ version: number }>(
      'select version from customer where id = $1',
      [customer.id],
    );
    const input = { id: customer.id, version: rows[0]!.version, idempotencyKey: key() };
    await expect(privacy.requestExport({ ...input, version: 99, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    const { id } = await privacy.requestExport(input);
    expect(await privacy.requestExport(input)).toEqual({ id });
    await worker.run();
    expect(mailbox.letters.map(({ to }) => to)).toEqual([customer.email]);
    const audit = await shop.db.pool.query('select after from audit_entry where entity_id = $1', [
      customer.id,
    ]);
    expect(audit.rows).toEqual([{ after: { requestId: id } }]);
    expect((await privacy.get({ id: customer.id })).export?.id).toBe(id);
  });
});
