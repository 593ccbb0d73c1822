import { describe, expect, it } from 'vitest';
import { changedFields, rebase, toChanges, toFormValues } from './product-form-values.ts';
import type { StaffProduct } from './product.ts';

const product: StaffProduct = {
  id: '0198a2f0-0000-7000-8000-000000000001',
  version: 3,
  slug: 'trail-cap',
  url: 'https://shop.example/p/trail-cap',
  name: 'Trail Cap',
  summary: '',
  description: '',
  brand: 'Fernhollow',
  status: 'draft',
  featured: false,
  taxCategory: 'standard',
  tags: ['new', 'summer'],
  seoTitle: null,
  seoDescription: null,
  publishedAt: '2026-11-20T10:00:00.000Z',
  unpublishAt: null,
  createdAt: '2026-11-01T10:00:00.000Z',
  updatedAt: '2026-11-01T10:00:00.000Z',
  soldCount: 0,
  primaryCategoryId: '0198a2f0-0000-7000-8000-00000000000c',
  categoryIds: [],
  attributeValueIds: ['b', 'a'],
  properties: [{ attributeId: 'height', number: 12, text: null }],
  options: [],
  image: null,
  variantCount: 0,
  sellableCount: 0,
  formerSlugs: [],
};

const attributes = [
  { id: 'height', name: 'Height', kind: 'number' as const, unit: 'cm', values: [] },
  { id: 'care', name: 'Care', kind: 'text' as const, unit: null, values: [] },
];

describe('the product form', () => {
  const base = toFormValues(product);

  it('sends only what differs, and times as they are', () => {
    expect(toChanges(base, base, attributes)).toEqual({});
    const values = {
      ...base,
      name: ' Trail Hat ',
      seoTitle: ' ',
      tags: ['summer', 'new'],
      properties: { height: '', care: 'Cold' },
      unpublishAt: base.publishedAt,
    };
    expect(toChanges(base, values, attributes)).toEqual({
      name: 'Trail Hat',
      seoTitle: null,
      properties: [{ attributeId: 'care', text: 'Cold' }],
      unpublishAt: product.publishedAt,
    });
  });

  it('keeps what was typed on top of what somebody else saved', () => {
    const mine = { ...base, name: 'Mine', brand: 'Mine too' };
    const theirs = toFormValues({ ...product, name: 'Theirs', summary: 'New', version: 4 });
    const both = rebase(base, mine, theirs);
    expect(both).toMatchObject({ name: 'Mine', brand: 'Mine too', summary: 'New' });
    expect(changedFields(theirs, both)).toEqual(['name', 'brand']);
  });
});
