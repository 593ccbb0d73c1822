/**
 * `id(kind, n)` is the nth row of a kind, `dice(n, salt, sides)` a number from 0 on that is always the same: nothing here
 * depends on chance, time or the order of rows. `goods` has a row per product.
 */
export const prepare = `
  CREATE FUNCTION pg_temp.id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT ('01900000-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
  $$;
  CREATE FUNCTION pg_temp.dice(n bigint, salt int, sides int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT ((hashint8extended(n, salt) & 9223372036854775807) % sides)::int
  $$;
  CREATE TEMPORARY TABLE goods (
    n bigint PRIMARY KEY, slug text, name text, brand text, summary text, description text
  )`;

export const addGoods = `
  INSERT INTO goods SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`;

/** Five roots of six branches of four leaves. */
const categories = `
  WITH words AS (SELECT $1::text[] AS list), branch AS (
    SELECT root, child, leaf, root + 5 * child + 30 * leaf AS n FROM generate_series(0, 4) root, generate_series(0, 6) child, generate_series(0, 4) leaf
    WHERE (child > 0 OR leaf = 0)
  ), named AS (
    SELECT *, 'aisle-' || root AS root_slug, 'aisle-' || root || '-' || child AS child_slug,
      'aisle-' || root || '-' || child || '-' || leaf AS leaf_slug,
      initcap(list[1 + (n * 37) % cardinality(list)] || ' ' || list[1 + (n * 11 + 5) % cardinality(list)]) AS name
    FROM branch, words
  )
  INSERT INTO category (id, parent_id, slug, path, name, description, position)
  SELECT pg_temp.id(1, CASE WHEN child = 0 THEN root + 1 WHEN leaf = 0 THEN 100 + 10 * root + child ELSE 1000 + 100 * root + 10 * child + leaf END),
    CASE WHEN child = 0 THEN NULL WHEN leaf = 0 THEN pg_temp.id(1, root + 1) ELSE pg_temp.id(1, 100 + 10 * root + child) END,
    CASE WHEN child = 0 THEN root_slug WHEN leaf = 0 THEN child_slug ELSE leaf_slug END,
    CASE WHEN child = 0 THEN root_slug WHEN leaf = 0 THEN root_slug || '/' || child_slug ELSE root_slug || '/' || child_slug || '/' || leaf_slug END,
    name, 'All of ' || name || '.', leaf + child
  FROM named ORDER BY child > 0, leaf > 0`;

const attributes = `
  WITH kinds (n, code, name, labels) AS (VALUES
    (1, 'colour', 'Colour', $1::text[]), (2, 'material', 'Material', $2::text[]),
    (3, 'season', 'Season', '{Spring,Summer,Autumn,Winter}'::text[]), (4, 'fit', 'Fit', '{Slim,Regular,Relaxed,Wide}'::text[]),
    (5, 'care', 'Care', '{"Machine wash","Hand wash","Dry clean","Wipe clean"}'::text[])
  ), added AS (
    INSERT INTO attribute (id, code, name, position) SELECT pg_temp.id(2, n), code, name, n FROM kinds
  )
  INSERT INTO attribute_value (id, attribute_id, code, label, position)
  SELECT pg_temp.id(3, n * 1000 + place), pg_temp.id(2, n), replace(lower(label), ' ', '-'), initcap(label), place
  FROM kinds, unnest(labels) WITH ORDINALITY AS l (label, place)`;

const products = `
  INSERT INTO product (id, slug, name, brand, summary, description, status, primary_category_id, featured, sold_count, published_at, created_at, updated_at)
  SELECT pg_temp.id(4, n), slug, name, brand, summary, description,
    (CASE WHEN pg_temp.dice(n, 1, 40) = 0 THEN 'draft' ELSE 'active' END)::product_status,
    pg_temp.id(1, 1000 + 100 * pg_temp.dice(n, 2, 5) + 10 * (1 + pg_temp.dice(n, 3, 6)) + 1 + pg_temp.dice(n, 4, 4)),
    pg_temp.dice(n, 5, 50) = 0, (10000 / (1 + pg_temp.dice(n, 6, 10000)))::int, made, made, made
  FROM goods, LATERAL (SELECT timestamptz '2024-01-01 00:00Z' + pg_temp.dice(n, 7, 60000000) * interval '1 second' AS made) m`;

const links = `
  WITH listed AS (
    INSERT INTO product_category (product_id, category_id)
    SELECT id, primary_category_id FROM product
    UNION SELECT pg_temp.id(4, n), pg_temp.id(1, 100 + 10 * pg_temp.dice(n, 8, 5) + 1 + pg_temp.dice(n, 9, 6)) FROM goods WHERE n % 5 = 0
  )
  INSERT INTO product_attribute (product_id, attribute_value_id)
  SELECT pg_temp.id(4, n), pg_temp.id(3, kind * 1000 + 1 + pg_temp.dice(n, 10 + kind, size))
  FROM goods, (SELECT attribute_id, row_number() OVER (ORDER BY attribute_id)::int AS kind, count(*)::int AS size FROM attribute_value GROUP BY 1) k
  WHERE pg_temp.dice(n, 20 + kind, 5) > 0`;

