import { type ErrorCode, isShopError, ShopError } from '@turing/domain';

const codes: Readonly<Record<string, ErrorCode>> = {
  product_slug_key: 'SLUG_TAKEN',
  product_variant_sku_key: 'SKU_TAKEN',
  product_variant_barcode_key: 'BARCODE_TAKEN',
  product_primary_category_id_fkey: 'CATEGORY_NOT_FOUND',
  product_category_category_id_fkey: 'CATEGORY_NOT_FOUND',
  product_attribute_attribute_value_id_fkey: 'ATTRIBUTE_NOT_FOUND',
  product_property_attribute_id_fkey: 'ATTRIBUTE_NOT_FOUND',
  product_variant_media_id_fkey: 'MEDIA_NOT_FOUND',
  order_line_variant_id_fkey: 'VARIANT_IN_USE',
  cart_line_variant_id_fkey: 'VARIANT_IN_USE',
  stock_level_variant_id_fkey: 'VARIANT_IN_USE',
  stock_movement_variant_id_fkey: 'VARIANT_IN_USE',
  stock_reservation_variant_id_fkey: 'VARIANT_IN_USE',
};

/** What a constraint is refused with, and the value that broke it: `Key (sku)=(MUG-1) already exists.` */
function refusalOf(error: unknown): ShopError | null {
  if (isShopError(error) || !(error instanceof Error) || !('constraint' in error)) return null;
  const code = codes[String(error.constraint)];
  if (code === undefined) return null;
  const detail = 'detail' in error ? String(error.detail) : '';
  const value = /\)=\((.*?)\) /u.exec(detail)?.[1];
  return new ShopError(code, value === undefined ? {} : { value }, { cause: error });
}

/** Runs a write; what a constraint of the catalogue refuses there becomes the shop's own refusal. */
export async function refusing<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}
