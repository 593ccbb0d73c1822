import { refused } from './errors.ts';
import type { List } from './pagination.ts';
import type { State } from './state.ts';

type Json = Record<string, unknown>;
type Resolve = (state: State, parent: Json) => unknown;

const links: Record<string, Record<string, Resolve>> = {
  charge: {
    customer: (state, parent) => find(state.customers, parent['customer']),
    payment_intent: (state, parent) => find(state.paymentIntents, parent['payment_intent']),
    refunds: (state, parent) =>
      wholeList(refundsOf(state, parent), `/v1/charges/${String(parent['id'])}/refunds`),
  },
  'checkout.session': {
    customer: (state, parent) => find(state.customers, parent['customer']),
    line_items: (state, parent) =>
      wholeList(
        state.lineItems.get(String(parent['id'])) ?? [],
        `/v1/checkout/sessions/${String(parent['id'])}/line_items`,
      ),
    payment_intent: (state, parent) => find(state.paymentIntents, parent['payment_intent']),
  },
  payment_intent: {
    customer: (state, parent) => find(state.customers, parent['customer']),
    latest_charge: (state, parent) => find(state.charges, parent['latest_charge']),
    payment_method: (state, parent) => find(state.paymentMethods, parent['payment_method']),
  },
  payment_method: { customer: (state, parent) => find(state.customers, parent['customer']) },
  price: { product: (state, parent) => find(state.products, parent['product']) },
  refund: {
    charge: (state, parent) => find(state.charges, parent['charge']),
    payment_intent: (state, parent) => find(state.paymentIntents, parent['payment_intent']),
  },
  'tax.calculation': {
    line_items: (state, parent) =>
      wholeList(
        state.taxLineItems.get(String(parent['id'])) ?? [],
        `/v1/tax/calculations/${String(parent['id'])}/line_items`,
      ),
  },
  'tax.calculation_line_item': {
    tax_breakdown: (state, parent) => state.taxBreakdowns.get(String(parent['id'])) ?? [],
  },
};

/** Objects Stripe embeds but that are not links: a path may pass through them. */
const embedded: Record<string, string[]> = { item: ['price'] };

/** Replaces the links named by `paths` (`latest_charge`, `data.payment_intent`, …) in a copy of `body`. */
export function expand(state: State, body: object, paths: string[]): object {
  const copy = structuredClone(body) as Json;
  for (const path of paths) expandPath(state, copy, path.split('.'));
  return copy;
}

function expandPath(state: State, target: Json, path: string[]): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (target['object'] === 'list' && name === 'data') {
    for (const item of target['data'] as Json[]) expandPath(state, item, rest);
    return;
  }
  const kind = String(target['object']);
  const resolve = links[kind]?.[name];
  if (resolve) {
    if (typeof target[name] !== 'object')
      target[name] = structuredClone(resolve(state, target)) ?? target[name];
  } else if (!embedded[kind]?.includes(name)) {
    throw refused(`This property cannot be expanded (${name}).`, { param: 'expand' });
  }
  if (typeof target[name] === 'object' && target[name] !== null)
    expandPath(state, target[name] as Json, rest);
}

function find<Item>(items: Map<string, Item>, id: unknown): Item | undefined {
  return typeof id === 'string' ? items.get(id) : undefined;
}

function wholeList<Item>(data: Item[], url: string): List<Item> {
  return { object: 'list', data, has_more: false, url };
}

function refundsOf(state: State, charge: Json): object[] {
  return [...state.refunds.values()].filter((refund) => refund.charge === charge['id']).toReversed();
}
