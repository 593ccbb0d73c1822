-- Whether a product is on sale or in stock can follow from any of its variants, also when its price range stays.
CREATE FUNCTION queue_collection_refresh_of_prices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM collection WHERE kind = 'rules') THEN
    INSERT INTO collection_refresh (product_id)
    SELECT DISTINCT v.product_id FROM changed c JOIN product_variant v ON v.id = c.variant_id ORDER BY v.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER variant_price_insert_refreshes_collections AFTER INSERT ON variant_price REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh_of_prices();
CREATE TRIGGER variant_price_update_refreshes_collections AFTER UPDATE ON variant_price REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh_of_prices();
CREATE TRIGGER variant_price_delete_refreshes_collections AFTER DELETE ON variant_price REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh_of_prices();
CREATE TRIGGER product_variant_insert_refreshes_collections AFTER INSERT ON product_variant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_variant_update_refreshes_collections AFTER UPDATE ON product_variant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_variant_delete_refreshes_collections AFTER DELETE ON product_variant REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
