import { ShopError } from '@turing/domain';
import { z } from 'zod';

const shape = z.tuple([z.string().max(200), z.uuid()]);

/** Where a page of levels ended: SKU, then location. */
export interface LevelPosition {
  readonly sku: string;
  readonly locationId: string;
}

export function encodeLevelCursor({ sku, locationId }: LevelPosition): string {
  return Buffer.from(JSON.stringify([sku, locationId])).toString('base64url');
}

/** @throws CURSOR_INVALID when it was not made here */
export function decodeLevelCursor(cursor: string): LevelPosition {
  try {
    const [sku, locationId] = shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { sku, locationId };
  } catch (cause) {
    throw new ShopError('CURSOR_INVALID', undefined, { cause });
  }
}
