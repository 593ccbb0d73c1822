import { randomBytes } from 'node:crypto';
import { exampleAddress } from '@turing/db/testing';
import { key, type Shop } from '../shop.ts';
import { type OwnershipCases, ownedBy } from './case.ts';

async function sentDraft(shop: Shop, variantId: string) {
  const owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
  const drafts = shop.as({ staff: owner }).orders.staff.drafts;
  const email = `draft-${randomBytes(6).toString('hex')}@example.com`;
  const { id } = await drafts.create({
    customerId: null,
    email,
    currency: 'USD',
    address: exampleAddress(),
    shippingMethod: null,
    shippingMinor: null,
    discountMinor: 0,
    note: null,
    lines: [{ variantId, quantity: 1, unitPriceMinor: null }],
    idempotencyKey: key(),
  });
  await drafts.send({ id, version: 1, idempotencyKey: key() });
  return drafts.get({ id });
}

/** Knowing the link of a draft is the right to it. */
function draftCase(toInput: (token: string, totalMinor: number) => object) {
  return ownedBy(async (shop, { variantId }) => {
    const { id, token, email, preview } = await sentDraft(shop, variantId);
    const changed = token.startsWith('A') ? 'B' : 'A';
    const guesses = [
      id.replaceAll('-', ''),
      randomBytes(24).toString('base64url'),
      `${changed}${token.slice(1)}`,
      '%'.repeat(32),
      '',
    ];
    const { totalMinor } = preview.sums;
    return {
      owner: {},
      input: toInput(token, totalMinor),
      attempts: guesses.map((guess) => toInput(guess, totalMinor)),
      secrets: [id, token, email ?? ''],
    };
  });
}

export const draftCases: OwnershipCases = {
  'orders.drafts.byToken': draftCase((token) => ({ token })),
  'orders.drafts.accept': draftCase((token, expectedTotalMinor) => ({ token, expectedTotalMinor })),
};
