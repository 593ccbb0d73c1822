import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { isPublic } from '../public-store.ts';
import type { AddressPart, AddressPartInput, AddressParts, AddressPartsInput } from './schemas.ts';

/** A sitemap may hold 50,000 addresses; a part of this size is read and written in a moment. Source: sitemaps.org. */
const partSize = 10_000;

const parts = defineStatement<AddressPartsInput, AddressParts[number]>(
  'product_address_parts',
  (db, param) => ({
    compile: () =>
      sql<AddressParts[number]>`
    select counted.id as "from" from (
      select p.id, row_number() over (order by p.id) as place
      from product p join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      where ${isPublic}
    ) counted where (counted.place - 1) % ${sql.lit(partSize)} = 0 order by counted.id`.compile(db),
  }),
);

const part = defineStatement<AddressPartInput, AddressPart[number]>('product_address_part', (db, param) => ({
  compile: () =>
    sql<AddressPart[number]>`
    select p.slug, p.updated_at as "updatedAt"
    from product p join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
    where p.id >= ${param('from')}::uuid and ${isPublic}
    order by p.id limit ${sql.lit(partSize)}`.compile(db),
}));

/** Where each part of all products on sale starts. */
export function listAddressParts(db: Database, input: AddressPartsInput): Promise<AddressParts> {
  return db.run(parts, input);
}

/** The addresses of products on sale from one on, as many as a part holds. */
export function listAddresses(db: Database, input: AddressPartInput): Promise<AddressPart> {
  return db.run(part, input);
}
