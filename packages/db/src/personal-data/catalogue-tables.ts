import { nothing } from './register.ts';

/**
 * What is sold and on which terms: it says nothing about any person. `staff_id` and its like are ids; words in them are the
 * shop’s own.
 */
export const catalogueTables = [
  nothing('attribute', 'id code name position filterable kind unit version'),
  nothing('attribute_value', 'id attribute_id code label position'),
  nothing(
    'catalogue_import',
    'id kind status dry_run file_name storage_key row_count created_count updated_count unchanged_count failed_count resume_line failure staff_id created_at started_at finished_at problem_count bytes_total bytes_done',
  ),
  nothing('catalogue_import_problem', 'import_id line position column code message value'),
  nothing(
    'category',
    'id parent_id slug path name description image_key position created_at seo_description seo_title updated_at version trail',
  ),
  nothing(
    'collection',
    'id slug name description kind rules sort image_key seo_title seo_description published position version created_at updated_at',
  ),
  nothing('collection_product', 'collection_id product_id position'),
  nothing('collection_refresh', 'id product_id'),
  nothing('customer_group', 'id code name version created_at'),
  nothing('media_file', 'key width height colour bytes created_at unreferenced_since'),
  nothing(
    'media_upload',
    'id storage_key file_name content_type bytes status staff_id created_at expires_at',
  ),
  nothing(
    'price_list',
    'id name kind active priority group_id starts_at ends_at refreshed_at version created_at updated_at',
  ),
  nothing('price_list_price', 'price_list_id variant_id currency amount_minor'),
  nothing(
    'product',
    'id slug name summary description brand status primary_category_id seo_title seo_description featured rating_sum rating_count sold_count version published_at created_at updated_at tags unpublish_at tax_category kind',
  ),
  nothing('product_attribute', 'product_id attribute_value_id'),
  nothing('product_card', 'product_id shown page face'),
  nothing('product_category', 'product_id category_id'),
  nothing('product_media', 'id product_id key alt width height colour position created_at'),
  nothing('product_option', 'id product_id name position'),
  nothing('product_option_value', 'id option_id value swatch position'),
  nothing('product_pair', 'product_id other_id orders'),
  nothing('product_price_range', 'product_id currency min_minor max_minor compare_at_minor'),
  nothing('product_property', 'product_id attribute_id number text'),
  nothing('product_relation', 'product_id related_id position'),
  nothing(
    'product_variant',
    'id product_id sku barcode name position weight_grams active created_at low_stock_threshold media_id',
  ),
  nothing(
    'promotion',
    `id name automatic benefit currency priority exclusive product_ids collection_ids category_ids minimum_subtotal_minor minimum_quantity
      customer_group_ids first_order_only countries starts_at ends_at usage_limit used_count per_customer_limit version created_at updated_at`,
  ),
  nothing('promotion_code', 'id promotion_id code usage_limit used_count created_at'),
  nothing('search_synonym', 'id term words version created_at updated_at'),
  nothing(
    'region',
    'id code name currency tax_inclusive locale is_default active position version created_at updated_at',
  ),
  nothing('region_country', 'country region_id'),
  nothing(
    'shipping_method',
    'id code name description countries min_days max_days position active zone_id kind basis carrier_service location_id pickup_address version',
  ),
  nothing('shipping_rate', 'method_id currency amount_minor free_over_minor bands'),
  nothing('shipping_zone', 'id name position version created_at updated_at'),
  nothing('shipping_zone_place', 'zone_id country region postal_from postal_to'),
  nothing('slug_history', 'owner slug owner_id created_at'),
  nothing('stock_level', 'variant_id location_id on_hand allocated backorder_limit active'),
  nothing('stock_location', 'id code name active position version'),
  nothing(
    'stock_movement',
    'id variant_id location_id quantity reason shipment_id created_at note on_hand_after staff_id transfer_id return_line_id',
  ),
  nothing(
    'tax_rate',
    'id country region category name jurisdiction rate_ppm inclusive shipping_taxed adds registration valid_from valid_until source version',
  ),
  nothing('tax_registration', 'country region active number version updated_at'),
  nothing('variant_option_value', 'variant_id option_value_id'),
  nothing('variant_price', 'variant_id currency amount_minor compare_at_minor'),
  nothing('variant_stock', 'variant_id free threshold active archived low_free'),
  nothing('search.category_document', 'category_id title document'),
  nothing('search.facet', 'number attribute_value_id attribute_id brand'),
  nothing('search.pending', 'transaction product_id texts'),
  nothing('search.product_code', 'product_id code'),
  nothing(
    'search.product_document',
    'product_id title codes document head title_lexemes popularity visible_from visible_until available rating brand categories facet_values currencies prices facets',
  ),
  nothing('search.statistic', 'only_row documents tiers counted_at'),
  nothing('search.synonym', 'synonym_id key words lexemes'),
  nothing('search.word', 'word lexeme documents deletions'),
];
