import { isInScope } from './promotion-scope.ts';
import type { ItemScope, PromotionBenefit, PromotionLine } from './promotion-terms.ts';

type BuyXGetY = Extract<PromotionBenefit, { kind: 'buy_x_get_y' }>;

/**
 * How many items are given at the rate: the most for which enough others are bought at full price. An item counts as
 * bought or as given, never as both.
 */
export function rewardCount(benefit: BuyXGetY, scope: ItemScope, lines: readonly PromotionLine[]): number {
  const { buyQuantity, getQuantity, mostTimes } = benefit;
  const { bought, given, both } = countUnits(benefit, scope, lines);
  const isPaidFor = (rewards: number) =>
    Math.ceil(rewards / getQuantity) * buyQuantity <= bought + both - Math.max(0, rewards - given);
  let [low, high] = [0, Math.min(given + both, mostTimes === null ? Infinity : mostTimes * getQuantity)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isPaidFor(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many of each line are given, the cheapest first; of items that are only given before those that may be bought. */
export function rewardsByLine(
  benefit: BuyXGetY,
  scope: ItemScope,
  lines: readonly PromotionLine[],
): Map<string, number> {
  let left = rewardCount(benefit, scope, lines);
  const rewards = new Map<string, number>();
  const candidates = lines
    .filter((line) => isInScope(line, benefit.rewards ?? scope))
    .map((line) => ({ line, isBuyable: isInScope(line, scope) }))
    .sort(
      (a, b) =>
        Number(a.isBuyable) - Number(b.isBuyable) ||
        a.line.unitPriceMinor - b.line.unitPriceMinor ||
        (a.line.id < b.line.id ? -1 : 1),
    );
  for (const { line } of candidates) {
    const quantity = Math.min(left, line.quantity);
    if (quantity > 0) rewards.set(line.id, quantity);
    left -= quantity;
  }
  return rewards;
}

function countUnits(benefit: BuyXGetY, scope: ItemScope, lines: readonly PromotionLine[]) {
  const units = { bought: 0, given: 0, both: 0 };
  for (const line of lines) {
    const isBought = isInScope(line, scope);
    const isGiven = isInScope(line, benefit.rewards ?? scope);
    if (isBought && isGiven) units.both += line.quantity;
    else if (isBought) units.bought += line.quantity;
    else if (isGiven) units.given += line.quantity;
  }
  return units;
}
