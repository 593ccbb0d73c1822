import { complain } from './cells.ts';
import type { ProductDraft, ProductFields } from './product-draft.ts';
import type { ProductSnapshot } from './product-snapshot.ts';

/** What changes, by name, for the audit; both are empty when nothing does. */
export interface FieldChanges {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

interface FieldInput {
  readonly draft: ProductDraft;
  readonly current: ProductSnapshot | null;
  readonly primaryCategoryId: string;
  readonly now: Date;
}

/** The product's row as it will be, by column. */
export interface ProductRow {
  readonly [column: string]: unknown;
  readonly status: string;
}

/** The product's own columns as they will be, and which of them change. */
export function diffFields(input: FieldInput): { readonly row: ProductRow; readonly changes: FieldChanges } {
  const { draft, current, primaryCategoryId } = input;
  const { fields } = draft;
  const status = fields.status ?? current?.status ?? 'draft';
  const publishedAt = publishedAtOf(input, status);
  const unpublishAt = timeOf(fields.unpublishAt, current?.unpublishAt);
  if (publishedAt !== null && unpublishAt !== null && unpublishAt <= publishedAt) {
    const message = 'A product is taken down after it was published.';
    complain(
      { row: draft.first, problems: draft.problems },
      { column: 'unpublish_at', code: 'out_of_range', message },
    );
  }
  const row = {
    slug: draft.handle,
    name: keep(fields.name, current?.name),
    summary: keep(fields.summary, current?.summary),
    description: keep(fields.description, current?.description),
    brand: keep(fields.brand, current?.brand),
    status,
    featured: fields.featured ?? current?.featured ?? false,
    seo_title: keepOptional(fields.seoTitle, current?.seoTitle),
    seo_description: keepOptional(fields.seoDescription, current?.seoDescription),
    tags: tagsOf(fields, current),
    published_at: publishedAt?.toISOString() ?? null,
    unpublish_at: unpublishAt?.toISOString() ?? null,
    primary_category_id: primaryCategoryId,
  };
  return { row, changes: current === null ? { before: {}, after: {} } : changesOf(row, current) };
}

// What is kept with space around it, by whatever wrote it, is not changed by a file that says the same.
function keep(text: string | undefined, current: string | undefined): string {
  if (text === undefined) return current ?? '';
  return current !== undefined && normalise(current) === text ? current : text;
}

function keepOptional(text: string | null | undefined, current: string | null | undefined): string | null {
  if (text === undefined) return current ?? null;
  if (text === null)
    return current === undefined || current === null || normalise(current) !== '' ? null : current;
  return keep(text, current ?? undefined);
}

function normalise(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** The same tags in another order are the same. */
function tagsOf({ tags }: ProductFields, current: ProductSnapshot | null): readonly string[] {
  const known = current?.tags ?? [];
  if (tags === undefined) return known;
  return tags.length === known.length && tags.every((tag) => known.includes(tag)) ? known : tags;
}

function publishedAtOf({ draft, current, now }: FieldInput, status: string): Date | null {
  const { publishedAt } = draft.fields;
  if (publishedAt !== undefined) return publishedAt;
  if (current !== null && current.publishedAt !== null) return new Date(current.publishedAt);
  return status === 'active' ? now : null;
}

function timeOf(time: Date | null | undefined, current: string | null | undefined): Date | null {
  if (time !== undefined) return time;
  return current === undefined || current === null ? null : new Date(current);
}

function changesOf(row: Readonly<Record<string, unknown>>, current: ProductSnapshot): FieldChanges {
  const was: Readonly<Record<string, unknown>> = {
    slug: current.slug,
    name: current.name,
    summary: current.summary,
    description: current.description,
    brand: current.brand,
    status: current.status,
    featured: current.featured,
    seo_title: current.seoTitle,
    seo_description: current.seoDescription,
    tags: current.tags,
    published_at: iso(current.publishedAt),
    unpublish_at: iso(current.unpublishAt),
    primary_category_id: current.primaryCategoryId,
  };
  const changed = Object.keys(row).filter((column) => row[column] !== was[column]);
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map((column) => [column, from[column]]));
  return { before: pick(was), after: pick(row) };
}

function iso(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
