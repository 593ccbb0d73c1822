/** What facets know of one product. */
export interface FacetRecord {
  priceMinor: number;
  isAvailable: boolean;
  /** In tenths of a star; 0 without reviews. */
  rating: number;
  brand: number;
  /** Numbers of attribute values. */
  readonly values: number[];
  /** Number attributes: attribute number → value. */
  numbers: ReadonlyMap<number, number> | null;
}

const firstNumber = 256;
const firstSurrogate = 0xd8_00;
const surrogates = 2048;
const zero = 48;
const bar = 124;
const semicolon = 59;

/**
 * Reads the records that `search.refresh_filters` packs: a line per product, of its price, a bar, then one character each
 * for availability, rating, brand and every value, and `;` attribute number for each number it has. There may be a hundred
 * thousand: `visit` is given the same object every time.
 */
export function readFacetRecords(packed: string, visit: (record: Readonly<FacetRecord>) => void): void {
  const record: FacetRecord = {
    priceMinor: 0,
    isAvailable: false,
    rating: 0,
    brand: 0,
    values: [],
    numbers: null,
  };
  let start = 0;
  while (start < packed.length) {
    const newline = packed.indexOf('\n', start);
    const end = newline === -1 ? packed.length : newline;
    readRecord(record, packed.slice(start, end));
    visit(record);
    start = end + 1;
  }
}

function readRecord(record: FacetRecord, line: string): void {
  let position = 0;
  record.priceMinor = 0;
  for (
    let code = line.charCodeAt(0);
    code !== bar && position < line.length;
    code = line.charCodeAt(position)
  ) {
    record.priceMinor = record.priceMinor * 10 + code - zero;
    position += 1;
  }
  record.isAvailable = line.charCodeAt(position + 1) === zero + 1;
  record.rating = line.charCodeAt(position + 2) - zero;
  position += 3;
  record.brand = numberAt(line, position);
  record.values.length = 0;
  for (position += widthAt(line, position); position < line.length; position += widthAt(line, position)) {
    if (line.charCodeAt(position) === semicolon) break;
    record.values.push(numberAt(line, position));
  }
  record.numbers = position < line.length ? readProperties(line.slice(position + 1)) : null;
}

function numberAt(text: string, position: number): number {
  const point = text.codePointAt(position) ?? firstNumber;
  return point - (point < firstSurrogate ? firstNumber : firstNumber + surrogates);
}

function widthAt(text: string, position: number): number {
  return (text.codePointAt(position) ?? 0) > 0xff_ff ? 2 : 1;
}

function readProperties(text: string): Map<number, number> {
  return new Map(
    text.split(';').map((property) => [numberAt(property, 0), Number(property.slice(widthAt(property, 0)))]),
  );
}
