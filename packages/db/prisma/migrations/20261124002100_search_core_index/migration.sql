-- Of everything but descriptions, and of the marks of tiers.
CREATE INDEX CONCURRENTLY IF NOT EXISTS product_document_core_idx ON search.product_document USING gin (ts_filter(document, '{a,b,c}'));
