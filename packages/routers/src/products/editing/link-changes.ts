import type { Transaction } from '@turing/db';
import {
  assertAttributeValues,
  assertProperties,
  type ProductLinks,
  replaceAttributeValues,
  replaceCategories,
  replaceProperties,
} from './links-store.ts';
import type { ProductChanges } from './schemas.ts';

interface LinkedProduct {
  readonly id: string;
  /** After the change, and before. */
  readonly primaryCategoryId: string;
  readonly formerPrimaryCategoryId: string;
  readonly links: ProductLinks;
}

/**
 * Writes the categories, attribute values and properties that a change names and that differ.
 * @throws ATTRIBUTE_NOT_FOUND, INPUT_INVALID for a value that its attribute does not take
 */
export async function changeLinks(
  tx: Transaction,
  product: LinkedProduct,
  changes: ProductChanges,
): Promise<{ before: Partial<ProductLinks>; after: Partial<ProductLinks> }> {
  const { id, links } = product;
  const after: { -readonly [Name in keyof ProductLinks]?: ProductLinks[Name] } = {};
  const categoryIds = categoriesAfter(product, changes);
  if (isOther(categoryIds, links.categoryIds)) {
    await replaceCategories(tx, id, categoryIds);
    after.categoryIds = categoryIds;
  }
  const { attributeValueIds, properties } = changes;
  if (attributeValueIds !== undefined && isOther(attributeValueIds.toSorted(), links.attributeValueIds)) {
    await assertAttributeValues(tx, attributeValueIds);
    await replaceAttributeValues(tx, id, attributeValueIds);
    after.attributeValueIds = attributeValueIds;
  }
  if (properties !== undefined && isOther(byAttribute(properties), byAttribute(links.properties))) {
    await assertProperties(tx, properties);
    await replaceProperties(tx, id, properties);
    after.properties = properties;
  }
  const names = Object.keys(after) as (keyof ProductLinks)[];
  return { before: Object.fromEntries(names.map((name) => [name, links[name]])), after };
}

function categoriesAfter(product: LinkedProduct, { categoryIds }: ProductChanges): string[] {
  const { primaryCategoryId, formerPrimaryCategoryId, links } = product;
  const further = categoryIds ?? links.categoryIds.filter((id) => id !== formerPrimaryCategoryId);
  return [...new Set([primaryCategoryId, ...further])].toSorted();
}

function byAttribute(properties: ProductLinks['properties']): unknown[] {
  return properties
    .map(({ attributeId, number, text }) => [attributeId, number, text] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function isOther(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
