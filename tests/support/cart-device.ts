import type { CustomerActor } from '@turing/routers';
import { key, type Shop } from './shop.ts';

type Api = ReturnType<Shop['as']>['orders']['cart'];
type Cart = NonNullable<Awaited<ReturnType<Api['find']>>>;

/** How many of each variant: nothing else of a cart may ever get lost. */
export type Bag = ReadonlyMap<string, number>;

export function bagOf(cart: Cart | null): Bag {
  return new Map((cart?.lines ?? []).map((line) => [line.variantId, line.quantity]));
}

/** One browser as the storefront drives it: a cookie with a cart's token, and perhaps a session. */
export interface Device {
  readonly add: (variantId: string, quantity: number) => Promise<void>;
  /** Sets what the cart shows of a variant; nothing happens when it shows none. */
  readonly set: (variantId: string, quantity: number) => Promise<void>;
  /** The cart a page shows; of somebody signed in, after what was in hand has been merged. */
  readonly look: () => Promise<Cart | null>;
  readonly signIn: (customer: CustomerActor) => void;
  readonly signOut: () => void;
  readonly isSignedIn: () => boolean;
  /** Sends the last request once more, as a browser does that never saw the answer. */
  readonly repeat: () => Promise<void>;
}

const over: ReadonlySet<string> = new Set(['CART_NOT_FOUND', 'CART_ALREADY_ORDERED']);

export function openDevice(shop: Shop): Device {
  let token: string | null = null;
  let customer: CustomerActor | undefined;
  let last: (() => Promise<unknown>) | null = null;
  const api = () => shop.as(customer === undefined ? {} : { customer }).orders.cart;

  async function keep(send: () => Promise<Cart>): Promise<void> {
    token = (await send()).token;
    last = send;
  }

  async function look(): Promise<Cart | null> {
    if (customer === undefined) return token === null ? null : api().find({ token });
    const { cart, mergeDue } = await api().mine({ token });
    return mergeDue ? api().merge({ token }) : cart;
  }

  return {
    look,
    add: async (variantId, quantity) => {
      const line = { variantId, quantity, idempotencyKey: key() };
      const [held, caller] = [token, api()];
      try {
        await keep(() => caller.addLine({ ...line, token: held }));
      } catch (error) {
        if (held === null || !(error instanceof Error) || !over.has(error.message)) throw error;
        await keep(() => caller.addLine({ ...line, token: null }));
      }
    },
    set: async (variantId, quantity) => {
      const cart = await look();
      const line = cart?.lines.find((each) => each.variantId === variantId);
      if (cart === null || line === undefined) return;
      const change = { token: cart.token, lineId: line.id, quantity, idempotencyKey: key() };
      const caller = api();
      await keep(() => caller.setLine(change));
    },
    signIn: (who) => {
      customer = who;
    },
    signOut: () => {
      customer = undefined;
      token = null;
      last = null;
    },
    isSignedIn: () => customer !== undefined,
    repeat: async () => {
      // Whoever signed in or out since may be refused; adding twice would show.
      await last?.().catch(() => undefined);
    },
  };
}
