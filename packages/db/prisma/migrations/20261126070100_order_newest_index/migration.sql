-- The list of orders: this index and those after it begin with one filter and the order of the list. What follows is never
-- looked up by, but lets the other filters be judged in the index, without a visit to the row.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_newest_idx" ON "order" ("placed_at" DESC, "id" DESC, "status", "payment_status", "fulfilment_status", "country", "currency", "total_minor");
