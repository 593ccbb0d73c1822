-- An order takes units and mostly leaves some: that shows on the product's own page and on no list. Told as `pages:` with the ids.
CREATE FUNCTION notify_catalogue_of_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
  shows_on_lists boolean;
BEGIN
  SELECT array_agg(DISTINCT v.product_id ORDER BY v.product_id), bool_or(level.turns) INTO ids, shows_on_lists
  FROM (
    SELECT n.variant_id,
      (n.active AND n.on_hand + n.backorder_limit > n.allocated) <> (w.active AND w.on_hand + w.backorder_limit > w.allocated) AS turns
    FROM now_is n JOIN was w ON w.variant_id = n.variant_id AND w.location_id = n.location_id
  ) level JOIN product_variant v ON v.id = level.variant_id;
  IF shows_on_lists OR cardinality(ids) > 200 THEN
    PERFORM notify_catalogue(ids);
  ELSIF cardinality(ids) > 0 THEN
    PERFORM pg_notify('catalogue', 'pages:' || array_to_string(ids, ','));
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "stock_level_update_is_told" ON "stock_level";
CREATE TRIGGER "stock_level_update_is_told" AFTER UPDATE ON "stock_level" REFERENCING OLD TABLE AS was NEW TABLE AS now_is
  FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue_of_stock();
