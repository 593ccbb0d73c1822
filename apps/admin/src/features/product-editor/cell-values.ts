import { type Currency, parseMajor } from '@turing/domain';

/** `1,299.50`, `1299,50`, `$12` in minor units; `invalid` for anything else. */
export function readAmount(text: string, currency: Currency): number | 'invalid' {
  const plain = text.replaceAll(/[\s$€£]/gu, '').replace(new RegExp(`^${currency}|${currency}$`, 'u'), '');
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain);
  const digits = grouped ? plain.replaceAll(',', '') : plain.replace(/^(\d+),(\d{1,2})$/u, '$1.$2');
  try {
    const amount = parseMajor(digits, currency);
    return amount < 0 ? 'invalid' : amount;
  } catch {
    return 'invalid';
  }
}

/** A whole number from zero; null for anything else. */
export function readCount(text: string): number | null {
  const plain = text.trim().replaceAll(',', '');
  return /^\d{1,8}$/u.test(plain) ? Number(plain) : null;
}

/** Yes or no as people and spreadsheets write them; null for anything else. */
export function readFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (['yes', 'y', 'true', '1', 'active', 'x'].includes(word)) return true;
  return ['no', 'n', 'false', '0', 'inactive', ''].includes(word) ? false : null;
}

/** The cells of a block copied from a spreadsheet: tabs between cells, lines between rows, quotes round what has either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) return text.split(/\r\n|\n|\r/u).map((line) => line.split('\t'));
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== '\t' && cell.lastIndex < text.length) rows.push([]);
    if (end === '\t' && cell.lastIndex === text.length) rows.at(-1)?.push('');
  }
  return rows.filter((cells) => cells.length > 0);
}
