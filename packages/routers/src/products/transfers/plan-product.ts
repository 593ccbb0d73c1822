import { complain } from './cells.ts';
import { planAttributes, planCategories } from './plan-classification.ts';
import { diffFields, type FieldChanges } from './plan-fields.ts';
import { type KnownCodes, planVariants } from './plan-variants.ts';
import type { Problem } from './problem.ts';
import type { ProductDraft } from './product-draft.ts';
import type { ProductSnapshot } from './product-snapshot.ts';
import { emptyWrites, type ProductWrites } from './product-writes.ts';

export interface PlanContext {
  readonly newId: () => string;
  readonly now: Date;
  /** Who has which SKU and barcode already, in the database and in this file. */
  readonly codes: KnownCodes;
}

/** What becomes of a product: what it takes to write, or what is wrong. */
export interface ProductPlan {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'failed';
  readonly productId: string;
  readonly writes: ProductWrites;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly Problem[];
}

/** Compares what a file says of a product with what there is. Decides alone: reads and writes nothing. */
export function planProduct(
  draft: ProductDraft,
  current: ProductSnapshot | null,
  context: PlanContext,
): ProductPlan {
  const { problems } = draft;
  const writes = emptyWrites();
  const productId = current?.id ?? context.newId();
  checkRequired(draft, current);
  const categories = planCategories({ draft, current, productId, writes });
  const attributes = planAttributes({ draft, current, productId, writes });
  const variants = planVariants({ draft, current, productId, writes, context });
  const primaryCategoryId = categories.primaryId ?? current?.primaryCategoryId ?? '';
  const { row, changes } = diffFields({ draft, current, primaryCategoryId, now: context.now });
  if (row.status === 'active' && !variants.isSellable) complain(whole(draft), notSellable);
  if (problems.length > 0) return failed(productId, problems);
  if (current === null) {
    writes.insertProducts.push({ ...row, id: productId, created_at: context.now, updated_at: context.now });
    return { outcome: 'created', productId, writes, ...creation(draft), problems };
  }
  const all = [changes, categories.changes, attributes.changes, variants.changes];
  if (all.every(isEmpty)) return { ...failed(productId, []), outcome: 'unchanged' };
  writes.updateProducts.push({ ...row, id: productId, updated_at: context.now });
  return {
    outcome: 'updated',
    productId,
    writes,
    before: Object.assign({}, ...all.map((each) => each.before)) as Record<string, unknown>,
    after: Object.assign({}, ...all.map((each) => each.after)) as Record<string, unknown>,
    problems,
  };
}

const notSellable = {
  column: 'status',
  code: 'not_publishable',
  message: 'An active product needs a variant that is active and has a price.',
} as const;

function checkRequired(draft: ProductDraft, current: ProductSnapshot | null): void {
  if (current !== null) return;
  const missing = 'A new product needs one.';
  if (draft.fields.name === undefined && !hasProblem(draft, 'name'))
    complain(whole(draft), { column: 'name', code: 'required', message: missing });
  if (draft.categoryIds === undefined && !hasProblem(draft, 'categories'))
    complain(whole(draft), { column: 'categories', code: 'required', message: missing });
}

function hasProblem({ problems }: ProductDraft, column: string): boolean {
  return problems.some((problem) => problem.column === column);
}

function whole({ first, problems }: ProductDraft) {
  return { row: first, problems };
}

function failed(productId: string, problems: readonly Problem[]): ProductPlan {
  return { outcome: 'failed', productId, writes: emptyWrites(), before: null, after: null, problems };
}

function creation({ fields, variants }: ProductDraft) {
  const after = { name: fields.name, skus: variants.map(({ sku }) => sku) };
  return { before: null, after };
}

function isEmpty({ after }: FieldChanges): boolean {
  return Object.keys(after).length === 0;
}
