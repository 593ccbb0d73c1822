import { countries, isCountryCode, type TaxResult, type TaxShare } from '@turing/domain';
import { Stripe } from 'stripe';
import { createCircuit } from '../../platform/circuit.ts';
import type { Logger } from '../../platform/logger.ts';
import { connectStripe, type StripeConnection } from '../../platform/stripe-client.ts';
import type { TaxCalculator, TaxQuestion } from './tax-service.ts';

export interface StripeTaxSettings extends StripeConnection {
  readonly whenAway: TaxCalculator['whenAway'];
  readonly logger: Logger;
}

// Stripe's tax codes: tangible goods, non-taxable, gift cards. Which goods are at a reduced rate is set for products there.
const taxCodes: Readonly<Record<string, string>> = {
  exempt: 'txcd_00000000',
  gift_card: 'txcd_10502000',
};
const usualCode = 'txcd_99999999';

const cooldownMs = 15_000;

/** Stripe Tax: one calculation per question, whose hash is the idempotency key. Its breaks open a circuit for a while. */
export function createStripeTax({ whenAway, logger, ...connection }: StripeTaxSettings): TaxCalculator {
  const stripe = connectStripe(connection, { timeout: 4_000, maxNetworkRetries: 1 });
  const guarded = createCircuit({
    cooldownMs,
    probe: async () => (await heard(() => stripe.tax.settings.retrieve())) !== undefined,
    onOpen: (cause) => logger.warn('the tax service does not answer', { cause: reasonOf(cause) }),
    onClose: (outageMs) => logger.info('the tax service answers again', { outageMs }),
  });
  return {
    provider: 'stripe',
    whenAway,
    calculate: async (question, hash) => {
      const options = { idempotencyKey: `tax-${hash}` };
      const answer = await guarded(() =>
        heard(() => stripe.tax.calculations.create(paramsOf(question), options)),
      );
      if (answer === null || answer === 'refused') return null;
      return toResult(question, answer);
    },
  };
}

/** What was answered, if only that the question is no good: one shopper's odd address says nothing about the service. */
async function heard<Answer>(ask: () => Promise<Answer>): Promise<Answer | 'refused'> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'refused';
    throw error;
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function paramsOf(question: TaxQuestion): Stripe.Tax.CalculationCreateParams {
  const behavior = question.inclusive ? 'inclusive' : 'exclusive';
  return {
    currency: question.currency.toLowerCase(),
    customer_details: {
      address_source: 'shipping',
      address: {
        country: question.country,
        state: question.region ?? '',
        postal_code: question.postalCode,
        city: question.city,
        line1: question.line1,
      },
    },
    line_items: question.lines.map((line) => ({
      amount: line.amountMinor,
      reference: line.id,
      tax_behavior: behavior,
      tax_code: taxCodes[line.category] ?? usualCode,
    })),
    shipping_cost: { amount: question.shippingMinor, tax_behavior: behavior },
    expand: ['line_items.data.tax_breakdown'],
  };
}

function toResult(question: TaxQuestion, calculation: Stripe.Tax.Calculation): TaxResult {
  const answered = new Map((calculation.line_items?.data ?? []).map((line) => [line.reference, line]));
  return {
    inclusive: question.inclusive,
    lines: question.lines.map(({ id }) => {
      const line = answered.get(id);
      if (line === undefined) throw new Error(`the tax service left out line ${id}`);
      const rates = line.tax_breakdown ?? [];
      const ratePpm = rates.reduce(
        (sum, rate) => sum + toPpm(rate.tax_rate_details?.percentage_decimal ?? '0'),
        0,
      );
      return { taxMinor: line.amount_tax, ratePpm };
    }),
    shippingTaxMinor: calculation.shipping_cost?.amount_tax ?? 0,
    shares: calculation.tax_breakdown.filter((part) => part.amount > 0).map(toShare),
  };
}

function toShare(part: Stripe.Tax.Calculation.TaxBreakdown): TaxShare {
  const { country, state, percentage_decimal: percent, tax_type: type } = part.tax_rate_details;
  return {
    name: nameOf(type),
    jurisdiction: placeOf(country ?? '', state),
    ratePpm: toPpm(percent),
    taxableMinor: part.taxable_amount,
    taxMinor: part.amount,
  };
}

function toPpm(percent: string): number {
  return Math.round(Number(percent) * 10_000);
}

function nameOf(type: string | null): string {
  if (type === null) return 'Tax';
  // vat, gst, hst, pst, qst, rst, jct, igst: three or four letters stand for themselves.
  return type.length <= 4
    ? type.toUpperCase()
    : `${type.charAt(0).toUpperCase()}${type.slice(1).replaceAll('_', ' ')}`;
}

function placeOf(country: string, state: string | null): string {
  if (!isCountryCode(country)) return state ?? country;
  const { name, regions } = countries[country];
  return state === null ? name : (regions?.[state] ?? state);
}
