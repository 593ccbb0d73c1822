-- The one before begins with the same column.
DROP INDEX CONCURRENTLY IF EXISTS "product_attribute_attribute_value_id_idx";
