import { maxSkuLength } from '@turing/domain';
import type { Context } from '../../context.ts';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { insertAtSlug } from './choose-slug.ts';
import { refusing } from './constraint-failure.ts';
import { copyLinks, copyOptions, copyVariants } from './duplicate-store.ts';
import { freeSkus } from './generate-variants.ts';
import { getStaffProduct } from './get-staff-product.ts';
import { lockProduct } from './product-store.ts';
import type { DuplicateProductInput, StaffProduct } from './schemas.ts';
import { loadVariants } from './variant-store.ts';

const suffix = '-COPY';

/**
 * Makes a draft like a product, with its options, variants, prices and pictures under names of its own; without its
 * stock, barcodes, schedule, sales and reviews.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function duplicateProduct(
  ctx: StaffContext & Pick<Context, 'storefrontUrl'>,
  input: DuplicateProductInput,
): Promise<StaffProduct> {
  const { id } = await refusing(() =>
    writeAsStaff(ctx, { operation: 'products.duplicate', input }, async (tx) => {
      const { id: from, version, slug: _slug, ...fields } = await lockProduct(tx, input.id);
      assertVersion(input.version, version);
      const name = input.name ?? `${fields.name.slice(0, 193)} (copy)`;
      const draft = { status: 'draft', publishedAt: null, unpublishAt: null } as const;
      const copy = await insertAtSlug(tx, { ...fields, ...draft, name }, undefined);
      await copyLinks(tx, from, copy.id);
      await copyOptions(tx, from, copy.id);
      const variants = await loadVariants(tx, from);
      const skus = await freeSkus(
        tx,
        variants.map(({ sku }) => `${sku.slice(0, maxSkuLength - suffix.length)}${suffix}`),
      );
      await copyVariants(
        tx,
        copy.id,
        variants.map((variant, index) => ({ id: variant.id, sku: skus[index] ?? '' })),
      );
      const after = { copyOf: from, name, slug: copy.slug, variantCount: variants.length, version: 1 };
      return {
        audit: { entityType: 'product', entityId: copy.id, before: null, after },
        receipt: { id: copy.id },
      };
    }),
  );
  return getStaffProduct(ctx, id);
}
