import type { CollectionRules } from '@turing/domain';

/** A page that gathers products. `pick` is the category whose first products are picked by hand. */
export interface GatheredPage {
  name: string;
  slug: string;
  description: string;
  sort: string;
  published: boolean;
  rules?: CollectionRules;
  pick?: string;
}

/** The collections of the shop, in order. Their rules name categories by slug. */
export const gatheredPages: readonly GatheredPage[] = [
  {
    name: 'The long table',
    slug: 'the-long-table',
    description: 'Twelve pieces for a table that stays laid until late, chosen one by one.',
    sort: 'manual',
    published: true,
    pick: 'kitchen-table',
  },
  {
    name: 'Gifts under $50',
    slug: 'gifts-under-50',
    description: 'Small things, well made, that wrap easily.',
    sort: 'best_selling',
    published: true,
    rules: {
      match: 'all',
      conditions: [
        { field: 'tag', operator: 'is', value: 'gift' },
        { field: 'price', currency: 'USD', operator: 'less', value: 5000 },
        { field: 'inStock', operator: 'is', value: true },
      ],
    },
  },
  {
    name: 'New arrivals',
    slug: 'new-arrivals',
    description: 'What came in over the last months, newest first.',
    sort: 'newest',
    published: true,
    rules: { match: 'all', conditions: [{ field: 'published', operator: 'within', value: 120 }] },
  },
  {
    name: 'Now for less',
    slug: 'now-for-less',
    description: 'Pieces at a lower price than before, while they last.',
    sort: 'featured',
    published: true,
    rules: {
      match: 'all',
      conditions: [
        { field: 'onSale', operator: 'is', value: true },
        { field: 'inStock', operator: 'is', value: true },
      ],
    },
  },
  {
    name: 'Kinder materials',
    slug: 'kinder-materials',
    description: 'Recycled, regrown or grown without spray.',
    sort: 'featured',
    published: true,
    rules: { match: 'all', conditions: [{ field: 'tag', operator: 'is', value: 'kinder' }] },
  },
  {
    name: 'Winter at home',
    slug: 'winter-at-home',
    description: 'Wool, wax and warm light.',
    sort: 'best_selling',
    published: false,
    rules: {
      match: 'any',
      conditions: [
        { field: 'category', operator: 'is', value: 'cushions-throws' },
        { field: 'category', operator: 'is', value: 'candles-scent' },
        { field: 'category', operator: 'is', value: 'knitwear' },
      ],
    },
  },
];
