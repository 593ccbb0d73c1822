import { anyoneMay, type OwnershipCases, ownedBy } from './case.ts';

const catalogue = anyoneMay('the catalogue is public; drafts are not found by their slugs');
const review = { rating: 4, title: 'Bright', body: 'Very bright.' };

export const productCases: OwnershipCases = {
  'products.get': catalogue,
  'products.related': catalogue,
  'products.boughtTogether': catalogue,
  'products.collections.get': catalogue,
  'products.movedSlug': catalogue,
  'products.addresses.list': catalogue,
  'products.reviews': anyoneMay('approved reviews are public'),
  'products.recordSearchClick': anyoneMay('counts a click; says and changes nothing else'),
  'products.review.mine': ownedBy(async (shop, { victim, product }) => {
    const mine = shop.as(victim.visitor).products.review;
    const { id } = await mine.write({ productId: product.id, ...review });
    return {
      owner: victim.visitor,
      input: { productId: product.id },
      secrets: [id, review.body],
      isAnswered: true,
    };
  }),
  'products.review.write': ownedBy(async (shop, { victim, product }) => {
    const mine = shop.as(victim.visitor).products.review;
    const { id } = await mine.write({ productId: product.id, ...review });
    return {
      owner: victim.visitor,
      input: { productId: product.id, ...review, title: 'Other' },
      secrets: [id],
      isAnswered: true,
    };
  }),
  'products.review.remove': ownedBy(async (shop, { victim, product }) => {
    await shop.as(victim.visitor).products.review.write({ productId: product.id, ...review });
    return { owner: victim.visitor, input: { productId: product.id }, secrets: [], isAnswered: true };
  }),
  'products.prices': ownedBy((_shop, { victim, product }) => ({
    owner: victim.visitor,
    input: { productIds: [product.id], currency: 'USD' },
    secrets: [victim.id],
    isAnswered: true,
  })),
};
