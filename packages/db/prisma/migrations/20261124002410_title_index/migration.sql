-- For who types a part of a name.
CREATE INDEX CONCURRENTLY IF NOT EXISTS product_document_title_trigram_idx ON search.product_document USING gin (title gin_trgm_ops);
