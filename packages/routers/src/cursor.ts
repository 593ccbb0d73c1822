import { ShopError } from '@turing/domain';
import { z } from 'zod';

const timeAndId = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page ended in a list by time, newest first. Opaque to callers. */
export interface TimeCursor {
  readonly time: Date;
  readonly id: string;
}

export function encodeTimeCursor({ time, id }: TimeCursor): string {
  return Buffer.from(JSON.stringify([time.toISOString(), id])).toString('base64url');
}

/** @throws CURSOR_INVALID when it was not made here */
export function decodeTimeCursor(cursor: string): TimeCursor {
  try {
    const [time, id] = timeAndId.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { time: new Date(time), id };
  } catch (cause) {
    throw new ShopError('CURSOR_INVALID', undefined, { cause });
  }
}

/** Cuts `limit + 1` rows to a page and says where the next one starts. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => TimeCursor,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encodeTimeCursor(cursorOf(last)) : null,
  };
}
