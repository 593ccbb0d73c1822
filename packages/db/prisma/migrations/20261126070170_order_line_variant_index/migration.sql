-- Which orders have a variant, and whether an order has it, from the index alone.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_line_variant_id_order_id_idx" ON "order_line" ("variant_id", "order_id");
