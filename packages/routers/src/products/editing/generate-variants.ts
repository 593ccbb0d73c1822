import type { Transaction } from '@turing/db';
import {
  defaultSkuPattern,
  missingCombinations,
  skuOf,
  type SkuSource,
  uniqueSkus,
  variantNameOf,
} from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { loadChoices, loadOptions } from './option-store.ts';
import type { GenerateVariantsInput } from './variant-schemas.ts';
import { findUsedSkus, insertVariants, loadVariants } from './variant-store.ts';
import { writeProduct, type WrittenProduct } from './write-product.ts';

/**
 * Makes the variants a product's options allow and it does not have, at one price, the new ones last. The number of
 * statements is the same for one and for a thousand. A SKU that something has is told apart by a number.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT, VARIANT_LIMIT_EXCEEDED with `count` and `limit`, INPUT_INVALID with the
 * `token` of the pattern that is not an option, IDEMPOTENCY_KEY_REUSED
 */
export async function generateVariants(
  ctx: StaffContext,
  input: GenerateVariantsInput,
): Promise<WrittenProduct & { created: number }> {
  const written = await writeProduct(
    ctx,
    { operation: 'products.variants.generate', input },
    async (tx, product) => {
      const options = (await loadOptions(tx, product.id)).filter(({ values }) => values.length > 0);
      const choices = await loadChoices(tx, product.id);
      const last = (await loadVariants(tx, product.id)).at(-1)?.position ?? -1;
      const missing = missingCombinations(
        options,
        choices.map(({ valueIds }) => valueIds),
      );
      const pattern = input.skuPattern ?? defaultSkuPattern(options);
      const source: SkuSource = { pattern, slug: product.slug, options };
      const skus = await freeSkus(
        tx,
        missing.map((combination, index) => skuOf(source, combination, choices.length + index + 1)),
      );
      const variants = missing.map((combination, index) => ({
        sku: skus[index] ?? '',
        name: variantNameOf(combination),
        position: last + 1 + index,
        valueIds: combination.map(({ id }) => id),
      }));
      const { weightGrams, active, prices } = input;
      await insertVariants(tx, { productId: product.id, variants, weightGrams, active, prices });
      return {
        before: { variantCount: choices.length },
        after: { variantCount: choices.length + missing.length, skus, prices, weightGrams, active },
        receipt: { created: missing.length },
      };
    },
  );
  return { id: written.id, version: written.version, created: written.created };
}

/** The SKUs wanted, told apart from each other and from all there are. */
export async function freeSkus(tx: Transaction, wanted: readonly string[]): Promise<string[]> {
  const taken = await findUsedSkus(tx, wanted);
  for (;;) {
    const skus = uniqueSkus(wanted, taken);
    const used = await findUsedSkus(tx, skus);
    if (used.size === 0) return skus;
    for (const sku of used) taken.add(sku);
  }
}
