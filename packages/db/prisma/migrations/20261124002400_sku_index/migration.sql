-- For who types a part of an SKU.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "product_variant_sku_trigram_idx" ON "product_variant" USING gin ("sku" gin_trgm_ops);
