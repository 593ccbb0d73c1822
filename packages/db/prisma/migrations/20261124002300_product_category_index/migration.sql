-- A page of a small category reads which products it has from the index alone.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "product_category_category_id_product_id_idx" ON "product_category" ("category_id", "product_id");
