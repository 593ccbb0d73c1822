import { personalData } from '@turing/db/personal-data';
import { createSchedule } from '@turing/worker/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** What to do about a finding, for whoever added the column. */
const advice = `is in the database and not in the register of personal data.
Add it in packages/db/src/personal-data: to the plain columns (or to \`nothing\`) when it says nothing about a person,
otherwise to what is exported or withheld, and say what an erasure does to it and how long it stays.`;

async function findColumns(): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ column: string }>(
    `select c.table_schema || '.' || c.table_name || '.' || c.column_name as column
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`,
  );
  return rows.map(({ column }) => column);
}

const decided = personalData.flatMap(({ schema, name, columns }) =>
  columns.map((column) => `${schema}.${name}.${column}`),
);

describe('the register of personal data', () => {
  test('has every column of the database', async () => {
    const known = new Set(decided);
    const open = (await findColumns()).filter((column) => !known.has(column));
    expect(open, `${open.join(', ')} ${advice}`).toEqual([]);
  });

  test('has no column that is gone, and none twice', async () => {
    const real = new Set(await findColumns());
    expect(decided.filter((column) => !real.has(column))).toEqual([]);
    expect(decided.filter((column, index) => decided.indexOf(column) !== index)).toEqual([]);
  });

  test('notices a new column and a new table', async () => {
    await shop.db.pool.query('alter table customer add column birthday date');
    await shop.db.pool.query('create table loyalty_card (holder text)');
    const known = new Set(decided);
    const open = (await findColumns()).filter((column) => !known.has(column));
    await shop.db.pool.query('drop table loyalty_card');
    await shop.db.pool.query('alter table customer drop column birthday');
    expect(open).toContain('public.customer.birthday');
    expect(open).toContain('public.loyalty_card.holder');
  });

  test('holds every column that points at a customer among the personal tables', async () => {
    const { rows } = await shop.db.pool.query<{ name: string }>(
      `select distinct c.conrelid::regclass::text as name from pg_constraint c
       where c.contype = 'f' and c.confrelid in ('customer'::regclass, '"order"'::regclass)`,
    );
    const personal = new Set(personalData.flatMap(({ name, personal: about }) => (about ? [name] : [])));
    expect(rows.map(({ name }) => name.replaceAll('"', '')).filter((name) => !personal.has(name))).toEqual(
      [],
    );
  });

  test('empties only columns it knows, and counts time from columns there are', () => {
    for (const { name, columns, personal } of personalData) {
      if (personal === null) continue;
      const named = [
        ...(personal.erasure.how === 'anonymised' ? personal.erasure.columns : []),
        ...(personal.retention.kind === 'days' ? [personal.retention.since] : []),
      ];
      expect({ name, unknown: named.filter((column) => !columns.includes(column)) }).toEqual({
        name,
        unknown: [],
      });
    }
  });

  test('names jobs that the clock runs', () => {
    const scheduled = new Set(createSchedule().map(({ task }) => task));
    for (const { name, personal } of personalData) {
      if (personal?.retention.kind !== 'job') continue;
      expect(scheduled.has(personal.retention.job), `${name}: ${personal.retention.job}`).toBe(true);
    }
  });

  test('keeps the names of its parts of an export apart', () => {
    const sections = personalData.flatMap(({ personal }) => personal?.exported?.section ?? []);
    expect(new Set(sections).size).toBe(sections.length);
  });
});
