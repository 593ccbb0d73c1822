import { type Currency, parseMajor } from '@turing/domain';

/**
 * The minor units somebody typed or pasted: `19.99`, `$1,299.00`, `19,99`. Null when it is empty, undefined when it is
 * no amount.
 */
export function readAmount(text: string, currency: Currency): number | null | undefined {
  const bare = text.replaceAll(/[\s$€£]/gu, '').replace(new RegExp(currency, 'iu'), '');
  if (bare === '') return null;
  const plain = /^\d+,\d{2}$/u.test(bare) ? bare.replace(',', '.') : bare.replaceAll(/,(?=\d{3})/gu, '');
  if (!/^\d+(?:\.\d+)?$/u.test(plain)) return undefined;
  try {
    return parseMajor(plain, currency);
  } catch {
    return undefined;
  }
}

export interface PastedLine {
  readonly line: number;
  readonly sku: string;
  /** Null takes the price off the list. */
  readonly amountMinor: number | null;
}

export interface Pasted {
  readonly lines: readonly PastedLine[];
  /** Numbers of the lines that hold no SKU and amount. */
  readonly wrong: readonly number[];
}

/**
 * Rows of a spreadsheet: the SKU first, the price last, whatever is between. A SKU alone takes its price off. A first
 * line without an amount is a heading. Of a SKU that comes twice the last counts.
 */
export function readPaste(text: string, currency: Currency): Pasted {
  const bySku = new Map<string, PastedLine>();
  const wrong: number[] = [];
  for (const [index, row] of text.split(/\r?\n/u).entries()) {
    if (row.trim() === '') continue;
    const cells = row.split(row.includes('\t') ? '\t' : /[;]|,(?=\s*[^\d\s]*\d)/u).map((cell) => cell.trim());
    const sku = cells[0] ?? '';
    const amountMinor = cells.length < 2 ? null : readAmount(cells.at(-1) ?? '', currency);
    if (sku !== '' && amountMinor !== undefined && !(index === 0 && amountMinor === null && cells.length > 1))
      bySku.set(sku.toUpperCase(), { line: index + 1, sku, amountMinor });
    else if (index > 0) wrong.push(index + 1);
  }
  return { lines: [...bySku.values()], wrong };
}
