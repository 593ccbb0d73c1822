import { type Currency, isShopError, parseMajor } from '@turing/domain';
import type { SheetRow } from './csv-rows.ts';
import { unguard } from './formula-guard.ts';
import { type Problem, type ProblemCode, shorten } from './problem.ts';

/** A row being read, and where what is wrong with it goes. */
export interface RowScope {
  readonly row: SheetRow;
  readonly problems: Problem[];
}

/** What a cell says: undefined when the file has no such column, null when it is empty. */
export type Cell<Value> = Value | null | undefined;

interface Complaint {
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly message: string;
}

export function complain({ row, problems }: RowScope, { column, code, message }: Complaint): void {
  const value = column === null ? undefined : row.cells.get(column);
  problems.push({
    line: row.line,
    column,
    code,
    message,
    value: value === undefined ? null : shorten(value),
  });
}

/** Without the apostrophe that guards it and the space around it. */
export function readText(scope: RowScope, column: string, longest: number): Cell<string> {
  const raw = scope.row.cells.get(column);
  if (raw === undefined) return undefined;
  const text = unguard(raw).replaceAll('\r\n', '\n').trim();
  if (text.includes('\0')) return refuse(scope, column, ['not_text', 'A character of it cannot be kept.']);
  if (text.length > longest)
    return refuse(scope, column, ['too_long', `At most ${longest} characters; these are ${text.length}.`]);
  return text === '' ? null : text;
}

function refuse(scope: RowScope, column: string, [code, message]: [ProblemCode, string]): undefined {
  complain(scope, { column, code, message });
  return undefined;
}

export function readInteger(
  scope: RowScope,
  column: string,
  { from, to }: { readonly from: number; readonly to: number },
): Cell<number> {
  const text = readText(scope, column, 40);
  if (text === null || text === undefined) return text;
  if (!/^-?\d+$/u.test(text))
    return refuse(scope, column, ['not_a_number', 'A whole number, in plain digits.']);
  const value = Number(text);
  if (value < from || value > to) return refuse(scope, column, ['out_of_range', `From ${from} to ${to}.`]);
  return value === 0 ? 0 : value;
}

export function readNumber(scope: RowScope, column: string): Cell<number> {
  const text = readText(scope, column, 40);
  if (text === null || text === undefined) return text;
  if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/u.test(text) && Number.isFinite(Number(text)))
    return Number(text);
  return refuse(scope, column, ['not_a_number', 'A number, in plain digits with a point.']);
}

/** Minor units, of a decimal in major units: above zero. */
export function readMoney(scope: RowScope, column: string, currency: Currency): Cell<number> {
  const text = readText(scope, column, 40);
  if (text === null || text === undefined) return text;
  try {
    const amount = parseMajor(text, currency);
    return amount > 0 ? amount : refuse(scope, column, ['out_of_range', 'A price is above zero.']);
  } catch (cause) {
    if (!isShopError(cause)) throw cause;
    return refuse(scope, column, ['not_money', `An amount of ${currency} in plain digits, as in 24.00.`]);
  }
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['0', false],
]);

export function readBoolean(scope: RowScope, column: string): Cell<boolean> {
  const text = readText(scope, column, 40);
  if (text === null || text === undefined) return text;
  return truths.get(text.toLowerCase()) ?? refuse(scope, column, ['not_a_choice', 'Either yes or no.']);
}

export function readChoice<Choice extends string>(
  scope: RowScope,
  column: string,
  choices: readonly Choice[],
): Cell<Choice> {
  const text = readText(scope, column, 200);
  if (text === null || text === undefined) return text;
  const chosen = choices.find((choice) => choice === text.toLowerCase());
  return chosen ?? refuse(scope, column, ['not_a_choice', `One of ${choices.join(', ')}.`]);
}

const time = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/u;

/** A day is its beginning, UTC. */
export function readTime(scope: RowScope, column: string): Cell<Date> {
  const text = readText(scope, column, 40);
  if (text === null || text === undefined) return text;
  const value = new Date(text);
  if (time.test(text) && !Number.isNaN(value.getTime()) && isRealDay(text)) return value;
  return refuse(scope, column, ['not_a_date', 'A day or a time with its zone, as in 2026-01-31T09:00:00Z.']);
}

// `new Date` takes 31 February for 3 March.
function isRealDay(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** What stands between bars, each once. */
export function readList(scope: RowScope, column: string, longest: number): Cell<string[]> {
  const text = readText(scope, column, 10_000);
  if (text === null || text === undefined) return text;
  const items = [...new Set(text.split('|').map((item) => item.trim()))].filter((item) => item !== '');
  const tooLong = items.find((item) => item.length > longest);
  if (tooLong !== undefined)
    return refuse(scope, column, ['too_long', `At most ${longest} characters between two bars.`]);
  return items;
}
