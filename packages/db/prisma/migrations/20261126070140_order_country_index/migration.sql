CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_by_country_idx" ON "order" ("country", "placed_at" DESC, "id" DESC, "status", "payment_status", "fulfilment_status", "currency", "total_minor");
