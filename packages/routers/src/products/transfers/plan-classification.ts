import type { AttributeDraft } from './classification-draft.ts';
import type { FieldChanges } from './plan-fields.ts';
import type { ProductDraft } from './product-draft.ts';
import type { ProductSnapshot } from './product-snapshot.ts';
import type { ProductWrites } from './product-writes.ts';

export interface PlanInput {
  readonly draft: ProductDraft;
  readonly current: ProductSnapshot | null;
  readonly productId: string;
  readonly writes: ProductWrites;
}

const nothing: FieldChanges = { before: {}, after: {} };

/** The first category a file names is the primary one. */
export function planCategories({ draft, current, productId, writes }: PlanInput): {
  readonly primaryId: string | undefined;
  readonly changes: FieldChanges;
} {
  const wanted = draft.categoryIds;
  if (wanted === undefined) return { primaryId: undefined, changes: nothing };
  const known = current?.categoryIds ?? [];
  const gone = known.filter((id) => !wanted.includes(id));
  const come = wanted.filter((id) => !known.includes(id));
  const toRow = (id: string) => ({ product_id: productId, category_id: id });
  writes.deleteCategories.push(...gone.map(toRow));
  writes.insertCategories.push(...come.map(toRow));
  const isSame = gone.length + come.length === 0;
  const changes = isSame ? nothing : { before: { categoryIds: known }, after: { categoryIds: wanted } };
  return { primaryId: wanted[0], changes };
}

/** Attributes the file has no column for stay. */
export function planAttributes(input: PlanInput): { readonly changes: FieldChanges } {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const attribute of input.draft.attributes) {
    const was = planValues(input, attribute) ?? planProperty(input, attribute);
    if (was === null) continue;
    const key = `attribute:${attribute.attributeId}`;
    before[key] = was;
    after[key] = attribute.number ?? attribute.text ?? attribute.valueIds;
  }
  return { changes: { before, after } };
}

/** What it was, when its values change. */
function planValues({ current, productId, writes }: PlanInput, attribute: AttributeDraft) {
  const wanted = attribute.valueIds;
  const known = (current?.valueIds ?? [])
    .filter(({ attributeId }) => attributeId === attribute.attributeId)
    .map(({ id }) => id);
  const gone = known.filter((id) => !wanted.includes(id));
  const come = wanted.filter((id) => !known.includes(id));
  const toRow = (id: string) => ({ product_id: productId, attribute_value_id: id });
  writes.deleteValues.push(...gone.map(toRow));
  writes.insertValues.push(...come.map(toRow));
  return gone.length + come.length === 0 ? null : known;
}

/** What it was, when its number or text changes. */
function planProperty({ current, productId, writes }: PlanInput, attribute: AttributeDraft) {
  const { attributeId, number, text } = attribute;
  const known = current?.properties.find((property) => property.attributeId === attributeId);
  const row = { product_id: productId, attribute_id: attributeId };
  if (number === null && text === null) {
    if (known === undefined) return null;
    writes.deleteProperties.push(row);
  } else {
    if (known !== undefined && known.number === number && (known.text?.trim() ?? null) === text) return null;
    writes.upsertProperties.push({ ...row, number, text });
  }
  return known?.number ?? known?.text ?? [];
}
