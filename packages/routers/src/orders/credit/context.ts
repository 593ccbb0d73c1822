import type { Context } from '../../context.ts';
import type { ShopContext } from '../context.ts';

/** What reading a code needs of a request. */
export type CodeContext = ShopContext & Pick<Context, 'rateLimiter' | 'giftCardSecret'>;
