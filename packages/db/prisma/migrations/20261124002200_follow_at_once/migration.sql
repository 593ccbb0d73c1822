-- A moved or renamed branch of categories is one pass over its products, however many categories it has.
DROP TRIGGER category_update_refreshes_search ON category;
CREATE OR REPLACE FUNCTION search.follow_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The path of every category below a moved one changes in the same statement; the name of one above changes alone.
  PERFORM search.await_refresh(array_agg(DISTINCT pc.product_id), true)
  FROM (SELECT n.path FROM now_is n JOIN was w USING (id) WHERE (n.name, n.path) IS DISTINCT FROM (w.name, w.path)) AS changed
  JOIN category c ON starts_with(c.path || '/', changed.path || '/') JOIN product_category pc ON pc.category_id = c.id
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER category_update_refreshes_search AFTER UPDATE ON category REFERENCING OLD TABLE AS was NEW TABLE AS now_is
  FOR EACH STATEMENT EXECUTE FUNCTION search.follow_category();

-- Whether rules ask it; few shops have many collections.
CREATE FUNCTION collections_ask(field text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM collection WHERE kind = 'rules' AND rules::jsonb -> 'conditions' @> jsonb_build_array(jsonb_build_object('field', field)))
$$;

-- The last unit that goes and the first that comes change what filters and rules see. One look at the rows for both: stock
-- moves with every order.
CREATE OR REPLACE FUNCTION search.follow_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT array_agg(DISTINCT v.product_id) INTO ids
    FROM now_is n JOIN was w ON w.variant_id = n.variant_id AND w.location_id = n.location_id JOIN product_variant v ON v.id = n.variant_id
    WHERE (n.active AND n.on_hand + n.backorder_limit > n.allocated) <> (w.active AND w.on_hand + w.backorder_limit > w.allocated);
  ELSE
    SELECT array_agg(DISTINCT v.product_id) INTO ids
    FROM changed c JOIN product_variant v ON v.id = c.variant_id WHERE c.active AND c.on_hand + c.backorder_limit > c.allocated;
  END IF;
  IF ids IS NULL THEN RETURN NULL; END IF;
  PERFORM search.await_refresh(ids, false);
  IF collections_ask('inStock') THEN
    INSERT INTO collection_refresh (product_id) SELECT id FROM unnest(ids) AS i (id) ORDER BY id;
  END IF;
  RETURN NULL;
END $$;

-- Sales that leave the lowest price of a product as it is.
CREATE FUNCTION queue_collection_refresh_of_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF collections_ask('onSale') THEN
    INSERT INTO collection_refresh (product_id)
    SELECT DISTINCT v.product_id FROM changed c JOIN product_variant v ON v.id = c.variant_id ORDER BY v.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER price_list_price_insert_refreshes_collections AFTER INSERT ON price_list_price REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh_of_listed();
CREATE TRIGGER price_list_price_delete_refreshes_collections AFTER DELETE ON price_list_price REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh_of_listed();

CREATE FUNCTION queue_collection_refresh_of_lists() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF collections_ask('onSale') THEN
    INSERT INTO collection_refresh (product_id)
    SELECT DISTINCT v.product_id FROM changed n JOIN was w USING (id)
    JOIN price_list_price c ON c.price_list_id = n.id JOIN product_variant v ON v.id = c.variant_id
    WHERE (n.kind, n.active, n.group_id, n.starts_at, n.ends_at) IS DISTINCT FROM (w.kind, w.active, w.group_id, w.starts_at, w.ends_at)
    ORDER BY v.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER price_list_update_refreshes_collections AFTER UPDATE ON price_list REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh_of_lists();
