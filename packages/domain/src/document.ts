import { assertMinor } from './money.ts';

/** What a shop issues about an order, each with numbers of its own. */
export const documentKinds = ['invoice', 'credit_note', 'packing_slip'] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** With which step of an order its invoice is written. */
export const invoiceRules = ['confirmed', 'shipped'] as const;

export type InvoiceRule = (typeof invoiceRules)[number];

export type PaperSize = 'A4' | 'LETTER';

// Source: Unicode CLDR, supplementalData, measurementData/paperSize: US-Letter.
const letterCountries = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper a printer in the country holds. */
export function paperSizeOf(country: string): PaperSize {
  return letterCountries.has(country) ? 'LETTER' : 'A4';
}

/** Tax of one rate in a document: what it is on, and how much it is. */
export interface DocumentTax {
  readonly name: string;
  readonly ratePpm: number;
  readonly taxableMinor: number;
  readonly taxMinor: number;
}

export interface CreditedShare {
  readonly taxes: readonly DocumentTax[];
  readonly totalMinor: number;
  /** Credited by earlier notes. */
  readonly beforeMinor: number;
  readonly amountMinor: number;
}

/**
 * The taxes of a refund that is an amount rather than things: the share of each rate that the amount has in the invoice's
 * total. Whatever the refunds, their shares add up to the invoice's once all of it is refunded: each is the difference
 * between what is due after it and what was due before.
 */
export function creditedTaxes({ taxes, totalMinor, beforeMinor, amountMinor }: CreditedShare): DocumentTax[] {
  const shareOf = (minor: number) =>
    dueOf(minor, { totalMinor, minor: beforeMinor + amountMinor }) -
    dueOf(minor, { totalMinor, minor: beforeMinor });
  return taxes.map(({ taxableMinor, taxMinor, ...rate }) => ({
    ...rate,
    taxableMinor: shareOf(taxableMinor),
    taxMinor: shareOf(taxMinor),
  }));
}

function dueOf(
  partMinor: number,
  { totalMinor, minor }: { readonly totalMinor: number; readonly minor: number },
) {
  if (totalMinor === 0) return 0;
  const exact = 2n * BigInt(partMinor) * BigInt(Math.min(minor, totalMinor)) + BigInt(totalMinor);
  return assertMinor(Number(exact / (2n * BigInt(totalMinor))));
}
