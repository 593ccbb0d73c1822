-- Tells on channel `catalogue` whose product changed, when the change is committed: their ids, or `all` when it touches what many
-- products show or more than a payload holds (8,000 bytes). Equal payloads of one transaction are sent once.
CREATE FUNCTION notify_catalogue(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('catalogue', CASE WHEN cardinality(ids) > 200 THEN 'all' ELSE array_to_string(ids, ',') END)
  WHERE cardinality(ids) > 0
$$;

-- The argument says what a changed row has of its product: `id`, `product_id`, `variant_id`, `option_id`; or `all`.
CREATE FUNCTION notify_catalogue_of_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  CASE TG_ARGV[0]
    WHEN 'id' THEN
      ids := ARRAY(SELECT c.id FROM changed c ORDER BY 1 LIMIT 201);
    WHEN 'product_id' THEN
      ids := ARRAY(SELECT DISTINCT c.product_id FROM changed c ORDER BY 1 LIMIT 201);
    WHEN 'variant_id' THEN
      ids := ARRAY(SELECT DISTINCT v.product_id FROM changed c JOIN product_variant v ON v.id = c.variant_id ORDER BY 1 LIMIT 201);
    WHEN 'option_id' THEN
      ids := ARRAY(SELECT DISTINCT o.product_id FROM changed c JOIN product_option o ON o.id = c.option_id ORDER BY 1 LIMIT 201);
    WHEN 'all' THEN
      PERFORM pg_notify('catalogue', 'all') FROM changed LIMIT 1;
  END CASE;
  PERFORM notify_catalogue(ids);
  RETURN NULL;
END $$;

CREATE FUNCTION notify_catalogue_of_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue', 'all');
  RETURN NULL;
END $$;

DO $$
DECLARE
  source record;
BEGIN
  FOR source IN SELECT * FROM (VALUES
    ('product', 'id'), ('product_variant', 'product_id'), ('product_category', 'product_id'),
    ('product_option', 'product_id'), ('product_option_value', 'option_id'), ('variant_option_value', 'variant_id'),
    ('product_media', 'product_id'), ('product_attribute', 'product_id'), ('product_property', 'product_id'),
    ('product_relation', 'product_id'), ('product_pair', 'product_id'), ('collection_product', 'product_id'),
    ('product_price_range', 'product_id'), ('variant_price', 'variant_id'), ('price_list_price', 'variant_id'),
    ('review', 'product_id'), ('stock_level', 'variant_id'),
    ('category', 'all'), ('attribute', 'all'), ('attribute_value', 'all'), ('collection', 'all'), ('price_list', 'all'),
    ('stock_location', 'all'), ('slug_history', 'all'), ('search_synonym', 'all')
  ) AS sources (name, key) LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue_of_changed(%L)', source.name || '_insert_is_told', source.name, source.key);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue_of_changed(%L)', source.name || '_update_is_told', source.name, source.key);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue_of_changed(%L)', source.name || '_delete_is_told', source.name, source.key);
    EXECUTE format('CREATE TRIGGER %I AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue_of_truncated()', source.name || '_truncate_is_told', source.name);
  END LOOP;
END $$;

-- What the clock alone changed after `since`, as a payload of the channel: products that went on or off show, sales that began or ended.
CREATE FUNCTION catalogue_changes_due(since timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM price_list WHERE active AND (starts_at > since AND starts_at <= now() OR ends_at > since AND ends_at <= now()))
      OR cardinality(due.ids) > 200 THEN 'all'
    ELSE array_to_string(due.ids, ',') END
  FROM (SELECT ARRAY(
    SELECT id FROM product WHERE status = 'active' AND published_at > since AND published_at <= now()
    UNION SELECT id FROM product WHERE unpublish_at > since AND unpublish_at <= now()
    LIMIT 201) AS ids) due
$$;
CREATE INDEX "product_unpublish_at_idx" ON "product" ("unpublish_at");
