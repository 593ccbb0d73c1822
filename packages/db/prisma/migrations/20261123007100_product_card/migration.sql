-- What lists show of a product besides its own row, as they show it: swatches of what is on sale and its first two images.
CREATE TABLE "product_card" (
    "product_id" UUID NOT NULL,
    "shown" JSON NOT NULL,

    CONSTRAINT "product_card_pkey" PRIMARY KEY ("product_id")
);

-- AddForeignKey
ALTER TABLE "product_card" ADD CONSTRAINT "product_card_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION refresh_product_cards(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two writers of one product's parts queue here, so that the second reads what the first wrote.
  PERFORM 1 FROM product WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO product_card AS card (product_id, shown)
  SELECT p.id, json_build_object(
    'swatches', coalesce((SELECT json_agg(hue.swatch) FROM (
      SELECT val.swatch FROM product_option opt JOIN product_option_value val ON val.option_id = opt.id
      WHERE opt.product_id = p.id AND val.swatch IS NOT NULL AND EXISTS (
        SELECT FROM variant_option_value vov JOIN product_variant v ON v.id = vov.variant_id
        WHERE vov.option_value_id = val.id AND v.active)
      ORDER BY opt.position, val.position LIMIT 6) hue), '[]'),
    'media', coalesce((SELECT json_agg(shot) FROM (
      SELECT m.key, m.alt, m.colour, m.width, m.height FROM product_media m WHERE m.product_id = p.id ORDER BY m.position LIMIT 2) shot), '[]'))
  FROM product p WHERE p.id = ANY (ids) ORDER BY p.id
  ON CONFLICT (product_id) DO UPDATE SET shown = excluded.shown WHERE card.shown::text <> excluded.shown::text;
END $$;

-- The argument says what a changed row has of its product, as for `notify_catalogue_of_changed`.
CREATE FUNCTION refresh_product_cards_of_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  CASE TG_ARGV[0]
    WHEN 'id' THEN ids := ARRAY(SELECT c.id FROM changed c);
    WHEN 'product_id' THEN ids := ARRAY(SELECT DISTINCT c.product_id FROM changed c);
    WHEN 'variant_id' THEN ids := ARRAY(SELECT DISTINCT v.product_id FROM changed c JOIN product_variant v ON v.id = c.variant_id);
    WHEN 'option_id' THEN ids := ARRAY(SELECT DISTINCT o.product_id FROM changed c JOIN product_option o ON o.id = c.option_id);
  END CASE;
  IF cardinality(ids) > 0 THEN PERFORM refresh_product_cards(ids); END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  source record;
BEGIN
  FOR source IN SELECT * FROM (VALUES
    ('product_option', 'product_id'), ('product_option_value', 'option_id'), ('variant_option_value', 'variant_id'),
    ('product_media', 'product_id'), ('product_variant', 'product_id')
  ) AS sources (name, key) LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_product_cards_of_changed(%L)', source.name || '_insert_refreshes_card', source.name, source.key);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_product_cards_of_changed(%L)', source.name || '_update_refreshes_card', source.name, source.key);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_product_cards_of_changed(%L)', source.name || '_delete_refreshes_card', source.name, source.key);
  END LOOP;
END $$;
CREATE TRIGGER product_insert_refreshes_card AFTER INSERT ON product REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_product_cards_of_changed('id');
SELECT refresh_product_cards(ARRAY(SELECT id FROM product));

-- The order of `rating` in lists (packages/routers/src/products/sort-store.ts).
CREATE INDEX "product_fair_rating_idx" ON "product" ("status", ((("rating_sum"::bigint * 2 + 35) * 5000 / ("rating_count" + 5))) DESC, "rating_count" DESC, "id");
