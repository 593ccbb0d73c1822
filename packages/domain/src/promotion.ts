import { addMinor, assertMinor, multiplyMinor } from './money.ts';
import { discountLines } from './promotion-effect.ts';
import { findObstacle, type PromotionCase } from './promotion-eligibility.ts';
import type { PromotionReason } from './promotion-reason.ts';
import type { PromotionLine, PromotionResult, PromotionTerms } from './promotion-terms.ts';

/** A cart, its promotions, and what shipping would cost for goods of an amount; null while no method is chosen. */
export interface PromotionInput extends PromotionCase {
  promotions: readonly PromotionTerms[];
  shippingOf: (goodsMinor: number) => number | null;
}

/** What one promotion takes off one line, in minor units. */
export interface LineDiscount {
  promotionId: string;
  discountMinor: number;
}

/** What promotions do to a cart: `results` in the order of `promotions`, `lines` the discounts of each line by place. */
export interface PromotionEffect {
  results: PromotionResult[];
  lines: LineDiscount[][];
  shippingDiscountMinor: number;
}

/**
 * Decides which promotions apply and what they take off. Those that combine apply together, each to what the ones before
 * it left: the highest priority first, then the lower id, free shipping last. An exclusive one applies alone. Of these
 * plans the one that costs the shopper least wins; of equals the one with more promotions, then the higher priority.
 * The order of promotions and lines plays no part.
 * @throws INPUT_INVALID for a negative rate or amount; MONEY_OUT_OF_RANGE
 */
export function applyPromotions(input: PromotionInput): PromotionEffect {
  const goods = input.lines.filter(({ isGiftCard }) => isGiftCard !== true);
  const lines = [...goods].sort(byId);
  const asked = { ...input, lines: goods };
  const obstacles = new Map(input.promotions.map((terms) => [terms.id, findObstacle(terms, asked)]));
  const usable = [...input.promotions].sort(byPriority).filter(({ id }) => obstacles.get(id) === null);
  const together = usable.filter(({ exclusive }) => !exclusive);
  const chosen = [together, ...usable.filter(({ exclusive }) => exclusive).map((terms) => [terms])]
    .map((plan) => carryOut(plan, lines, input.shippingOf))
    .filter(({ steps }) => steps.some(isEffective))
    .reduce<Outcome | null>((best, next) => (best === null || isBetter(next, best) ? next : best), null);
  const steps = new Map(chosen?.steps.map((step) => [step.terms.id, step]));
  const winners = chosen?.steps.filter(isEffective).map(({ terms }) => terms.id) ?? [];
  return {
    results: input.promotions.map((terms) => resultOf(terms, { obstacles, steps, winners })),
    lines: discountsByLine(input.lines, lines, chosen),
    shippingDiscountMinor: addMinor(...(chosen?.steps.map((step) => step.shippingMinor) ?? [])),
  };
}

interface Step {
  terms: PromotionTerms;
  discounts: number[];
  freesShipping: boolean;
  shippingMinor: number;
}

interface Outcome {
  steps: Step[];
  /** Goods and shipping after it. */
  costMinor: number;
}

function carryOut(
  plan: readonly PromotionTerms[],
  lines: readonly PromotionLine[],
  shippingOf: PromotionInput['shippingOf'],
): Outcome {
  let remaining = lines.map((line) => multiplyMinor(line.unitPriceMinor, line.quantity));
  const onGoods = plan.filter(({ benefit }) => benefit.kind !== 'free_shipping');
  const steps = onGoods.map((terms): Step => {
    const discounts = discountLines(terms, lines, remaining);
    remaining = remaining.map((left, index) => left - (discounts[index] ?? 0));
    return { terms, discounts, freesShipping: false, shippingMinor: 0 };
  });
  const goodsMinor = addMinor(...remaining);
  let shippingMinor = shippingOf(goodsMinor);
  let isFree = shippingMinor === 0;
  for (const terms of plan.filter(({ benefit }) => benefit.kind === 'free_shipping')) {
    const step = {
      terms,
      discounts: [],
      freesShipping: !isFree,
      shippingMinor: isFree ? 0 : (shippingMinor ?? 0),
    };
    steps.push(step);
    isFree = true;
    shippingMinor = shippingMinor === null ? null : 0;
  }
  return { steps, costMinor: addMinor(goodsMinor, shippingMinor ?? 0) };
}

function isEffective(step: Step): boolean {
  return step.freesShipping || step.discounts.some((discount) => discount > 0);
}

function isBetter(next: Outcome, best: Outcome): boolean {
  if (next.costMinor !== best.costMinor) return next.costMinor < best.costMinor;
  const [more, fewer] = [next.steps.filter(isEffective), best.steps.filter(isEffective)];
  if (more.length !== fewer.length) return more.length > fewer.length;
  const [first, other] = [more[0]?.terms, fewer[0]?.terms];
  return first !== undefined && other !== undefined && byPriority(first, other) < 0;
}

interface Findings {
  obstacles: ReadonlyMap<string, PromotionReason | null>;
  steps: ReadonlyMap<string, Step>;
  winners: readonly string[];
}

function resultOf(terms: PromotionTerms, { obstacles, steps, winners }: Findings): PromotionResult {
  const { id, code } = terms;
  const step = steps.get(id);
  if (step !== undefined && isEffective(step)) {
    const { discounts, shippingMinor } = step;
    return { id, code, applied: true, discountMinor: addMinor(...discounts), shippingMinor, reason: null };
  }
  const yields: PromotionReason =
    step !== undefined || winners.length === 0
      ? { kind: 'nothing_to_discount' }
      : { kind: 'does_not_combine', with: winners };
  const reason = obstacles.get(id) ?? yields;
  return { id, code, applied: false, discountMinor: 0, shippingMinor: 0, reason };
}

function discountsByLine(
  asked: readonly PromotionLine[],
  sorted: readonly PromotionLine[],
  chosen: Outcome | null,
): LineDiscount[][] {
  const places = new Map(sorted.map((line, index) => [line, index]));
  return asked.map((line) =>
    (chosen?.steps ?? [])
      .map(({ terms, discounts }) => ({
        promotionId: terms.id,
        discountMinor: assertMinor(discounts[places.get(line) ?? -1] ?? 0),
      }))
      .filter(({ discountMinor }) => discountMinor > 0),
  );
}

function byId(a: PromotionLine, b: PromotionLine): number {
  return a.id < b.id ? -1 : 1;
}

function byPriority(a: PromotionTerms, b: PromotionTerms): number {
  return b.priority - a.priority || (a.id < b.id ? -1 : 1);
}
