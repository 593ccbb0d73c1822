import type { Context } from '../../context.ts';
import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { insertAtSlug } from './choose-slug.ts';
import { refusing } from './constraint-failure.ts';
import { getStaffProduct } from './get-staff-product.ts';
import { changeLinks } from './link-changes.ts';
import type { ProductFields } from './product-store.ts';
import { scheduleOf } from './publish-rules.ts';
import type { CreateProductInput, StaffProduct } from './schemas.ts';

const noLinks = { categoryIds: [], attributeValueIds: [], properties: [] };

/**
 * Starts a product as a draft without variants. Its slug is made from its name unless one is given.
 * @throws SLUG_TAKEN, CATEGORY_NOT_FOUND, ATTRIBUTE_NOT_FOUND, INPUT_INVALID, IDEMPOTENCY_KEY_REUSED
 */
export async function createProduct(
  ctx: StaffContext & Pick<Context, 'storefrontUrl'>,
  input: CreateProductInput,
): Promise<StaffProduct> {
  const { id } = await refusing(() =>
    writeAsStaff(ctx, { operation: 'products.create', input }, async (tx) => {
      const fields = fieldsOf(input, ctx.now());
      const created = await insertAtSlug(tx, fields, input.slug);
      const { primaryCategoryId } = input;
      const links = await changeLinks(
        tx,
        { id: created.id, primaryCategoryId, formerPrimaryCategoryId: primaryCategoryId, links: noLinks },
        input,
      );
      const after = { ...fields, ...links.after, slug: created.slug, version: 1 };
      return {
        audit: { entityType: 'product', entityId: created.id, before: null, after },
        receipt: { id: created.id },
      };
    }),
  );
  return getStaffProduct(ctx, id);
}

function fieldsOf(input: CreateProductInput, now: Date): Omit<ProductFields, 'slug'> {
  const draft = { status: 'draft', publishedAt: null, unpublishAt: null } as const;
  const { publishedAt = null, unpublishAt = null } = scheduleOf(draft, scheduled(input), now);
  return {
    name: input.name,
    summary: input.summary ?? '',
    description: input.description ?? '',
    brand: input.brand ?? '',
    status: 'draft',
    featured: input.featured ?? false,
    taxCategory: input.taxCategory ?? 'standard',
    tags: input.tags ?? [],
    seoTitle: input.seoTitle ?? null,
    seoDescription: input.seoDescription ?? null,
    primaryCategoryId: input.primaryCategoryId,
    publishedAt,
    unpublishAt,
  };
}

function scheduled({ publishedAt, unpublishAt }: CreateProductInput) {
  return {
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(unpublishAt === undefined ? {} : { unpublishAt }),
  };
}
