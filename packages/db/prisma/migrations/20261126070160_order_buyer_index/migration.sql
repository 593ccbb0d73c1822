-- Any three letters of an address or a name.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_buyer_idx" ON "order" USING gin (("email" || ' ' || coalesce("shipping_address" ->> 'name', '')) gin_trgm_ops);
