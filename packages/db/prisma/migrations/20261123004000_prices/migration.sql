-- What a variant costs: the one rule, for lists, product pages, carts and orders alike (docs/adr/0012-one-pricing-function.md).
--
-- 1. The regular price is the variant's base price, or what the best override list says instead: of the live override
--    lists that price the variant and are for everybody or for one of the groups, the one of the highest priority; of
--    equal priority the lower amount, then the lower id.
-- 2. Of the live sale lists that price the variant and are for everybody or for one of the groups, the lowest amount
--    (then the lower id) wins if it is below the regular price; the regular price is then what it is compared with.
-- 3. Without a sale, the compare-at price of the base price stands, unless an override replaced that price.
--
-- A list is live while it is active, from `starts_at` on and until just before `ends_at`. A variant without a base price
-- in a currency is not sold in it, whatever lists say: then there is no row.
--
-- Plain SQL and STABLE, so that PostgreSQL inlines it into the statement that asks.
CREATE FUNCTION effective_price(of_variant uuid, in_currency bpchar, for_groups uuid[], at_time timestamptz)
RETURNS TABLE (amount_minor bigint, compare_at_minor bigint, price_list_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
  SELECT
    coalesce(sale.amount_minor, regular.amount_minor, base.amount_minor),
    CASE
      WHEN sale.amount_minor IS NOT NULL THEN coalesce(regular.amount_minor, base.amount_minor)
      WHEN regular.amount_minor IS NULL THEN base.compare_at_minor
    END,
    coalesce(sale.id, regular.id)
  FROM variant_price base
  LEFT JOIN LATERAL (
    SELECT p.amount_minor, l.id
    FROM price_list_price p JOIN price_list l ON l.id = p.price_list_id
    WHERE p.variant_id = base.variant_id AND p.currency = base.currency AND l.kind = 'override' AND l.active
      AND (l.group_id IS NULL OR l.group_id = ANY (for_groups))
      AND (l.starts_at IS NULL OR l.starts_at <= at_time) AND (l.ends_at IS NULL OR at_time < l.ends_at)
    ORDER BY l.priority DESC, p.amount_minor, l.id LIMIT 1
  ) regular ON true
  LEFT JOIN LATERAL (
    SELECT p.amount_minor, l.id
    FROM price_list_price p JOIN price_list l ON l.id = p.price_list_id
    WHERE p.variant_id = base.variant_id AND p.currency = base.currency AND l.kind = 'sale' AND l.active
      AND (l.group_id IS NULL OR l.group_id = ANY (for_groups))
      AND (l.starts_at IS NULL OR l.starts_at <= at_time) AND (l.ends_at IS NULL OR at_time < l.ends_at)
      AND p.amount_minor < coalesce(regular.amount_minor, base.amount_minor)
    ORDER BY p.amount_minor, l.id LIMIT 1
  ) sale ON true
  WHERE base.variant_id = of_variant AND base.currency = in_currency
$$;

-- The range that lists sort, filter and show: the price of everybody, now. Written only where it changes.
CREATE OR REPLACE FUNCTION refresh_price_ranges(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  at_time timestamptz;
BEGIN
  IF coalesce(cardinality(ids), 0) = 0 THEN
    RETURN;
  END IF;
  -- Two writers of one product's prices queue here, so that the second computes with what the first wrote,
  PERFORM 1 FROM product WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  -- and at a later time: now() is when the transaction began, perhaps before a sale that the first has seen start.
  at_time := clock_timestamp();
  DELETE FROM product_price_range r WHERE r.product_id = ANY (ids) AND NOT EXISTS (
    SELECT FROM product_variant v JOIN variant_price p ON p.variant_id = v.id
    WHERE v.product_id = r.product_id AND v.product_id = ANY (ids) AND v.active AND p.currency = r.currency);
  INSERT INTO product_price_range AS r (product_id, currency, min_minor, max_minor, compare_at_minor)
  SELECT v.product_id, p.currency, min(price.amount_minor), max(price.amount_minor),
         (array_agg(price.compare_at_minor ORDER BY price.amount_minor, v.position))[1]
  FROM product_variant v JOIN variant_price p ON p.variant_id = v.id
  CROSS JOIN LATERAL effective_price(v.id, p.currency, '{}'::uuid[], at_time) price
  WHERE v.product_id = ANY (ids) AND v.active
  GROUP BY v.product_id, p.currency
  ON CONFLICT (product_id, currency) DO UPDATE
    SET min_minor = excluded.min_minor, max_minor = excluded.max_minor, compare_at_minor = excluded.compare_at_minor
    WHERE (r.min_minor, r.max_minor, r.compare_at_minor)
      IS DISTINCT FROM (excluded.min_minor, excluded.max_minor, excluded.compare_at_minor);
END $$;

-- A list may hold the whole catalogue: beyond what one statement refreshes in a second or two, its lists are marked and
-- the job that starts and ends sales does the rest in portions.
CREATE FUNCTION refresh_price_ranges_or_mark(ids uuid[], lists uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(cardinality(ids), 0) <= 5000 OR NOT EXISTS (SELECT FROM price_list WHERE id = ANY (lists)) THEN
    PERFORM refresh_price_ranges(ids);
  ELSE
    UPDATE price_list SET refreshed_at = 'epoch' WHERE id = ANY (lists);
  END IF;
END $$;

-- Only a list that is active and for everybody moves a range. The lists are locked first, then the products: whoever
-- changes a list waits for whoever changes its prices, and sees what was written. A list that is gone was deleted.
CREATE FUNCTION refresh_price_ranges_of_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM price_list WHERE id IN (SELECT price_list_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  PERFORM refresh_price_ranges_or_mark(array_agg(DISTINCT v.product_id), array_agg(DISTINCT c.price_list_id))
  FROM changed c JOIN product_variant v ON v.id = c.variant_id
  LEFT JOIN price_list l ON l.id = c.price_list_id
  WHERE l.id IS NULL OR (l.active AND l.group_id IS NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER price_list_price_insert_refreshes_range AFTER INSERT ON price_list_price REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_listed();
CREATE TRIGGER price_list_price_update_refreshes_range AFTER UPDATE ON price_list_price REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_listed();
CREATE TRIGGER price_list_price_delete_refreshes_range AFTER DELETE ON price_list_price REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_listed();

CREATE FUNCTION refresh_price_ranges_of_lists() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lists uuid[] := ARRAY(
    SELECT latest.id FROM changed latest JOIN was ON was.id = latest.id
    WHERE ((was.active AND was.group_id IS NULL) OR (latest.active AND latest.group_id IS NULL))
      AND (was.kind, was.active, was.priority, was.group_id, was.starts_at, was.ends_at)
        IS DISTINCT FROM (latest.kind, latest.active, latest.priority, latest.group_id, latest.starts_at, latest.ends_at));
BEGIN
  IF cardinality(lists) > 0 THEN
    PERFORM refresh_price_ranges_or_mark(ARRAY(
      SELECT DISTINCT v.product_id FROM price_list_price p JOIN product_variant v ON v.id = p.variant_id
      WHERE p.price_list_id = ANY (lists)), lists);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER price_list_update_refreshes_range AFTER UPDATE ON price_list REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_lists();
