import type { RouterInputs, RouterOutputs } from '@turing/client';
import type { Permission } from '@turing/domain';

export type ImportRun = RouterOutputs['products']['staff']['transfers']['get'];
export type TransferKind = RouterInputs['products']['staff']['transfers']['start']['kind'];
export type Problem = RouterOutputs['products']['staff']['transfers']['problems']['items'][number];

interface KindTerms {
  readonly label: string;
  readonly permission: Permission;
  /** What a run counts. */
  readonly unit: string;
  readonly hint: string;
}

export const kinds: Readonly<Record<TransferKind, KindTerms>> = {
  products: {
    label: 'Products',
    permission: 'products:write',
    unit: 'product',
    hint: 'Products with their variants and regular prices: one row per variant, the rows of a product one after the other. Variants the file does not name stay as they are.',
  },
  prices: {
    label: 'Prices',
    permission: 'prices:write',
    unit: 'row',
    hint: 'One row per SKU and currency; with the name of a price list, a price of that list.',
  },
  stock: {
    label: 'Stock',
    permission: 'stock:write',
    unit: 'row',
    hint: 'One row per SKU and location: what is there (on_hand), or how it changed (change).',
  },
};

export const kindNames = ['products', 'prices', 'stock'] as const satisfies readonly TransferKind[];

export function mayImport(held: readonly Permission[], kind: TransferKind): boolean {
  return held.includes(kinds[kind].permission);
}

export function isUnderWay({ status }: Pick<ImportRun, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** From 0 to 100. */
export function progressOf({ bytesDone, bytesTotal }: Pick<ImportRun, 'bytesDone' | 'bytesTotal'>): number {
  return bytesTotal === 0 ? 0 : Math.min(100, Math.round((bytesDone / bytesTotal) * 100));
}

/** The address of an export; what is left out does not narrow. */
export function exportUrl(filter: {
  readonly kind: TransferKind;
  readonly status: string | null;
  readonly category: string | null;
  readonly collection: string | null;
}): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/api/transfers/export?${new URLSearchParams(given).toString()}`;
}
