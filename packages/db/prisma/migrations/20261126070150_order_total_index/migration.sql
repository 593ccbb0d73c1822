CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_by_total_idx" ON "order" ("currency", "total_minor" DESC, "id" DESC, "placed_at", "status", "payment_status", "fulfilment_status", "country");
