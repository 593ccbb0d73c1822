-- What a product's own page shows of it that seldom changes, put together when it changes: options with the values that are on
-- sale, all pictures, and for each variant the values it has. Prices and stock are read when they are shown.
ALTER TABLE "product_card" ADD COLUMN "page" JSON NOT NULL DEFAULT '{"options": [], "media": [], "choices": {}}';

CREATE OR REPLACE FUNCTION refresh_product_cards(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two writers of one product's parts queue here, so that the second reads what the first wrote.
  PERFORM 1 FROM product WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO product_card AS card (product_id, shown, page)
  SELECT p.id, json_build_object(
    'swatches', coalesce((SELECT json_agg(hue.swatch) FROM (
      SELECT val.swatch FROM product_option opt JOIN product_option_value val ON val.option_id = opt.id
      WHERE opt.product_id = p.id AND val.swatch IS NOT NULL AND EXISTS (
        SELECT FROM variant_option_value vov JOIN product_variant v ON v.id = vov.variant_id
        WHERE vov.option_value_id = val.id AND v.active)
      ORDER BY opt.position, val.position LIMIT 6) hue), '[]'),
    'media', coalesce((SELECT json_agg(shot) FROM (
      SELECT m.key, m.alt, m.colour, m.width, m.height FROM product_media m WHERE m.product_id = p.id ORDER BY m.position LIMIT 2) shot), '[]')),
  json_build_object(
    'options', coalesce((SELECT json_agg(json_build_object('name', opt.name, 'values', choice.list) ORDER BY opt.position)
      FROM product_option opt CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('value', val.value, 'swatch', val.swatch) ORDER BY val.position) AS list
        FROM product_option_value val WHERE val.option_id = opt.id AND EXISTS (
          SELECT FROM variant_option_value vov JOIN product_variant v ON v.id = vov.variant_id
          WHERE vov.option_value_id = val.id AND v.active)
      ) choice WHERE opt.product_id = p.id AND choice.list IS NOT NULL), '[]'),
    'media', coalesce((SELECT json_agg(json_build_object('id', m.id, 'key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width,
        'height', m.height) ORDER BY m.position) FROM product_media m WHERE m.product_id = p.id), '[]'),
    'choices', coalesce((SELECT json_object_agg(own.variant_id, own.list) FROM (
      SELECT vov.variant_id, json_agg(val.value ORDER BY opt.position) AS list
      FROM product_option opt JOIN product_option_value val ON val.option_id = opt.id
      JOIN variant_option_value vov ON vov.option_value_id = val.id
      WHERE opt.product_id = p.id GROUP BY vov.variant_id ORDER BY vov.variant_id) own), '{}'))
  FROM product p WHERE p.id = ANY (ids) ORDER BY p.id
  ON CONFLICT (product_id) DO UPDATE SET shown = excluded.shown, page = excluded.page
  WHERE card.shown::text <> excluded.shown::text OR card.page::text <> excluded.page::text;
END $$;
SELECT refresh_product_cards(ARRAY(SELECT id FROM product));

-- The way to a category from the top of the tree, itself included, as pages show it: [{ slug, name }].
ALTER TABLE "category" ADD COLUMN "trail" JSON NOT NULL DEFAULT '[]';

CREATE FUNCTION refresh_category_trails(top text) RETURNS void LANGUAGE sql AS $$
  UPDATE category own SET trail = way.trail
  FROM category below, LATERAL (
    SELECT json_agg(json_build_object('slug', above.slug, 'name', above.name) ORDER BY length(above.path)) AS trail
    FROM category above WHERE starts_with(below.path || '/', above.path || '/')) way
  WHERE below.id = own.id AND starts_with(below.path || '/', top || '/') AND own.trail::text <> way.trail::text
$$;

CREATE FUNCTION follow_category_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_category_trails(NEW.path);
  RETURN NULL;
END $$;
CREATE TRIGGER "category_trail_is_kept" AFTER INSERT OR UPDATE OF slug, name, path ON "category"
  FOR EACH ROW EXECUTE FUNCTION follow_category_trail();
SELECT refresh_category_trails(path) FROM category WHERE parent_id IS NULL;
