import { ShopError } from '@turing/domain';
import { z } from 'zod';
import type { StaffListOrdersInput } from './schemas.ts';

type Sort = StaffListOrdersInput['sort'];

const byTime = z.tuple([z.enum(['newest', 'oldest']), z.iso.datetime(), z.uuid()]);
const byTotal = z.tuple([z.enum(['total_desc', 'total_asc']), z.number().int(), z.uuid()]);

/** Where a page ended: the sort, what is sorted by, the id. */
export type ListPosition = z.infer<typeof byTime> | z.infer<typeof byTotal>;

interface Place {
  readonly id: string;
  readonly placedAt: Date;
  readonly totalMinor: number;
}

export function encodePosition(sort: Sort, { id, placedAt, totalMinor }: Place): string {
  const key = sort === 'newest' || sort === 'oldest' ? placedAt.toISOString() : totalMinor;
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

/** @throws CURSOR_INVALID when it was not made here, or for another sort */
export function decodePosition(sort: Sort, cursor: string): ListPosition {
  try {
    const position = z
      .union([byTime, byTotal])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (position[0] === sort) return position;
  } catch (cause) {
    throw new ShopError('CURSOR_INVALID', undefined, { cause });
  }
  throw new ShopError('CURSOR_INVALID');
}
