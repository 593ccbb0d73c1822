import { currencies } from '@turing/domain';
import { insertRows, type NewRow, type Queryable } from '../src/testing/insert.ts';
import { day } from './orders/calendar.ts';
import type { ShelfProduct } from './orders/shelf.ts';
import { namedCustomer } from './people/people.ts';
import { createRandom } from './random.ts';
import type { NewId } from './ids.ts';
import type { SeededCustomer } from './write-people.ts';

interface PriceListInput {
  shelf: readonly ShelfProduct[];
  customers: readonly SeededCustomer[];
  newId: NewId;
  now: Date;
}

const everybody = { priority: 0, group_id: null, starts_at: null, ends_at: null, active: true };
const sale: NewRow<'price_list'> = { ...everybody, name: 'Studio sale', kind: 'sale' };
const trade: NewRow<'price_list'> = { ...everybody, name: 'Trade prices', kind: 'override', priority: 10 };
const onSale = 25;
const forTrade = 60;
const tradeMembers = 8;

/** A sale that runs now and a list for trade customers, with the group it is for. */
export async function writePriceLists(db: Queryable, input: PriceListInput): Promise<void> {
  const { newId, now } = input;
  const random = createRandom('price lists');
  const [saleId, tradeId, groupId] = [newId(now), newId(now), newId(now)];
  await insertRows(db, 'customer_group', [{ id: groupId, code: 'trade', name: 'Trade customers' }]);
  const buyers = input.customers.filter(({ person }) => person.email !== namedCustomer.email);
  await insertRows(
    db,
    'customer_group_member',
    random.sample(buyers, tradeMembers).map(({ id }) => ({ customer_id: id, group_id: groupId })),
  );
  const inDays = (days: number) => new Date(now.getTime() + days * day).toISOString();
  await insertRows(db, 'price_list', [
    { ...sale, id: saleId, starts_at: inDays(-3), ends_at: inDays(11) },
    { ...trade, id: tradeId, group_id: groupId },
  ]);
  // What has a compare-at price of its own already looks like an offer.
  const plain = input.shelf.filter(
    ({ product, variants }) =>
      product.status === 'active' &&
      variants.every(({ variant }) => variant.prices.USD.compareAtMinor === null),
  );
  await insertRows(db, 'price_list_price', pricesOf(saleId, random.sample(plain, onSale), 0.8));
  await insertRows(db, 'price_list_price', pricesOf(tradeId, random.sample(plain, forTrade), 0.85));
}

function pricesOf(
  listId: string,
  products: readonly ShelfProduct[],
  share: number,
): NewRow<'price_list_price'>[] {
  return products.flatMap(({ variants }) =>
    variants.flatMap(({ id, variant }) =>
      currencies.map((currency) => ({
        price_list_id: listId,
        variant_id: id,
        currency,
        amount_minor: endingIn95(variant.prices[currency].amountMinor * share),
      })),
    ),
  );
}

/** The nearest amount below that ends in .95; less than that stays as it is. */
function endingIn95(amount: number): number {
  const whole = Math.round(amount);
  return whole < 95 ? whole : whole - ((whole - 95) % 100);
}
