import { type Random, seeded } from '@turing/db/testing';
import { currencies, type OrderPricing, payWithCredit, priceOrder, type Tender } from '@turing/domain';
import { expect, test } from 'vitest';
import { anyCurrency, randomCart } from '../testing/random-carts.ts';
import { checkoutLines } from './checkout-lines.ts';
import { sessionParams } from './stripe-session.ts';

const carts = 100_000;
// oxlint-disable-next-line node/no-process-env -- to see a cart again that did not add up
const seed = Number(process.env.CARTS_SEED ?? Math.floor(Math.random() * 2 ** 31));

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** What does not add up in a priced order. */
function findFaults(priced: OrderPricing): string[] {
  const { lines, taxInclusive: inclusive } = priced;
  const of = (part: 'subtotalMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor') =>
    sum(lines.map((line) => line[part]));
  const amounts = [
    ...lines.flatMap(({ subtotalMinor, discountMinor, taxMinor, totalMinor }) => [
      subtotalMinor,
      discountMinor,
      taxMinor,
      totalMinor,
    ]),
    ...priced.taxes.map(({ taxMinor }) => taxMinor),
    priced.shippingMinor,
    priced.shippingDiscountMinor,
    priced.shippingTaxMinor,
    priced.totalMinor,
  ];
  const taken = sum(
    priced.promotions.map(({ discountMinor, shippingMinor }) => discountMinor + shippingMinor),
  );
  const rules: Record<string, boolean> = {
    'amounts are whole and none is negative': amounts.every((n) => Number.isSafeInteger(n) && n >= 0),
    'no discount is above its line': lines.every((line) => line.discountMinor <= line.subtotalMinor),
    'lines are units times prices': lines.every((l) => l.subtotalMinor === l.quantity * l.unitPriceMinor),
    subtotal: of('subtotalMinor') === priced.subtotalMinor,
    discount: of('discountMinor') === priced.discountMinor,
    'discounts by promotion': lines.every(
      (line) => sum(line.discounts.map(({ discountMinor }) => discountMinor)) === line.discountMinor,
    ),
    'what promotions took': taken === priced.discountMinor + priced.shippingDiscountMinor,
    tax: of('taxMinor') + priced.shippingTaxMinor === priced.taxMinor,
    'tax by jurisdiction': sum(priced.taxes.map(({ taxMinor }) => taxMinor)) === priced.taxMinor,
    total:
      of('totalMinor') + priced.shippingMinor + (inclusive ? 0 : priced.shippingTaxMinor) ===
      priced.totalMinor,
    'total of the parts':
      priced.subtotalMinor -
        priced.discountMinor +
        priced.shippingMinor +
        (inclusive ? 0 : priced.taxMinor) ===
      priced.totalMinor,
  };
  return Object.keys(rules).filter((rule) => rules[rule] !== true);
}

/** Some of it with gift cards and credit, where the shop sells in the currency. */
function tenderOf(priced: OrderPricing, random: Random): Tender {
  const isSold = currencies.some((currency) => currency === priced.currency);
  const accounts =
    isSold && random() < 0.4 ? [{ id: 'card', balanceMinor: Math.floor(random() * 60_000) }] : [];
  if (!isSold) return { parts: [], creditMinor: 0, dueMinor: priced.totalMinor };
  const { currency, totalMinor } = priced;
  return payWithCredit({ currency, totalMinor, excludedMinor: 0, accounts });
}

/** The sum that Stripe is asked for, as it adds up itself. */
function askedOf(priced: OrderPricing, amountMinor: number): number {
  const lines = priced.lines.map((line) => ({ ...line, productName: 'Thing', variantName: '' }));
  const { line_items: items = [] } = sessionParams({
    attemptId: 'attempt',
    orderId: 'order',
    orderNumber: 1,
    email: 'ada@example.com',
    currency: priced.currency,
    lines: checkoutLines(
      { number: 1, shippingName: 'Standard', lines, pricing: priced },
      { purpose: 'order', amountMinor },
    ),
    successUrl: 'http://localhost',
    cancelUrl: 'http://localhost',
    expiresAt: new Date(0),
  });
  const isAskable = items.every(({ price_data: asked }) => {
    const unit = asked?.unit_amount ?? -1;
    return Number.isSafeInteger(unit) && unit >= 0 && asked?.currency === priced.currency.toLowerCase();
  });
  return isAskable
    ? sum(items.map((item) => (item.quantity ?? 0) * (item.price_data?.unit_amount ?? 0)))
    : -1;
}

test(
  `of ${carts} carts the parts sum to the total, which is what the gateway is asked for`,
  { timeout: 120_000 },
  () => {
    const seen = new Set<string>();
    const kinds = new Set<string>();
    for (let nth = 0; nth < carts; nth += 1) {
      const random = seeded(seed + nth);
      const input = randomCart(random);
      const priced = priceOrder(input);
      const { creditMinor, dueMinor, parts } = tenderOf(priced, random);
      const faults = findFaults(priced);
      if (creditMinor + dueMinor !== priced.totalMinor) faults.push('credit and what is due');
      if (sum(parts.map(({ amountMinor }) => amountMinor)) !== creditMinor)
        faults.push('parts of the credit');
      if (dueMinor > 0 && askedOf(priced, dueMinor) !== dueMinor)
        faults.push('what the gateway is asked for');
      if (faults.length > 0) expect.fail(`CARTS_SEED=${seed + nth} breaks: ${faults.join(', ')}`);
      seen.add(priced.currency);
      for (const [index, { applied }] of priced.promotions.entries()) {
        if (applied) kinds.add(input.promotions[index]!.benefit.kind);
      }
    }
    expect([...seen].toSorted()).toEqual(anyCurrency.toSorted());
    expect(kinds.size).toBe(5);
  },
);
