import { ShopError } from '@turing/domain';
import { z } from 'zod';

const shape = z.tuple([z.literal('sku'), z.string().max(400)]);

/** Where a page ended in a list by SKU. Opaque to callers. */
export function encodeSkuCursor(sku: string): string {
  return Buffer.from(JSON.stringify(['sku', sku])).toString('base64url');
}

/** @throws CURSOR_INVALID when it was not made here */
export function decodeSkuCursor(cursor: string): string {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))[1];
  } catch (cause) {
    throw new ShopError('CURSOR_INVALID', undefined, { cause });
  }
}
