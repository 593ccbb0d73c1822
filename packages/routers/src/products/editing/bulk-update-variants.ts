import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { planVariants, type VariantsPlan } from './plan-variants.ts';
import type { BulkUpdateVariantsInput } from './variant-schemas.ts';
import { findCodeOwners, findOwnMedia, loadVariants, type VariantRow } from './variant-store.ts';
import { deletePrices, parkVariants, updateVariants, upsertPrices } from './variant-write-store.ts';
import { writeProduct, type WrittenProduct } from './write-product.ts';

/**
 * Changes up to a thousand variants of one product in a number of statements that does not depend on how many they
 * are. Variants may exchange SKUs, barcodes and positions among themselves.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT, VARIANT_NOT_FOUND with `ids`, SKU_TAKEN and BARCODE_TAKEN with `values`
 * and the `variantIds` that wanted them, MEDIA_NOT_FOUND with `ids`, INPUT_INVALID for one position of two,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function bulkUpdateVariants(
  ctx: StaffContext,
  input: BulkUpdateVariantsInput,
): Promise<WrittenProduct> {
  return writeProduct(ctx, { operation: 'products.variants.bulkUpdate', input }, async (tx, product) => {
    const present = await loadVariants(tx, product.id);
    const plan = planVariants(present, input.variants);
    await assertCodesFree(tx, product.id, { present, plan });
    await assertOwnMedia(tx, product.id, plan);
    await applyPlan(tx, plan);
    return { before: { variants: plan.before }, after: { variants: plan.after } };
  });
}

async function applyPlan(tx: Transaction, plan: VariantsPlan): Promise<void> {
  if (plan.variants.length > 0) {
    if (plan.exchanges) {
      await parkVariants(
        tx,
        plan.variants.map(({ id }) => id),
      );
    }
    await updateVariants(tx, plan.variants);
  }
  if (plan.gonePrices.length > 0) await deletePrices(tx, plan.gonePrices);
  if (plan.prices.length > 0) await upsertPrices(tx, plan.prices);
}

interface Codes {
  readonly present: readonly VariantRow[];
  readonly plan: VariantsPlan;
}

async function assertCodesFree(
  tx: Transaction,
  productId: string,
  { present, plan: { variants } }: Codes,
): Promise<void> {
  const changed = new Set(variants.map(({ id }) => id));
  const owners = [
    ...present.filter(({ id }) => !changed.has(id)),
    ...(await findCodeOwners(tx, productId, {
      skus: variants.map(({ sku }) => sku),
      barcodes: variants.flatMap(({ barcode }) => barcode ?? []),
    })),
  ];
  refuseTaken(
    'SKU_TAKEN',
    variants.map(({ id, sku }) => [id, sku]),
    owners.map(({ sku }) => sku),
  );
  refuseTaken(
    'BARCODE_TAKEN',
    variants.flatMap(({ id, barcode }) => (barcode === null ? [] : [[id, barcode] as const])),
    owners.flatMap(({ barcode }) => barcode ?? []),
  );
}

function refuseTaken(
  code: 'SKU_TAKEN' | 'BARCODE_TAKEN',
  wanted: readonly (readonly [id: string, value: string])[],
  taken: readonly string[],
): void {
  const known = new Set(taken);
  const seen = new Set<string>();
  for (const [, value] of wanted) {
    if (seen.has(value)) known.add(value);
    seen.add(value);
  }
  const refused = wanted.filter(([, value]) => known.has(value));
  if (refused.length === 0) return;
  throw new ShopError(code, {
    values: [...new Set(refused.map(([, value]) => value))],
    variantIds: refused.map(([id]) => id),
  });
}

async function assertOwnMedia(tx: Transaction, productId: string, plan: VariantsPlan): Promise<void> {
  const wanted = [...new Set(plan.variants.flatMap(({ mediaId }) => mediaId ?? []))];
  if (wanted.length === 0) return;
  const own = await findOwnMedia(tx, productId, wanted);
  const strange = wanted.filter((id) => !own.has(id));
  if (strange.length > 0) throw new ShopError('MEDIA_NOT_FOUND', { ids: strange });
}
