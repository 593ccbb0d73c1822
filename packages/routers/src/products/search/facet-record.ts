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
const newline = 10;

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
  let position = 0;
  while (position < packed.length) {
    position = readRecord(record, packed, position) + 1;
    visit(record);
  }
}

/** Reads the line from `start` in place, for a hundred thousand slices are slow; gives its end. */
function readRecord(record: FacetRecord, packed: string, start: number): number {
  let position = start;
  let price = 0;
  for (
    let code = packed.charCodeAt(position);
    code !== bar && position < packed.length;
    code = packed.charCodeAt(position)
  ) {
    price = price * 10 + code - zero;
    position += 1;
  }
  record.priceMinor = price;
  record.isAvailable = packed.charCodeAt(position + 1) === zero + 1;
  record.rating = packed.charCodeAt(position + 2) - zero;
  position += 3;
  record.brand = numberAt(packed, position);
  position += widthAt(packed, position);
  record.values.length = 0;
  record.numbers = null;
  while (position < packed.length) {
    const code = packed.charCodeAt(position);
    if (code === newline) break;
    if (code === semicolon) {
      const end = packed.indexOf('\n', position);
      const properties = packed.slice(position + 1, end === -1 ? undefined : end);
      record.numbers = readProperties(properties);
      return position + 1 + properties.length;
    }
    record.values.push(numberAt(packed, position));
    position += widthAt(packed, position);
  }
  return position;
}

function numberAt(text: string, position: number): number {
  const code = text.charCodeAt(position);
  if (code < firstSurrogate) return code - firstNumber;
  return (text.codePointAt(position) ?? code) - firstNumber - surrogates;
}

function widthAt(text: string, position: number): number {
  const code = text.charCodeAt(position);
  return code >= firstSurrogate && code < firstSurrogate + surrogates / 2 ? 2 : 1;
}

function readProperties(text: string): Map<number, number> {
  return new Map(
    text.split(';').map((property) => [numberAt(property, 0), Number(property.slice(widthAt(property, 0)))]),
  );
}
