import { randomBytes } from 'node:crypto';
import { exampleAddress } from '@turing/db/testing';
import { key, type Shop } from '../shop.ts';
import { type OwnershipCases, type Reach, ownedBy } from './case.ts';
import { type Buyer, createBuyer, type World } from './world.ts';

/** What somebody tries who wants in without the secret: the row's id, made up, changed by a letter, wild cards. */
export function guesses(buyer: Buyer, token: string): string[] {
  const changed = token.startsWith('A') ? 'B' : 'A';
  return [
    buyer.order.id.replaceAll('-', ''),
    buyer.cart.id.replaceAll('-', ''),
    randomBytes(24).toString('base64url'),
    `${changed}${token.slice(1)}`,
    token.toUpperCase() === token ? token.toLowerCase() : token.toUpperCase(),
    '_'.repeat(32),
    '%'.repeat(32),
    token.slice(0, 31),
    '',
  ];
}

type CartInput = Readonly<Record<string, unknown>>;

/** The cart of an account: whoever else comes with its very token finds nothing. */
export function reachForCart(buyer: Buyer, rest: CartInput): Reach {
  const input = { token: buyer.cart.token, ...rest };
  const others = guesses(buyer, buyer.cart.token).map((token) => ({ ...input, token }));
  return {
    owner: buyer.visitor,
    input,
    attempts: [input, ...others],
    secrets: [buyer.cart.lineId, buyer.id, buyer.email],
  };
}

function cartCase(rest: (world: World, buyer: Buyer) => CartInput) {
  return ownedBy(async (shop, world) => {
    const buyer = await createBuyer(shop, { name: 'Vera', variantId: world.variantId });
    return reachForCart(buyer, rest(world, buyer));
  });
}

/** Knowing an order's link is the right to it, signed in or not. */
function orderCase(toInput: (token: string) => object, status: 'pending' | 'confirmed' = 'confirmed') {
  return ownedBy(async (shop, { variantId }) => {
    const buyer = await createBuyer(shop, { name: 'Vera', variantId });
    const order = await shop.factories.createOrder({
      status,
      customerId: buyer.id,
      email: buyer.email,
      lines: [{ variantId }],
    });
    return {
      owner: buyer.visitor,
      input: toInput(order.token),
      attempts: guesses({ ...buyer, order }, order.token).map(toInput),
      secrets: [buyer.email, order.id, order.token],
    };
  });
}

/** A wish names only what is public; whose it is shows in what others' calls leave alone. */
function wishCase(input: object | 'variant' | undefined) {
  return ownedBy(async (shop, { victim, variantId }) => {
    await shop.as(victim.visitor).orders.wishlist.add({ variantId });
    return {
      owner: victim.visitor,
      input: input === 'variant' ? { variantId } : input,
      secrets: [],
      isAnswered: true,
    };
  });
}

async function expectedTotal(shop: Shop, buyer: Buyer): Promise<{ shippingMethod: string; total: number }> {
  const { country, region } = exampleAddress();
  const quote = await shop
    .as(buyer.visitor)
    .orders.checkout.quote({ token: buyer.cart.token, country, region });
  return { shippingMethod: quote.shippingMethod, total: quote.pricing.totalMinor };
}

export const orderCases: OwnershipCases = {
  'orders.cart.find': cartCase(() => ({})),
  'orders.cart.mine': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: { token: victim.cart.token },
    secrets: [victim.cart.lineId, victim.cart.id],
    isAnswered: true,
  })),
  'orders.cart.merge': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: { token: victim.cart.token },
    secrets: [victim.cart.lineId, victim.cart.id, victim.cart.token],
    isAnswered: true,
  })),
  'orders.cart.addLine': cartCase(({ variantId }) => ({ variantId, quantity: 1, idempotencyKey: key() })),
  'orders.cart.setLine': ownedBy(async (shop, world) => {
    const buyer = await createBuyer(shop, { name: 'Vera', variantId: world.variantId });
    const rest = { lineId: buyer.cart.lineId, quantity: 3 };
    const reach = reachForCart(buyer, { ...rest, idempotencyKey: key() });
    // Through a cart of one's own, too.
    const byOwnCart = { ...rest, token: world.other.cart.token, idempotencyKey: key() };
    return { ...reach, attempts: [...(reach.attempts ?? []), byOwnCart] };
  }),
  'orders.cart.setCurrency': cartCase(() => ({ currency: 'USD', idempotencyKey: key() })),
  'orders.cart.applyPromotion': cartCase(({ promotionCode }) => ({
    code: promotionCode,
    idempotencyKey: key(),
  })),
  'orders.cart.removePromotion': cartCase(() => ({ idempotencyKey: key() })),
  'orders.checkout.quote': cartCase(() => {
    const { country, region } = exampleAddress();
    return { country, region };
  }),
  'orders.checkout.place': ownedBy(async (shop, { variantId }) => {
    const buyer = await createBuyer(shop, { name: 'Vera', variantId });
    const { shippingMethod, total } = await expectedTotal(shop, buyer);
    return reachForCart(buyer, {
      email: buyer.email,
      address: exampleAddress(),
      shippingMethod,
      expectedTotalMinor: total,
      idempotencyKey: key(),
    });
  }),
  'orders.byToken': orderCase((token) => ({ token })),
  'orders.mine': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: {},
    secrets: [victim.order.id, victim.order.token],
    isAnswered: true,
  })),
  'orders.myOrder': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: { number: victim.order.number },
    secrets: [victim.order.id, victim.order.token, victim.email],
  })),
  'orders.claim': ownedBy(async (shop, { victim, variantId }) => {
    const guests = await shop.factories.createOrder({ email: victim.email, lines: [{ variantId }] });
    return {
      owner: victim.visitor,
      input: undefined,
      secrets: [guests.id, guests.token],
      isAnswered: true,
    };
  }),
  'orders.wishlist.list': wishCase({}),
  'orders.wishlist.wished': wishCase(undefined),
  'orders.wishlist.add': wishCase('variant'),
  'orders.wishlist.remove': wishCase('variant'),
  'orders.wishlist.moveToCart': ownedBy(async (shop, { victim, variantId }) => {
    await shop.as(victim.visitor).orders.wishlist.add({ variantId });
    return {
      owner: victim.visitor,
      // Into the victim's cart, too.
      input: { variantId, token: victim.cart.token, idempotencyKey: key() },
      secrets: [victim.cart.lineId, victim.cart.id],
      isAnswered: true,
    };
  }),
  'payments.startCheckout': orderCase((orderToken) => ({ orderToken }), 'pending'),
  'payments.sync': orderCase((orderToken) => ({ orderToken })),
};
