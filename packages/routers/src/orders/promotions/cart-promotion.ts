import type { ItemScope, PromotionBuyer, PromotionTerms } from '@turing/domain';

/** A promotion as the statement that reads a cart gives it: JSON, so its moments are text. */
export interface CartPromotion extends Omit<PromotionTerms, 'startsAt' | 'endsAt'> {
  readonly version: number;
  readonly codeId: string | null;
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** Of those it asks for, those the buyer is in. */
  readonly buyerGroupIds: readonly string[];
  /** Null where it does not ask, or nobody knows yet. */
  readonly isFirstOrder: boolean | null;
}

export function toTerms({ startsAt, endsAt, ...promotion }: CartPromotion): PromotionTerms {
  return {
    ...promotion,
    startsAt: new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  };
}

/** Who buys, as far as their promotions ask. */
export function buyerOf(
  promotions: readonly CartPromotion[],
  { now, country }: { readonly now: Date; readonly country: string | null },
): PromotionBuyer {
  return {
    at: now,
    country,
    customerGroupIds: [...new Set(promotions.flatMap(({ buyerGroupIds }) => buyerGroupIds))],
    isFirstOrder: promotions.find(({ isFirstOrder }) => isFirstOrder !== null)?.isFirstOrder ?? null,
  };
}

/** Whether a promotion asks in which collections and categories items are. */
export function asksForGroupsOfItems(promotions: readonly CartPromotion[]): boolean {
  return promotions.some(({ scope, benefit }) => {
    const rewards = benefit.kind === 'buy_x_get_y' ? benefit.rewards : null;
    return namesGroups(scope) || (rewards !== null && namesGroups(rewards));
  });
}

function namesGroups({ collectionIds, categoryIds }: ItemScope): boolean {
  return collectionIds.length + categoryIds.length > 0;
}
