-- Others begin with the same columns.
DROP INDEX CONCURRENTLY IF EXISTS "order_placed_at_id_idx";
