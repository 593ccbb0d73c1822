import { allocate } from './allocate.ts';
import { ShopError } from './errors.ts';
import { addMinor, assertMinor, multiplyMinor, percentOfMinor } from './money.ts';
import { tierFor } from './promotion-eligibility.ts';
import { rewardsByLine } from './promotion-rewards.ts';
import { isInScope } from './promotion-scope.ts';
import type { PromotionLine, PromotionTerms } from './promotion-terms.ts';

/**
 * What a promotion takes off each line, in minor units, from what others left of it (`remaining`, by place): a rate of all
 * its items is rounded once and shared without loss. Never more than what is left.
 * @throws INPUT_INVALID for a negative rate or amount
 */
export function discountLines(
  terms: PromotionTerms,
  lines: readonly PromotionLine[],
  remaining: readonly number[],
): number[] {
  const { benefit, scope } = terms;
  const bases = lines.map((line, index) => (isInScope(line, scope) ? (remaining[index] ?? 0) : 0));
  switch (benefit.kind) {
    case 'free_shipping':
      return lines.map(() => 0);
    case 'percentage':
      return rateOf(bases, rate(terms, benefit.ratePpm));
    case 'amount': {
      const each = amount(terms, benefit.amountMinor);
      if (!benefit.perItem) return amountOf(bases, each);
      return lines.map((line, index) => Math.min(bases[index] ?? 0, multiplyMinor(each, line.quantity)));
    }
    case 'tiered': {
      const meant = lines.filter((line) => isInScope(line, scope));
      const tier = tierFor(benefit, meant);
      if (tier === null) return lines.map(() => 0);
      return tier.ratePpm === null
        ? amountOf(bases, amount(terms, tier.amountMinor))
        : rateOf(bases, rate(terms, tier.ratePpm));
    }
    case 'buy_x_get_y': {
      const rewards = rewardsByLine(benefit, scope, lines);
      return lines.map((line, index) => {
        const given = rewards.get(line.id) ?? 0;
        const [share = 0] = allocate(remaining[index] ?? 0, [given, line.quantity - given]);
        return given === 0 ? 0 : percentOfMinor(share, rate(terms, benefit.ratePpm));
      });
    }
  }
}

function rateOf(bases: readonly number[], ratePpm: number): number[] {
  return allocate(percentOfMinor(addMinor(...bases), ratePpm), bases);
}

function amountOf(bases: readonly number[], amountMinor: number): number[] {
  return allocate(Math.min(amountMinor, addMinor(...bases)), bases);
}

function rate(terms: PromotionTerms, ratePpm: number): number {
  if (ratePpm < 0) throw new ShopError('INPUT_INVALID', { promotion: terms.id, ratePpm });
  return Math.min(ratePpm, 1_000_000);
}

function amount(terms: PromotionTerms, amountMinor: number | null): number {
  if (amountMinor === null || amountMinor < 0)
    throw new ShopError('INPUT_INVALID', { promotion: terms.id, amountMinor });
  return assertMinor(amountMinor);
}
