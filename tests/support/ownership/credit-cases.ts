import { randomUUID } from 'node:crypto';
import { issueStoreCredit } from '@turing/routers';
import { creditStaff, issueCard } from '../credit.ts';
import { key, type Shop } from '../shop.ts';
import { anyoneMay, type OwnershipCases, ownedBy } from './case.ts';
import { reachForCart } from './order-cases.ts';
import { type Buyer, createBuyer } from './world.ts';

type CartInput = Readonly<Record<string, unknown>>;

/** A cart of an account that has store credit and a line of gift cards. */
function creditCase(
  rest: (
    shop: Shop,
    buyer: Buyer,
    card: { lineId: string; giftId: string },
  ) => CartInput | Promise<CartInput>,
) {
  return ownedBy(async (shop, world) => {
    const buyer = await createBuyer(shop, { name: 'Vera', variantId: world.variantId });
    const credit = { customerId: buyer.id, currency: 'USD', amountMinor: 500, reason: 'goodwill' } as const;
    await shop.db.transaction((tx) => issueStoreCredit(tx, { ...credit, key: randomUUID() }));
    const card = await addCard(shop, buyer);
    return reachForCart(buyer, { ...(await rest(shop, buyer, card)), idempotencyKey: key() });
  });
}

const gift = {
  recipientName: 'Rae',
  recipientEmail: 'rae@example.com',
  senderName: 'Vera',
  message: null,
  deliverOn: null,
};

async function addCard(shop: Shop, buyer: Buyer) {
  const product = await shop.factories.createProduct({ kind: 'gift_card' });
  const cart = await shop.as(buyer.visitor).orders.cart.addLine({
    token: buyer.cart.token,
    variantId: product.variant.id,
    quantity: 1,
    gift,
    idempotencyKey: key(),
  });
  const line = cart.lines.find(({ kind }) => kind === 'gift_card');
  return { lineId: line?.id ?? '', giftId: line?.gifts[0]?.id ?? '' };
}

async function codeOf(shop: Shop): Promise<string> {
  return (await issueCard(await creditStaff(shop), { amountMinor: 500 })).code;
}

/** What somebody has: told to them, and to nobody else. */
function historyCase(input: object | undefined) {
  return ownedBy(async (shop, { victim }) => {
    const credit = {
      customerId: victim.id,
      currency: 'USD',
      amountMinor: 73_519,
      reason: 'goodwill',
    } as const;
    await shop.db.transaction((tx) => issueStoreCredit(tx, { ...credit, key: randomUUID() }));
    return { owner: victim.visitor, input, secrets: ['73519'], isAnswered: true };
  });
}

export const creditCases: OwnershipCases = {
  'orders.credit.balance': anyoneMay('who has the code of a gift card has what is on it'),
  'orders.credit.applyGiftCard': creditCase(async (shop) => ({ code: await codeOf(shop) })),
  'orders.credit.useStoreCredit': creditCase(() => ({})),
  'orders.credit.remove': creditCase(async (shop, { visitor, cart: { token } }) => {
    const use = { token, idempotencyKey: key() };
    const cart = await shop.as(visitor).orders.credit.useStoreCredit(use);
    return { accountId: cart.credits[0]?.id };
  }),
  'orders.credit.changeGift': creditCase((_shop, _buyer, card) => ({ ...card, gift })),
  'orders.credit.removeGift': creditCase((_shop, _buyer, card) => card),
  'orders.credit.mine': historyCase(undefined),
  'orders.credit.history': historyCase({}),
};
