import type { NewId } from './ids.ts';
import { inCountry, composeOrder } from './orders/compose.ts';
import { orderTimes, minutes, day } from './orders/calendar.ts';
import { History, type HistoryContext } from './orders/history.ts';
import { planFates, type Fate } from './orders/plan.ts';
import { createPicker, type ShelfProduct } from './orders/shelf.ts';
import { createPeople, namedCustomer, type Shopper } from './people/people.ts';
import type { Random } from './random.ts';
import type { Buyer } from './reviews/reviews.ts';
import type { SeededCustomer } from './write-people.ts';

const firstNumber = 100_001;
const guestShare = 0.32;
const accountsOpenedWithin = 600 * day;

export interface PastOrders {
  history: History;
  customers: SeededCustomer[];
  /** Who received which product. */
  buyers: Map<string, Buyer[]>;
}

export interface PastOrderInput {
  shelf: readonly ShelfProduct[];
  context: HistoryContext;
  counts: { orders: number; customers: number };
}

/** Eighteen months of trade: who bought what, when, and what became of it. */
export function composePastOrders({ shelf, context, counts }: PastOrderInput): PastOrders {
  const { random, newId, now } = context;
  const nextPerson = createPeople(random);
  const customers = openAccounts(nextPerson, { random, newId, now, count: counts.customers });
  const pick = createPicker(shelf.filter(({ product }) => product.status === 'active'));
  const history = new History(context);
  const buyers = new Map<string, Buyer[]>();
  const seen = new Set<string>();
  const moments = placeInOrder(random, now, { count: counts.orders, nextPerson, customers });
  for (const [index, { customer, shopper, at }] of moments.entries()) {
    const firstOrder = !seen.has(shopper.email);
    seen.add(shopper.email);
    const composed = composeOrder(random, pick, { at, now, address: shopper.address, firstOrder });
    const { fate } = planned(index, moments, composed.basket.length);
    const customerId = customer?.id ?? null;
    if (customer !== null && customer.createdAt > at)
      customer.createdAt = new Date(at.getTime() - minutes(6));
    history.add({
      id: newId(at),
      number: firstNumber + index,
      placedAt: at,
      shopper,
      customerId,
      composed,
      fate,
    });
    if (fate.status !== 'delivered') continue;
    for (const { item } of composed.basket) {
      const deliveredAt = new Date(Math.min(at.getTime() + 5 * day, now.getTime()));
      buyers.set(item.id, [...(buyers.get(item.id) ?? []), { customerId, name: shopper.name, deliveredAt }]);
    }
  }
  return { history, customers, buyers };
}

interface Moment {
  at: Date;
  shopper: Shopper;
  customer: SeededCustomer | null;
  fate: Fate;
}

function planned(index: number, moments: readonly Moment[], lines: number): { fate: Fate } {
  const moment = moments[index];
  if (moment === undefined) throw new Error(`no plan for order ${index}`);
  // An order of one line cannot leave in part.
  const whole = moment.fate.shipped === 'part' && lines < 2;
  return { fate: whole ? { ...moment.fate, shipped: 'none' } : moment.fate };
}

interface Crowd {
  count: number;
  nextPerson: () => Shopper;
  customers: readonly SeededCustomer[];
}

/** Who orders when, oldest first. The last few are at the till right now. */
function placeInOrder(random: Random, now: Date, { count, nextPerson, customers }: Crowd): Moment[] {
  const fates = planFates(random, count);
  const latest = new Date(now.getTime() - minutes(25));
  const visits = orderTimes(random, now, count).map((time) => {
    const customer = random.chance(guestShare) ? null : chooseCustomer(random, customers);
    const shopper = customer?.person ?? nextPerson();
    return { at: inCountry(time, shopper.address.country, latest), shopper, customer };
  });
  visits.sort((a, b) => a.at.getTime() - b.at.getTime());
  return visits.map((visit, index) => {
    const fate = fates[index];
    if (fate === undefined) throw new Error(`no fate for order ${index}`);
    const at =
      fate.status === 'pending' ? new Date(now.getTime() - minutes(2 + 5 * (count - index))) : visit.at;
    return { ...visit, at, fate };
  });
}

// Some come back often, most once or twice.
function chooseCustomer(random: Random, customers: readonly SeededCustomer[]): SeededCustomer {
  const customer = customers[Math.floor(random.next() ** 1.6 * customers.length)];
  if (customer === undefined) throw new Error('no customers');
  return customer;
}

interface Accounts {
  random: Random;
  newId: NewId;
  now: Date;
  count: number;
}

function openAccounts(nextPerson: () => Shopper, { random, newId, now, count }: Accounts): SeededCustomer[] {
  return Array.from({ length: count }, (_, index) => {
    const createdAt = new Date(now.getTime() - Math.floor(random.next() * accountsOpenedWithin));
    if (index > 0) return { id: newId(createdAt), person: nextPerson(), createdAt };
    const { email, name, address, password } = namedCustomer;
    return { id: newId(createdAt), person: { email, name, address }, createdAt, password };
  });
}