const media = `
  INSERT INTO product_media (id, product_id, key, alt, width, height, colour, position)
  SELECT pg_temp.id(5, n * 8 + place), pg_temp.id(4, n), 'products/bench-' || n % 500 || '-' || place, name, 1200, 1200, '#e8e2d8', place
  FROM goods, generate_series(0, 1 + pg_temp.dice(n, 30, 4)) AS place`;

/** One or two colours by one to three sizes. */
const options = `
  WITH added AS (
    INSERT INTO product_option (id, product_id, name, position)
    SELECT pg_temp.id(6, n * 2 + kind), pg_temp.id(4, n), CASE kind WHEN 0 THEN 'Colour' ELSE 'Size' END, kind FROM goods, generate_series(0, 1) AS kind
  )
  INSERT INTO product_option_value (id, option_id, value, swatch, position)
  SELECT pg_temp.id(7, n * 8 + place), pg_temp.id(6, n * 2), names[shade], swatches[shade], place
  FROM goods, (SELECT $1::text[] AS names, $2::text[] AS swatches) c, generate_series(0, pg_temp.dice(n, 31, 2)) AS place,
    LATERAL (SELECT 1 + (pg_temp.dice(n, 32, 8) + place * 8) AS shade) s
  UNION ALL
  SELECT pg_temp.id(7, n * 8 + 4 + place), pg_temp.id(6, n * 2 + 1), ($3::text[])[1 + place], NULL, place
  FROM goods, generate_series(0, pg_temp.dice(n, 33, 3)) AS place`;

const variants = `
  WITH added AS (
    INSERT INTO product_variant (id, product_id, sku, barcode, name, position, weight_grams)
    SELECT pg_temp.id(8, n * 8 + colour * 4 + size), pg_temp.id(4, n), 'BN-' || n || '-' || colour || size,
      CASE WHEN n % 2 = 0 THEN (4000000000000 + n * 8 + colour * 4 + size)::text END,
      (SELECT value FROM product_option_value WHERE id = pg_temp.id(7, n * 8 + colour)) || ' / ' || ($1::text[])[1 + size], colour * 4 + size, 200 + pg_temp.dice(n, 34, 3000)
    FROM goods, generate_series(0, pg_temp.dice(n, 31, 2)) AS colour, generate_series(0, pg_temp.dice(n, 33, 3)) AS size
    RETURNING id, position, product_id
  )
  INSERT INTO variant_option_value (variant_id, option_value_id)
  SELECT pg_temp.id(8, n * 8 + colour * 4 + size), pg_temp.id(7, n * 8 + chosen)
  FROM goods, generate_series(0, pg_temp.dice(n, 31, 2)) AS colour, generate_series(0, pg_temp.dice(n, 33, 3)) AS size,
    LATERAL (VALUES (colour), (4 + size)) AS c (chosen)`;

const prices = `
  INSERT INTO variant_price (variant_id, currency, amount_minor, compare_at_minor)
  SELECT v.id, currency, amount, CASE WHEN n % 7 = 0 THEN amount * 5 / 4 + 1 END
  FROM goods JOIN product_variant v ON v.product_id = pg_temp.id(4, n), (VALUES ('USD', 100), ('EUR', 92), ('GBP', 79)) AS c (currency, percent),
    LATERAL (SELECT (900 + pg_temp.dice(n, 35, 30000) + 100 * v.position) * percent / 100 AS amount) a`;

/** A tenth has sold out; the first hundred products never do. */
const stock = `
  WITH added AS (
    INSERT INTO stock_level (variant_id, location_id, on_hand)
    SELECT v.id, l.id, CASE WHEN n <= 100 THEN 10000000 WHEN pg_temp.dice(n, 36, 10) = 0 THEN 0 ELSE 1 + pg_temp.dice(n * 8 + v.position, 37, 60) END
    FROM goods JOIN product_variant v ON v.product_id = pg_temp.id(4, n)
    JOIN stock_location l ON l.code = 'bench-main' OR l.code = 'bench-second' AND n % 3 = 0
    RETURNING *
  )
  INSERT INTO stock_movement (variant_id, location_id, quantity, reason, on_hand_after)
  SELECT variant_id, location_id, on_hand, 'initial', on_hand FROM added WHERE on_hand > 0`;

const reviews = `
  WITH added AS (
    INSERT INTO review (id, product_id, author_name, rating, title, body, status, created_at, updated_at)
    SELECT pg_temp.id(9, n * 8 + k), pg_temp.id(4, n), 'Reader ' || k, 1 + pg_temp.dice(n * 8 + k, 38, 5), 'Bought it', 'Used it. ' || summary, 'approved', made, made
    FROM goods, generate_series(1, pg_temp.dice(n, 39, 5)) AS k,
      LATERAL (SELECT timestamptz '2026-01-01 00:00Z' + pg_temp.dice(n * 8 + k, 40, 20000000) * interval '1 second' AS made) m
    WHERE n % 2 = 0 RETURNING product_id, rating
  )
  UPDATE product p SET rating_sum = r.total, rating_count = r.count
  FROM (SELECT product_id, sum(rating)::int AS total, count(*)::int AS count FROM added GROUP BY 1) r WHERE r.product_id = p.id`;

export const steps = {
  categories,
  attributes,
  products,
  links,
  media,
  options,
  variants,
  prices,
  stock,
  reviews,
};
