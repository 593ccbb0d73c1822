import type { RouterInputs, RouterOutputs } from '@turing/client';
import { formatDateTime } from '../../lib/format.ts';

type Outputs = RouterOutputs['products']['staff']['priceLists'];
type Inputs = RouterInputs['products']['staff']['priceLists'];

export type PriceList = Outputs['get'];
export type PriceListRow = Outputs['list']['items'][number];
export type PriceListState = PriceListRow['state'];
export type PriceListKind = PriceListRow['kind'];
export type ListedVariant = Outputs['prices']['items'][number];
export type PercentTarget = Inputs['previewPercent']['target'];

export const states: Readonly<Record<PriceListState, { readonly label: string; readonly color: string }>> = {
  live: { label: 'Live', color: 'teal' },
  scheduled: { label: 'Scheduled', color: 'blue' },
  draft: { label: 'Draft', color: 'yellow' },
  ended: { label: 'Ended', color: 'gray' },
};

export const stateNames = [
  'live',
  'scheduled',
  'draft',
  'ended',
] as const satisfies readonly PriceListState[];

export const kinds: Readonly<Record<PriceListKind, { readonly label: string; readonly sentence: string }>> = {
  sale: {
    label: 'Sale',
    sentence:
      'Lowers the price; shoppers see what it was before beside it. Where two sales meet, the lower price wins.',
  },
  override: {
    label: 'Regular prices',
    sentence:
      'Replaces the regular price, and nothing is crossed out. Where two such lists meet, the higher priority wins.',
  },
};

/** The reader's own zone: dates are shown and typed in it. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When a list applies, in words. */
export function periodOf({ startsAt, endsAt }: Pick<PriceListRow, 'startsAt' | 'endsAt'>): string {
  if (startsAt !== null && endsAt !== null) return `${formatDateTime(startsAt)} – ${formatDateTime(endsAt)}`;
  if (startsAt !== null) return `From ${formatDateTime(startsAt)}`;
  return endsAt === null ? 'No dates' : `Until ${formatDateTime(endsAt)}`;
}

/** A period that breaks after its dash, not inside a day. */
export function unbroken(period: string): string {
  return period.replaceAll(' ', '\u00A0').replace('–\u00A0', '– ');
}

/** `−20 %` of what it was; null where there is nothing to compare with. */
export function differenceOf(baseMinor: number | null, amountMinor: number | null): string | null {
  if (baseMinor === null || amountMinor === null || baseMinor === 0) return null;
  const percent = Math.round(((amountMinor - baseMinor) / baseMinor) * 1000) / 10;
  if (percent === 0) return '0 %';
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`;
}
