export interface Result {
  readonly scenario: string;
  readonly products: number;
  readonly rps: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
  /** Per request, of the API and of PostgreSQL; null where the system does not tell. */
  readonly cpuMsApi: number | null;
  readonly cpuMsDb: number | null;
  /** Null where there is nothing to compare with. */
  readonly ratioToBareHttp: number | null;
  readonly ratioToPg: number | null;
}

/** What is printed besides: the statements of PostgreSQL for one request. */
export interface Line extends Result {
  readonly statements: number;
}

const columns: readonly (readonly [title: string, width: number, of: (line: Line) => string])[] = [
  ['scenario', -18, ({ scenario }) => scenario],
  ['products', 9, ({ products }) => String(products)],
  ['rps', 9, ({ rps }) => String(Math.round(rps))],
  ['p50 ms', 8, ({ p50Ms }) => p50Ms.toFixed(2)],
  ['p99 ms', 8, ({ p99Ms }) => p99Ms.toFixed(2)],
  ['errors', 7, ({ errors }) => String(errors)],
  ['api cpu ms', 11, ({ cpuMsApi }) => cpuMsApi?.toFixed(3) ?? '-'],
  ['db cpu ms', 10, ({ cpuMsDb }) => cpuMsDb?.toFixed(3) ?? '-'],
  ['statements', 11, ({ statements }) => String(statements)],
  ['of bare', 8, ({ ratioToBareHttp }) => ratioToBareHttp?.toFixed(2) ?? '-'],
  ['of pg', 7, ({ ratioToPg }) => ratioToPg?.toFixed(2) ?? '-'],
];

export function headLine(): string {
  return columns.map(([title, width]) => pad(title, width)).join(' ');
}

export function lineOf(line: Line): string {
  return columns.map(([, width, of]) => pad(of(line), width)).join(' ');
}

/** How much slower the slowest hundredth got from the smallest shop to the largest. */
export function growthLines(results: readonly Result[]): string[] {
  const names = [...new Set(results.map(({ scenario }) => scenario))];
  return names.flatMap((name) => {
    const own = results
      .filter(({ scenario }) => scenario === name)
      .toSorted((a, b) => a.products - b.products);
    const [first, last] = [own.at(0), own.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const growth = last.p99Ms / first.p99Ms;
    return [
      `${pad(name, -18)} p99 from ${first.products} to ${last.products} products: × ${growth.toFixed(2)}`,
    ];
  });
}

function pad(text: string, width: number): string {
  return width < 0 ? text.padEnd(-width) : text.padStart(width);
}
