import type { StaffActor } from '../customers/index.ts';
import type { Context } from '../context.ts';

/** What a shopper's use case needs of a request. */
export type ShopContext = Pick<Context, 'db' | 'now' | 'findCustomer'>;

/** What a use case of staff needs of a request. */
export type StaffContext = Pick<Context, 'db' | 'now' | 'requestId'> & { readonly staff: StaffActor };
