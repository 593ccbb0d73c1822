import { ShopError } from '@turing/domain';
import { z } from 'zod';

/** Where a page ended: the integers it was sorted by and the id that breaks ties. */
export interface Position {
  readonly keys: readonly number[];
  readonly id: string;
}

// Times travel as milliseconds: this is the year 1, before which PostgreSQL and Date disagree.
const keySchema = z.int().min(-62_135_596_800_000);

const cursorShape = z.tuple([z.string(), z.array(keySchema), z.uuid()]);

/** Packs a position of the list sorted by `sort` into an opaque, URL-safe string. */
export function encodeCursor(sort: string, { keys, id }: Position): string {
  return Buffer.from(JSON.stringify([sort, keys, id])).toString('base64url');
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/**
 * Unpacks a cursor of the list sorted by `sort` with `keyCount` keys.
 * @throws CURSOR_INVALID when it is not one, or belongs to another sort.
 */
export function decodeCursor(cursor: string, sort: string, keyCount: number): Position {
  const { data } = cursorShape.safeParse(parseJson(cursor));
  if (data === undefined || data[0] !== sort || data[1].length !== keyCount) {
    throw new ShopError('CURSOR_INVALID');
  }
  return { keys: data[1], id: data[2] };
}
