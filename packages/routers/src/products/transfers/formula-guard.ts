// Spreadsheets run a cell that starts with one of these. Source: OWASP, CSV Injection.
const formula = /^'*[=+\-@\t\r\n]/u;
const guarded = /^'+[=+\-@\t\r\n]/u;
const plainNumber = /^-?\d+(?:\.\d+)?$/u;

/** Puts an apostrophe before text that a spreadsheet would run. `unguard` takes exactly that one away. */
export function guard(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

export function unguard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
