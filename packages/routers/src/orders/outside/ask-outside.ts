import type { Reader } from '@turing/db';
import { ShopError, type TaxResult } from '@turing/domain';
import type { Context } from '../../context.ts';
import type { CarrierRate, RateQuestion, ShippingRates } from '../shipping/shipping-rates.ts';
import type { TaxCalculator, TaxQuestion } from '../tax/tax-service.ts';
import { findQuote, hashQuestion, keepQuote } from './outside-quote-store.ts';

/** How long an answer is good for, and how long the shop does without one that did not come. */
const validMinutes = { shipping: 30, tax: 60, fallback: 5 } as const;

/** Who outside the shop is asked for prices; nobody, unless a process is set up with them. */
export interface OutsidePorts {
  readonly shippingRates?: ShippingRates | undefined;
  readonly taxCalculator?: TaxCalculator | undefined;
}

/** `mayAsk` is false inside a transaction: there only answers that were kept count. */
export interface Outside extends OutsidePorts {
  readonly connection: Reader;
  readonly at: Date;
  readonly mayAsk: boolean;
}

/** Outside of a transaction: whoever is set up may be asked, and what they say is kept. */
export function outsideOf(ctx: OutsidePorts & Pick<Context, 'db'>, at: Date): Outside {
  const { shippingRates, taxCalculator, db } = ctx;
  return { shippingRates, taxCalculator, connection: db.reader, at, mayAsk: true };
}

/**
 * What carriers charge; null where the table decides.
 * @throws QUOTE_EXPIRED when nothing that holds is kept and nobody may be asked now
 */
export async function findLiveRates(
  outside: Outside,
  question: RateQuestion,
): Promise<readonly CarrierRate[] | null> {
  const { shippingRates: port } = outside;
  if (port === undefined || question.services.length === 0) return null;
  const answer = await findAnswer(outside, {
    kind: 'shipping',
    provider: port.provider,
    question,
    ask: () => port.ask(question),
  });
  return answer as readonly CarrierRate[] | null;
}

/**
 * What a tax service computes; null where the table decides.
 * @throws QUOTE_EXPIRED as `findLiveRates`; TAX_UNAVAILABLE when the service is away and the shop is set to wait for it
 */
export async function findServiceTax(outside: Outside, question: TaxQuestion): Promise<TaxResult | null> {
  const { taxCalculator: port } = outside;
  if (port === undefined) return null;
  const answer = await findAnswer(outside, {
    kind: 'tax',
    provider: port.provider,
    question,
    ask: async (hash) => {
      const result = await port.calculate(question, hash);
      if (result === null && port.whenAway === 'refuse') throw new ShopError('TAX_UNAVAILABLE');
      return result;
    },
  });
  return answer as TaxResult | null;
}

interface Asking {
  readonly kind: 'shipping' | 'tax';
  readonly provider: string;
  readonly question: object;
  readonly ask: (hash: string) => Promise<unknown>;
}

async function findAnswer({ connection, at, mayAsk }: Outside, asking: Asking): Promise<unknown> {
  const { kind, provider, question } = asking;
  const hash = hashQuestion(provider, question);
  const kept = await findQuote(connection, hash, at);
  if (kept !== null) return kept.answer;
  if (!mayAsk) throw new ShopError('QUOTE_EXPIRED');
  const answer = await asking.ask(hash);
  const minutes = answer === null ? validMinutes.fallback : validMinutes[kind];
  const expiresAt = new Date(at.getTime() + minutes * 60_000);
  await keepQuote(connection, { hash, kind, provider, answer, expiresAt });
  return answer;
}
