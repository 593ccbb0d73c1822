-- CreateTable
CREATE TABLE "collection_refresh" (
    "id" BIGSERIAL NOT NULL,
    "product_id" UUID NOT NULL,

    CONSTRAINT "collection_refresh_pkey" PRIMARY KEY ("id")
);

-- Which products may have come under other rules. Only ever appended to, so that no writer of a product waits for another.
CREATE FUNCTION queue_collection_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM collection WHERE kind = 'rules') THEN
    INSERT INTO collection_refresh (product_id) SELECT DISTINCT product_id FROM changed ORDER BY product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_category_insert_refreshes_collections AFTER INSERT ON product_category REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_category_delete_refreshes_collections AFTER DELETE ON product_category REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_attribute_insert_refreshes_collections AFTER INSERT ON product_attribute REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_attribute_delete_refreshes_collections AFTER DELETE ON product_attribute REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_property_insert_refreshes_collections AFTER INSERT ON product_property REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_property_update_refreshes_collections AFTER UPDATE ON product_property REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_property_delete_refreshes_collections AFTER DELETE ON product_property REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_price_range_insert_refreshes_collections AFTER INSERT ON product_price_range REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_price_range_update_refreshes_collections AFTER UPDATE ON product_price_range REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();
CREATE TRIGGER product_price_range_delete_refreshes_collections AFTER DELETE ON product_price_range REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION queue_collection_refresh();

CREATE FUNCTION queue_collection_refresh_of_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM collection WHERE kind = 'rules') THEN
    INSERT INTO collection_refresh (product_id) VALUES (NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_insert_refreshes_collections AFTER INSERT ON product
  FOR EACH ROW EXECUTE FUNCTION queue_collection_refresh_of_product();
CREATE TRIGGER product_update_refreshes_collections AFTER UPDATE ON product
  FOR EACH ROW WHEN ((OLD.name, OLD.brand, OLD.status, OLD.tags, OLD.featured, OLD.published_at, OLD.rating_sum, OLD.rating_count)
    IS DISTINCT FROM (NEW.name, NEW.brand, NEW.status, NEW.tags, NEW.featured, NEW.published_at, NEW.rating_sum, NEW.rating_count))
  EXECUTE FUNCTION queue_collection_refresh_of_product();

-- One job for all that is queued. It has one key, so whoever queues it waits for others who do: it is therefore the last thing
-- a transaction does, and done once.
CREATE FUNCTION add_collection_refresh_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('turing.collections_queued', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('turing.collections_queued', pg_current_xact_id()::text, true);
    PERFORM graphile_worker.add_job(identifier := 'refresh-collections', payload := '{}'::json, job_key := 'refresh-collections');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER collection_refresh_adds_job AFTER INSERT ON "collection_refresh"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION add_collection_refresh_job();
