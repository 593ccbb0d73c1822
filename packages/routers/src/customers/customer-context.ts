import type { Context } from '../context.ts';
import type { CustomerActor } from './identity/actors.ts';

/** What a use case of a signed-in customer needs of a request. */
export type CustomerContext = Pick<Context, 'db' | 'now' | 'address'> & { readonly customer: CustomerActor };
