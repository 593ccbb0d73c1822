import { exampleAddress } from '@turing/db/testing';
import { key } from '../shop.ts';
import { type OwnershipCases, ownedBy } from './case.ts';
import { createBuyer } from './world.ts';

const newAddress = exampleAddress({ line1: '7 New Street' });

/** Whoever asks asks about themselves; who asked for the victim's erasure is the victim. */
function privacyRequest(toInput: () => object | undefined) {
  return ownedBy(async (shop, { variantId }) => {
    const buyer = await createBuyer(shop, { name: 'Petra', variantId });
    const { privacy } = shop.as(buyer.visitor).customers;
    const input = toInput();
    if (input === undefined) await privacy.requestErasure({ idempotencyKey: key() });
    return { owner: buyer.visitor, input, secrets: [buyer.email], isAnswered: true };
  });
}

export const customerCases: OwnershipCases = {
  'customers.profile.get': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: undefined,
    secrets: [victim.id, victim.email],
    isAnswered: true,
  })),
  'customers.profile.update': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: { name: 'Renamed', phone: null },
    secrets: [victim.id, victim.email],
    isAnswered: true,
  })),
  'customers.addresses.list': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: undefined,
    secrets: [victim.addressId],
    isAnswered: true,
  })),
  'customers.addresses.create': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: { address: newAddress, idempotencyKey: key() },
    secrets: [victim.addressId],
    isAnswered: true,
  })),
  'customers.addresses.update': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: { id: victim.addressId, address: newAddress },
    secrets: [],
  })),
  'customers.addresses.delete': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: { id: victim.addressId },
    secrets: [],
  })),
  'customers.consent.get': ownedBy(async (shop, { victim }) => {
    const { records } = await shop
      .as(victim.visitor)
      .customers.consent.set({ granted: true, source: 'account' });
    return {
      owner: victim.visitor,
      input: undefined,
      secrets: records.map(({ id }) => id),
      isAnswered: true,
    };
  }),
  'customers.consent.set': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: { granted: false, source: 'account' },
    secrets: [],
    isAnswered: true,
  })),
  'customers.privacy.get': ownedBy((_shop, { victim }) => ({
    owner: victim.visitor,
    input: undefined,
    secrets: [victim.email, String(victim.order.number)],
    isAnswered: true,
  })),
  'customers.privacy.requestExport': privacyRequest(() => ({ idempotencyKey: key() })),
  'customers.privacy.requestErasure': privacyRequest(() => ({ idempotencyKey: key() })),
  'customers.privacy.cancelErasure': privacyRequest(() => undefined),
};
