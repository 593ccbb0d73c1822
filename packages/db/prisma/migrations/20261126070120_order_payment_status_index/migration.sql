CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_by_payment_status_idx" ON "order" ("payment_status", "placed_at" DESC, "id" DESC, "status", "fulfilment_status", "country", "currency", "total_minor");
