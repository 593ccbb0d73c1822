import { randomBytes } from 'node:crypto';
import { type OwnershipCases, ownedBy } from './case.ts';
import { createBuyer } from './world.ts';

function guesses(token: string): string[] {
  const changed = token.startsWith('A') ? 'B' : 'A';
  return [randomBytes(24).toString('base64url'), `${changed}${token.slice(1)}`, '_'.repeat(32), ''];
}

interface Secrets {
  restore_token: string;
  unsubscribe_token: string;
}

/** Documents of orders, and carts that were left: the secret link is the right. */
export const paperCases: OwnershipCases = {
  'orders.documents.byToken': ownedBy(async (shop, { variantId }) => {
    const order = await shop.factories.createOrder({ lines: [{ variantId }] });
    const staff = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
    const [issued] = await shop
      .as({ staff })
      .orders.documents.issue({ orderId: order.id, idempotencyKey: randomBytes(16).toString('hex') });
    return {
      owner: {},
      input: { token: order.token },
      attempts: guesses(order.token).map((token) => ({ token })),
      secrets: [issued!.id, issued!.label],
      // A list of what is not there is empty.
      isAnswered: true,
    };
  }),
  'orders.recovery.remember': ownedBy(async (shop, { variantId }) => {
    const buyer = await createBuyer(shop, { name: 'Vera', variantId });
    const input = { token: buyer.cart.token, email: buyer.email, consent: true };
    return {
      owner: buyer.visitor,
      input,
      attempts: [input, ...guesses(buyer.cart.token).map((token) => ({ ...input, token }))],
      secrets: [buyer.cart.id, buyer.email],
    };
  }),
  'orders.recovery.restore': ownedBy(async (shop, { variantId }) => {
    const { token } = await shop.factories.createCart({ lines: [{ variantId }] });
    await shop.as().orders.recovery.remember({ token, email: 'vera@example.com', consent: true });
    const { restore_token: restoreToken } = await secretsOf(shop, token);
    return {
      owner: {},
      input: { restoreToken, token: null },
      attempts: guesses(restoreToken).map((guess) => ({ restoreToken: guess, token: null })),
      secrets: [token],
    };
  }),
  'orders.recovery.unsubscribe': ownedBy(async (shop, { variantId }) => {
    const { token } = await shop.factories.createCart({ lines: [{ variantId }] });
    await shop.as().orders.recovery.remember({ token, email: 'vera@example.com', consent: true });
    const { unsubscribe_token: unsubscribeToken } = await secretsOf(shop, token);
    return {
      owner: {},
      input: { unsubscribeToken },
      attempts: guesses(unsubscribeToken).map((guess) => ({ unsubscribeToken: guess })),
      secrets: [token],
    };
  }),
};

async function secretsOf(
  shop: Parameters<Parameters<typeof ownedBy>[0]>[0],
  token: string,
): Promise<Secrets> {
  const { rows } = await shop.db.pool.query<Secrets>(
    'select r.restore_token, r.unsubscribe_token from cart_recovery r join cart c on c.id = r.cart_id where c.token = $1',
    [token],
  );
  return rows[0]!;
}
