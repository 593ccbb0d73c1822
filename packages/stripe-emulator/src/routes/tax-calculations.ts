import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { missingParameter, noSuch } from '../errors.ts';
import { newId } from '../ids.ts';
import { listInOrder, pageParameters } from '../pagination.ts';
import type { Params } from '../params.ts';
import { taxCalculationLineItemSkeleton } from '../skeletons/tax-calculation-line-item.ts';
import { taxCalculationSkeleton } from '../skeletons/tax-calculation.ts';
import { sumBreakdowns, taxAmount, type Taxed, taxShipping } from '../tax/calculate.ts';
import type { ApiRequest, Route } from './route.ts';

export const taxCalculationRoutes: Route[] = [
  { method: 'POST', path: '/v1/tax/calculations', handle: create },
  { method: 'GET', path: '/v1/tax/calculations/:id', handle: (ctx, { id }) => getCalculation(ctx, id) },
  { method: 'GET', path: '/v1/tax/calculations/:id/line_items', handle: listLines },
];

const ninetyDays = 90 * 24 * 60 * 60;
const behaviors = ['exclusive', 'inclusive'] as const;

interface Place {
  country: string;
  state: string | null;
}

function create(ctx: Context, { params }: ApiRequest): Stripe.Tax.Calculation {
  params.only('currency', 'customer_details', 'line_items', 'shipping_cost');
  const address = readAddress(params);
  const place = { country: address.country ?? '', state: address.state };
  const lines = params.groups('line_items').map((line) => readLine(line, place));
  if (lines.length === 0) throw missingParameter('line_items');
  const shipping = readShipping(params.group('shipping_cost'), place);
  const parts = [...lines, ...(shipping === null ? [] : [shipping])];
  const sum = (behavior: string) =>
    parts.reduce(
      (total, part) => total + (part.cost.tax_behavior === behavior ? part.taxed.amountTax : 0),
      0,
    );
  const id = newId('taxcalc');
  const calculation: Stripe.Tax.Calculation = {
    ...structuredClone(taxCalculationSkeleton),
    id,
    currency: params.requiredText('currency'),
    customer_details: {
      address,
      address_source: 'shipping',
      ip_address: null,
      tax_ids: [],
      taxability_override: 'none',
    },
    expires_at: ctx.now() + ninetyDays,
    shipping_cost: shipping === null ? null : shipping.cost,
    amount_total: parts.reduce((total, part) => total + part.cost.amount, 0) + sum('exclusive'),
    tax_amount_exclusive: sum('exclusive'),
    tax_amount_inclusive: sum('inclusive'),
    tax_breakdown: sumBreakdowns(
      parts.flatMap((part) => part.taxed.breakdown),
      parts[0]?.cost.tax_behavior === 'inclusive',
      place,
    ),
    tax_date: ctx.now(),
  };
  ctx.state.taxCalculations.set(id, calculation);
  ctx.state.taxLineItems.set(
    id,
    lines.map((line) => line.cost),
  );
  for (const { cost, taxed } of lines) ctx.state.taxBreakdowns.set(cost.id, taxed.breakdown);
  return calculation;
}

function readAddress(params: Params): Stripe.Address {
  const details = params.group('customer_details')?.only('address', 'address_source');
  const address = details?.group('address');
  if (address === undefined) throw missingParameter('customer_details[address]');
  address.only('city', 'country', 'line1', 'line2', 'postal_code', 'state');
  const text = (name: string) => address.text(name) || null;
  return {
    city: text('city'),
    country: address.requiredText('country'),
    line1: text('line1'),
    line2: text('line2'),
    postal_code: text('postal_code'),
    state: text('state'),
  };
}

function readLine(line: Params, place: Place): { cost: Stripe.Tax.CalculationLineItem; taxed: Taxed } {
  line.only('amount', 'quantity', 'reference', 'tax_behavior', 'tax_code');
  const amount = line.requiredInteger('amount', 0);
  const behavior = line.choice('tax_behavior', behaviors) ?? 'exclusive';
  const taxed = taxAmount(amount, { behavior, code: line.text('tax_code'), ...place });
  const id = newId('tax_li');
  const cost: Stripe.Tax.CalculationLineItem = {
    ...structuredClone(taxCalculationLineItemSkeleton),
    id,
    amount,
    amount_tax: taxed.amountTax,
    quantity: line.integer('quantity') ?? 1,
    reference: line.text('reference') ?? id,
    tax_behavior: behavior,
    tax_code: taxed.code,
  };
  return { cost, taxed };
}

function readShipping(given: Params | undefined, place: Place) {
  if (given === undefined) return null;
  given.only('amount', 'tax_behavior');
  const amount = given.requiredInteger('amount', 0);
  const behavior = given.choice('tax_behavior', behaviors) ?? 'exclusive';
  const taxed = taxShipping(amount, { behavior, ...place });
  const cost: Stripe.Tax.Calculation.ShippingCost = {
    amount,
    amount_tax: taxed.amountTax,
    tax_behavior: behavior,
    tax_code: taxed.code,
  };
  return { cost, taxed };
}

function getCalculation({ state }: Context, id: string): Stripe.Tax.Calculation {
  const calculation = state.taxCalculations.get(id);
  if (!calculation) throw noSuch('tax calculation', id);
  return calculation;
}

function listLines(ctx: Context, { id, params }: ApiRequest): object {
  getCalculation(ctx, id);
  params.only(...pageParameters);
  return listInOrder(ctx.state.taxLineItems.get(id) ?? [], params, `/v1/tax/calculations/${id}/line_items`);
}
