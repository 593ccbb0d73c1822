import type { RouterInputs } from '@turing/client';
import { slugify, type TaxCategory } from '@turing/domain';
import dayjs from 'dayjs';
import { z } from 'zod';
import type { ProductChoices, ProductState, StaffProduct } from './product.ts';

export type ProductChanges = RouterInputs['products']['staff']['update']['changes'];

/** What the editor's first page holds. Times are local, as the date picker has them. */
export interface ProductFormValues {
  name: string;
  slug: string;
  summary: string;
  description: string;
  brand: string;
  status: ProductState;
  featured: boolean;
  taxCategory: TaxCategory;
  tags: string[];
  seoTitle: string;
  seoDescription: string;
  primaryCategoryId: string;
  categoryIds: string[];
  attributeValueIds: string[];
  /** By attribute; empty: none. */
  properties: Record<string, string | number>;
  publishedAt: string | null;
  unpublishAt: string | null;
}

export const fieldLabels: Readonly<Record<keyof ProductFormValues, string>> = {
  name: 'Name',
  slug: 'Address',
  summary: 'Summary',
  description: 'Description',
  brand: 'Brand',
  status: 'Status',
  featured: 'Featured',
  taxCategory: 'Tax',
  tags: 'Tags',
  seoTitle: 'Page title',
  seoDescription: 'Page description',
  primaryCategoryId: 'Category',
  categoryIds: 'Further categories',
  attributeValueIds: 'Attributes',
  properties: 'Properties',
  publishedAt: 'Publish on',
  unpublishAt: 'Unpublish on',
};

const fieldNames = Object.keys(fieldLabels) as (keyof ProductFormValues)[];

const pickerFormat = 'YYYY-MM-DD HH:mm:ss';

function toPicker(time: string | null): string | null {
  return time === null ? null : dayjs(time).format(pickerFormat);
}

function fromPicker(time: string | null): string | null {
  return time === null ? null : dayjs(time).toISOString();
}

export const productFormSchema = z
  .object({
    name: z.string().trim().min(1, 'A product needs a name').max(200, 'At most 200 characters'),
    slug: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'Lower-case letters, digits and single hyphens')
      .max(200, 'At most 200 characters'),
    summary: z.string().max(500, 'At most 500 characters'),
    description: z.string().max(50_000, 'At most 50,000 characters'),
    brand: z.string().max(120, 'At most 120 characters'),
    seoTitle: z.string().max(200, 'At most 200 characters'),
    seoDescription: z.string().max(500, 'At most 500 characters'),
    primaryCategoryId: z.string().min(1, 'Choose where it belongs'),
    publishedAt: z.string().nullable(),
    unpublishAt: z.string().nullable(),
  })
  .refine(
    ({ publishedAt, unpublishAt }) =>
      publishedAt === null || unpublishAt === null || publishedAt < unpublishAt,
    { path: ['unpublishAt'], message: 'After it is published' },
  );

export function toFormValues(product: StaffProduct): ProductFormValues {
  return {
    name: product.name,
    slug: product.slug,
    summary: product.summary,
    description: product.description,
    brand: product.brand,
    status: product.status,
    featured: product.featured,
    taxCategory: product.taxCategory,
    tags: product.tags,
    seoTitle: product.seoTitle ?? '',
    seoDescription: product.seoDescription ?? '',
    primaryCategoryId: product.primaryCategoryId,
    categoryIds: product.categoryIds,
    attributeValueIds: product.attributeValueIds,
    properties: Object.fromEntries(
      product.properties.map(({ attributeId, number, text }) => [attributeId, number ?? text ?? '']),
    ),
    publishedAt: toPicker(product.publishedAt),
    unpublishAt: toPicker(product.unpublishAt),
  };
}

function comparable(value: ProductFormValues[keyof ProductFormValues]): string {
  if (Array.isArray(value)) return JSON.stringify(value.toSorted());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, text]) => text !== '');
  return JSON.stringify(entries.toSorted(([one], [other]) => one.localeCompare(other)));
}

/** The fields in which two states of the form differ. */
export function changedFields(one: ProductFormValues, other: ProductFormValues): (keyof ProductFormValues)[] {
  return fieldNames.filter((name) => comparable(one[name]) !== comparable(other[name]));
}

/** What was typed, on top of what is saved by now. */
export function rebase(
  base: ProductFormValues,
  values: ProductFormValues,
  latest: ProductFormValues,
): ProductFormValues {
  const mine = changedFields(base, values).map((name) => [name, values[name]]);
  return { ...latest, ...(Object.fromEntries(mine) as Partial<ProductFormValues>) };
}

/** What to send for the fields that differ. */
export function toChanges(
  base: ProductFormValues,
  values: ProductFormValues,
  attributes: ProductChoices['attributes'],
): ProductChanges {
  const whole: Required<ProductChanges> = {
    ...values,
    name: values.name.trim(),
    seoTitle: values.seoTitle.trim() || null,
    seoDescription: values.seoDescription.trim() || null,
    properties: toProperties(values.properties, attributes),
    publishedAt: fromPicker(values.publishedAt),
    unpublishAt: fromPicker(values.unpublishAt),
  };
  return Object.fromEntries(changedFields(base, values).map((name) => [name, whole[name]]));
}

function toProperties(
  properties: ProductFormValues['properties'],
  attributes: ProductChoices['attributes'],
): NonNullable<ProductChanges['properties']> {
  return attributes.flatMap(({ id, kind }): NonNullable<ProductChanges['properties']> => {
    const value = properties[id];
    if (value === undefined || String(value).trim() === '') return [];
    if (kind === 'number') return [{ attributeId: id, number: Number(value) }];
    return kind === 'text' ? [{ attributeId: id, text: String(value).trim() }] : [];
  });
}

/** The address a name makes, for as long as nobody chose another. */
export function slugFor(name: string): string {
  return slugify(name).slice(0, 200);
}
