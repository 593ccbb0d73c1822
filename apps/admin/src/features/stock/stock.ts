import type { RouterOutputs } from '@turing/client';
import { failureFor, sentenceFor } from '../../lib/messages.ts';

type Stock = RouterOutputs['products']['staff']['stock'];
export type Level = Stock['levels']['items'][number];
export type LowVariant = Stock['low']['items'][number];
export type Movement = Stock['movements']['items'][number];
export type Reservation = Stock['reservations']['items'][number];
export type StockLocation = Stock['locations']['list'][number];

/** Why stock is counted in or out, as staff say it. */
export const adjustmentReasons = [
  { value: 'received', label: 'Received' },
  { value: 'returned', label: 'Returned by a customer' },
  { value: 'found', label: 'Found' },
  { value: 'correction', label: 'Count corrected' },
  { value: 'damaged', label: 'Damaged' },
  { value: 'lost', label: 'Lost' },
  { value: 'written_off', label: 'Written off' },
] as const;

export type AdjustmentReason = (typeof adjustmentReasons)[number]['value'];

const movementLabels: Readonly<Record<Movement['reason'], string>> = {
  initial: 'First delivery',
  sale: 'Shipped',
  transferred: 'Moved',
  received: 'Received',
  returned: 'Returned',
  found: 'Found',
  correction: 'Count corrected',
  damaged: 'Damaged',
  lost: 'Lost',
  written_off: 'Written off',
};

/** What a row of the ledger says: `Moved to Harbour`, `Shipped with order #100012`. */
export function movementTitle({ reason, quantity, otherLocationName, orderNumber }: Movement): string {
  const label = movementLabels[reason];
  if (otherLocationName !== null) return `${label} ${quantity < 0 ? 'to' : 'from'} ${otherLocationName}`;
  return orderNumber === null ? label : `${label} with order #${orderNumber}`;
}

export function formatUnits(units: number): string {
  return units.toLocaleString('en-US');
}

/** `+3`, `−2`. */
export function formatChange(units: number): string {
  return `${units > 0 ? '+' : '−'}${formatUnits(Math.abs(units))}`;
}

/** How a level stands, worst first; null when nothing is to be said. */
export function noteOf(level: Level): { label: string; color: string } | null {
  if (!level.locationActive) return { label: 'Not selling', color: 'gray' };
  if (level.available > 0 && level.onHand <= level.allocated) return { label: 'Backorder', color: 'violet' };
  if (level.free <= 0) return { label: 'Out', color: 'red' };
  return level.low ? { label: 'Low', color: 'orange' } : null;
}

/** What went wrong with a write of stock, with the figures where there are any. */
export function stockSentence(error: unknown): string {
  const { code, details } = failureFor(error);
  const { yours, current, onHand, allocated, backorderLimit, available } = details;
  if (code === 'STOCK_CONFLICT' && typeof yours === 'number' && typeof current === 'number') {
    return `You saw ${formatUnits(yours)}, but by now it is ${formatUnits(current)}. Look again before you change it.`;
  }
  if (code === 'STOCK_INVALID' && typeof onHand === 'number' && typeof allocated === 'number') {
    if (onHand < 0) return `There are not that many: ${formatUnits(-onHand)} would be missing.`;
    const limit = typeof backorderLimit === 'number' ? backorderLimit : 0;
    return `${formatUnits(allocated)} are promised to orders and reservations, and ${formatUnits(onHand)} on hand with ${formatUnits(limit)} on backorder would not cover them.`;
  }
  if (code === 'PRODUCT_OUT_OF_STOCK' && typeof available === 'number') {
    return `Only ${formatUnits(available)} can be promised here.`;
  }
  return sentenceFor(error);
}
