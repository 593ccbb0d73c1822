import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { isPublic } from '../public-store.ts';
import { askingTable } from './groups-store.ts';
import type { CustomerPrices, CustomerPricesInput } from './schemas.ts';

interface Params extends CustomerPricesInput {
  readonly customerId: string;
  readonly at: Date;
}

const customerPrices = defineStatement<Params, CustomerPrices[number]>('customer_prices', (db, param) => ({
  compile: () =>
    sql<CustomerPrices[number]>`
    with ${askingTable(param('customerId'))}
    select p.id as "productId", min(price.amount_minor) as "minPriceMinor", max(price.amount_minor) as "maxPriceMinor",
      (array_agg(price.compare_at_minor order by price.amount_minor, v.position))[1] as "compareAtMinor",
      json_agg(json_build_object('variantId', v.id, 'priceMinor', price.amount_minor, 'compareAtMinor', price.compare_at_minor)
               order by v.position) as variants
    from asking cross join product p join product_variant v on v.product_id = p.id and v.active
    cross join lateral effective_price(v.id, ${param('currency')}::bpchar, asking.groups, ${param('at')}::timestamptz) price
    where p.id = any (${param('productIds')}::uuid[]) and ${isPublic} and cardinality(asking.groups) > 0
    group by p.id order by p.id`.compile(db),
}));

/**
 * What public products cost a customer, to lay over what everybody is shown. Empty for a customer in no group, who pays
 * what everybody does. A product that is not sold in the currency has no entry.
 */
export function listCustomerPrices(db: Database, params: Params): Promise<CustomerPrices> {
  return db.run(customerPrices, params);
}
