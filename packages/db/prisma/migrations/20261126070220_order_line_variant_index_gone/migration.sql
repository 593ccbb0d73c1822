DROP INDEX CONCURRENTLY IF EXISTS "order_line_variant_id_idx";
