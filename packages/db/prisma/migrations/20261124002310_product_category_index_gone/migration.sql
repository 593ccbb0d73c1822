-- The one before begins with the same column.
DROP INDEX CONCURRENTLY IF EXISTS "product_category_category_id_idx";
