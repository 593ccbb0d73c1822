-- Reservations are listed newest first.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "stock_reservation_created_at_id_idx" ON "stock_reservation" ("created_at" DESC, "id" DESC);
