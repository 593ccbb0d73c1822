import type { RouterInputs, RouterOutputs } from '@turing/client';
import { formatDateTime } from '../../lib/format.ts';

type Outputs = RouterOutputs['orders']['staff']['promotions'];

export type Promotion = Outputs['get'];
export type PromotionRow = Outputs['list']['items'][number];
export type PromotionState = PromotionRow['state'];
export type PromotionKind = PromotionRow['benefit']['kind'];
export type PromotionUsage = Outputs['usage'];
export type PromotionPreview = Outputs['preview'];
/** The terms of a promotion as the API takes them. */
export type PromotionTerms = Omit<
  RouterInputs['orders']['staff']['promotions']['update'],
  'id' | 'version' | 'idempotencyKey'
>;

export const states: Readonly<Record<PromotionState, { readonly label: string; readonly color: string }>> = {
  running: { label: 'Running', color: 'teal' },
  scheduled: { label: 'Scheduled', color: 'blue' },
  ended: { label: 'Ended', color: 'gray' },
  used_up: { label: 'Used up', color: 'orange' },
};

export const stateNames = [
  'running',
  'scheduled',
  'used_up',
  'ended',
] as const satisfies readonly PromotionState[];

export const kinds: Readonly<Record<PromotionKind, string>> = {
  percentage: 'Percentage off',
  amount: 'Amount off',
  free_shipping: 'Free shipping',
  buy_x_get_y: 'Buy some, get some',
  tiered: 'The more, the less',
};

/** When a promotion runs, in words. */
export function periodOf({ startsAt, endsAt }: { startsAt: string; endsAt: string | null }): string {
  return endsAt === null
    ? `From ${formatDateTime(startsAt)}`
    : `${formatDateTime(startsAt)} – ${formatDateTime(endsAt)}`;
}

/** `12`, `12 of 100`, `10,000+`. */
export function usesOf({ uses, usageLimit }: Pick<PromotionRow, 'uses' | 'usageLimit'>): string {
  const used = `${uses.toLocaleString('en-US')}${uses === 10_000 ? '+' : ''}`;
  return usageLimit === null ? used : `${used} of ${usageLimit.toLocaleString('en-US')}`;
}

/** How a shopper gets it. */
export function wayOf({ automatic, code, codeCount }: PromotionRow): string {
  if (automatic) return 'Automatic';
  if (code === null) return 'No codes yet';
  if (codeCount === 1) return code;
  return `${codeCount.toLocaleString('en-US')}${codeCount === 10_000 ? '+' : ''} codes`;
}
