import { formatMoney } from '@turing/domain';
import type { Snapshot } from '../schemas.ts';

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

export const titles = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  packing_slip: 'Packing slip',
} as const satisfies Record<Snapshot['kind'], string>;

export function dayOf(moment: string): string {
  return day.format(new Date(moment));
}

/** Amounts of one document, as they are read. */
export function amountsOf({ currency }: Snapshot): (amountMinor: number) => string {
  return (amountMinor) => formatMoney({ amountMinor, currency });
}

export function rateOf(ratePpm: number): string {
  return `${(ratePpm / 10_000).toLocaleString('en-US', { maximumFractionDigits: 4 })}%`;
}

/** As a file is called when it is saved. */
export function fileNameOf({ kind, label, order }: Snapshot): string {
  const name = label === '' ? `order-${order.number}` : label.toLowerCase();
  return `${kind.replace('_', '-')}-${name}.pdf`;
}
