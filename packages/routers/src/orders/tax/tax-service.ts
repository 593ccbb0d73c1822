import type { TaxableGoods, TaxResult } from '@turing/domain';

/** What a tax service is asked: goods after discounts, and where they go. */
export interface TaxQuestion extends TaxableGoods {
  readonly currency: string;
  /** The amounts contain the tax. */
  readonly inclusive: boolean;
  readonly country: string;
  readonly region: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly line1: string;
}

/** Who computes tax instead of the shop's table. `hash` names the question: asked twice, it is one calculation there. */
export interface TaxCalculator {
  readonly provider: string;
  /** What happens while it is away: the shop's table decides, or nothing can be ordered. */
  readonly whenAway: 'table' | 'refuse';
  /** Null when it is slow or gone. */
  readonly calculate: (question: TaxQuestion, hash: string) => Promise<TaxResult | null>;
}
