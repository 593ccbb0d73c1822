-- Lists by an attribute read which products have its value from the index alone.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "product_attribute_attribute_value_id_product_id_idx" ON "product_attribute" ("attribute_value_id", "product_id");
