/** Which table the `id` of an area of staff procedures means: the longest beginning counts. */
const tableOfId: Readonly<Record<string, string>> = {
  'customers.staff.accounts': 'customer',
  'customers.staff.notes': 'customer_note',
  'customers.staff.privacy': 'customer',
  'customers.staff.groups': 'customer_group',
  'customers.staff.members': 'staff',
  'customers.staff.roles': 'staff_role',
  'customers.staff.invitations': 'staff_invitation',
  'customers.staff.tokens': 'api_token',
  'customers.staff.audit': 'audit_entry',
  'products.staff.priceLists': 'price_list',
  'products.staff.attributes': 'attribute',
  'products.staff.categories': 'category',
  'products.staff.collections': 'collection',
  'products.staff.synonyms': 'search_synonym',
  'products.staff.stock.locations': 'stock_location',
  'products.staff.stock.release': 'stock_reservation',
  'products.staff.reviews': 'review',
  'products.staff.transfers': 'catalogue_import',
  'products.staff': 'product',
  'orders.credit.staff': 'credit_account',
  'orders.staff.promotions': 'promotion',
  'orders.staff.returns': 'order_return',
  'orders.staff.views': 'saved_view',
  'orders.staff.returns.create': 'order',
  'orders.staff.shipping.updateZone': 'shipping_zone',
  'orders.staff.shipping.deleteZone': 'shipping_zone',
  'orders.staff.shipping.updateMethod': 'shipping_method',
  'orders.staff.shipping.deleteMethod': 'shipping_method',
  'orders.staff.tax': 'tax_rate',
  'orders.staff.regions': 'region',
  'orders.staff.drafts': 'draft_order',
  'orders.staff': 'order',
  'payments.staff': 'order',
};

/** Which table any other name means, wherever it stands. */
const tableOfName: Readonly<Record<string, string>> = {
  attributeId: 'attribute',
  attributeValueIds: 'attribute_value',
  categoryIds: 'category',
  collectionIds: 'collection',
  customerGroupIds: 'customer_group',
  customerId: 'customer',
  customerIds: 'customer',
  fromId: 'attribute_value',
  fromLocationId: 'stock_location',
  groupId: 'customer_group',
  groupIds: 'customer_group',
  importId: 'catalogue_import',
  intoId: 'attribute_value',
  locationId: 'stock_location',
  lineId: 'order_return_line',
  mediaId: 'product_media',
  mediaIds: 'product_media',
  noteId: 'order_note',
  orderId: 'order',
  orderLineId: 'order_line',
  parentId: 'category',
  primaryCategoryId: 'category',
  productId: 'product',
  productIds: 'product',
  promotionCode: 'promotion_code',
  paymentId: 'payment',
  refundId: 'refund',
  relatedIds: 'product',
  riskIds: 'order_risk',
  roleId: 'staff_role',
  sessionId: 'staff_session',
  shipmentId: 'shipment',
  staffId: 'staff',
  tokenId: 'api_token',
  toLocationId: 'stock_location',
  uploadId: 'media_upload',
  zoneId: 'shipping_zone',
  value: 'attribute_value',
  valueId: 'attribute_value',
  valueIds: 'attribute_value',
  variantId: 'product_variant',
  variantIds: 'product_variant',
};

/** Ids whose meaning depends on where they stand in one procedure. */
const tableOfPlace: Readonly<Record<string, string>> = {
  'products.staff.variants.setOptions:options[].id': 'product_option',
  'products.staff.variants.setOptions:options[].values[].id': 'product_option_value',
  'products.staff.variants.bulkUpdate:variants[].id': 'product_variant',
};

/** The table a UUID in the input of a staff procedure is from; null where nobody has said so. */
export function tableOf(
  procedure: string,
  place: { readonly path: string; readonly name: string },
): string | null {
  const exact = tableOfPlace[`${procedure}:${place.path}`];
  if (exact !== undefined) return exact;
  const known = tableOfName[place.name];
  if (known !== undefined) return known;
  const [area] = Object.keys(tableOfId)
    .filter((beginning) => procedure === beginning || procedure.startsWith(`${beginning}.`))
    .toSorted((a, b) => b.length - a.length);
  return area === undefined ? null : (tableOfId[area] ?? null);
}
