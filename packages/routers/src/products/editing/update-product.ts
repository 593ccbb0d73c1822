import type { Context } from '../../context.ts';
import type { StaffContext } from '../../customers/index.ts';
import { fieldChanges } from './field-changes.ts';
import { getStaffProduct } from './get-staff-product.ts';
import { changeLinks } from './link-changes.ts';
import { loadLinks } from './links-store.ts';
import { assertPublishable, scheduleOf } from './publish-rules.ts';
import type { StaffProduct, UpdateProductInput } from './schemas.ts';
import { writeProduct } from './write-product.ts';

/**
 * Changes what the input names of a product and leaves the rest. What becomes active is published now unless its time
 * is set.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT with both versions, SLUG_TAKEN, PRODUCT_NOT_PUBLISHABLE,
 * CATEGORY_NOT_FOUND, ATTRIBUTE_NOT_FOUND, INPUT_INVALID, IDEMPOTENCY_KEY_REUSED
 */
export async function updateProduct(
  ctx: StaffContext & Pick<Context, 'storefrontUrl'>,
  input: UpdateProductInput,
): Promise<StaffProduct> {
  const { changes } = input;
  await writeProduct(ctx, { operation: 'products.update', input }, async (tx, product) => {
    await assertPublishable(tx, [product], changes.status);
    const { fields, before, after } = fieldChanges(product, {
      ...changes,
      ...scheduleOf(product, changes, ctx.now()),
    });
    const links = await changeLinks(
      tx,
      {
        id: product.id,
        primaryCategoryId: changes.primaryCategoryId ?? product.primaryCategoryId,
        formerPrimaryCategoryId: product.primaryCategoryId,
        links: await loadLinks(tx, product.id),
      },
      changes,
    );
    return { fields, before: { ...before, ...links.before }, after: { ...after, ...links.after } };
  });
  return getStaffProduct(ctx, input.id);
}
