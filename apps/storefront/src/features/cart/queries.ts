import 'server-only';
import type { Cart } from '@/lib/cart.ts';

export { type Cart, findCart } from '@/lib/cart.ts';

export type CartLine = Cart['lines'][number];
