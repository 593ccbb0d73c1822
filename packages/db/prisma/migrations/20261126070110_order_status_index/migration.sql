CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_by_status_idx" ON "order" ("status", "placed_at" DESC, "id" DESC, "payment_status", "fulfilment_status", "country", "currency", "total_minor");
