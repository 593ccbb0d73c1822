DROP INDEX CONCURRENTLY IF EXISTS "order_status_placed_at_id_idx";
