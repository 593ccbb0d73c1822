import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import {
  deleteOptions,
  giveValues,
  loadChoices,
  loadOptions,
  newIds,
  parkOptionNames,
  renameVariants,
  saveOptions,
  saveOptionValues,
} from './option-store.ts';
import { type OptionsPlan, planOptions } from './plan-options.ts';
import type { SetOptionsInput } from './variant-schemas.ts';
import { deleteVariants, findVariantsInUse } from './variant-write-store.ts';
import { writeProduct, type WrittenProduct } from './write-product.ts';

/**
 * Makes a product's options what the input says: names, order, values, swatches. Variants of a removed value go with
 * it; variants there are get the first value of a new option.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT, VARIANT_IN_USE with `ids` and `skus` of the variants that would go and
 * cannot, INPUT_INVALID for an id of another product, IDEMPOTENCY_KEY_REUSED
 */
export async function setOptions(
  ctx: StaffContext,
  input: SetOptionsInput,
): Promise<WrittenProduct & { removed: number }> {
  const written = await writeProduct(
    ctx,
    { operation: 'products.variants.setOptions', input },
    async (tx, product) => {
      const options = await loadOptions(tx, product.id);
      const variants = await loadChoices(tx, product.id);
      const ids = await newIds(tx, countNew(input));
      const plan = planOptions({ options, variants }, input.options, () => ids.pop() ?? '');
      const inUse = await findVariantsInUse(tx, plan.goneVariantIds);
      if (inUse.length > 0) {
        throw new ShopError('VARIANT_IN_USE', {
          ids: inUse.map(({ id }) => id),
          skus: inUse.map(({ sku }) => sku),
        });
      }
      await applyPlan(tx, product.id, plan);
      return {
        before: { options, variantCount: variants.length },
        after: { options: input.options, variantCount: variants.length - plan.goneVariantIds.length },
        receipt: { removed: plan.goneVariantIds.length },
      };
    },
  );
  return { id: written.id, version: written.version, removed: written.removed };
}

function countNew({ options }: SetOptionsInput): number {
  return options.reduce(
    (count, option) =>
      count + Number(option.id === undefined) + option.values.filter(({ id }) => id === undefined).length,
    0,
  );
}

async function applyPlan(tx: Transaction, productId: string, plan: OptionsPlan): Promise<void> {
  await deleteVariants(tx, plan.goneVariantIds);
  await deleteOptions(tx, { optionIds: plan.goneOptionIds, valueIds: plan.goneValueIds });
  await parkOptionNames(tx, productId);
  await saveOptions(tx, productId, plan.options);
  await saveOptionValues(tx, plan.values);
  await giveValues(tx, productId, plan.givenValueIds);
  await renameVariants(tx, productId);
}
