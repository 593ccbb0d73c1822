import { type Currency, formatMoney, toMajorString } from '@turing/domain';
import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime.js';

dayjs.extend(relativeTime);

/** `22 Nov 2026, 16:40` in the reader's time zone. */
export function formatDateTime(iso: string): string {
  return dayjs(iso).format('D MMM YYYY, HH:mm');
}

/** `22 Nov` of a calendar day such as `2026-11-22`. */
export function formatDay(day: string): string {
  return dayjs(day).format('D MMM');
}

/** `3 hours ago`. */
export function formatRelative(iso: string, now: Date = new Date()): string {
  return dayjs(iso).from(now);
}

/** `partially_refunded` to `Partially refunded`. */
export function humanise(code: string): string {
  const words = code.replaceAll(/[_-]+/gu, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `$1.2K`, for axes where the exact amount is in the tooltip. */
export function formatCompactMoney(amountMinor: number, currency: Currency): string {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return format.format(toMajorString(Math.round(amountMinor), currency) as `${number}`);
}

/** One price, or the two ends of a range. */
export function formatPriceRange(range: {
  minMinor: number | null;
  maxMinor: number | null;
  currency: Currency;
}): string | null {
  const { minMinor, maxMinor, currency } = range;
  if (minMinor === null || maxMinor === null) return null;
  const lowest = formatMoney({ amountMinor: minMinor, currency });
  return minMinor === maxMinor ? lowest : `${lowest} – ${formatMoney({ amountMinor: maxMinor, currency })}`;
}

/** `1 item`, `2 items`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? one : many}`;
}

/** The first six by name, and how many there are besides. */
export function few(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
