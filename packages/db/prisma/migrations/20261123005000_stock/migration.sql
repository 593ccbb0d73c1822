-- Whether the location sells, kept by trigger: one row tells whether its stock can be promised, and locking it settles that.
ALTER TABLE "stock_level" ADD COLUMN "active" BOOLEAN NOT NULL DEFAULT true;

CREATE FUNCTION take_activity_of_location() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- FOR SHARE waits for a change of the location that is not committed.
  SELECT active INTO NEW.active FROM stock_location WHERE id = NEW.location_id FOR SHARE;
  NEW.active := coalesce(NEW.active, true);
  RETURN NEW;
END $$;
CREATE TRIGGER "stock_level_takes_activity" BEFORE INSERT ON "stock_level" FOR EACH ROW EXECUTE FUNCTION take_activity_of_location();

CREATE FUNCTION pass_activity_to_levels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In the order every other writer locks levels.
  PERFORM 1 FROM stock_level WHERE location_id = NEW.id ORDER BY variant_id FOR UPDATE;
  UPDATE stock_level SET active = NEW.active WHERE location_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "stock_location_passes_activity" AFTER UPDATE ON "stock_location"
  FOR EACH ROW WHEN (OLD.active IS DISTINCT FROM NEW.active) EXECUTE FUNCTION pass_activity_to_levels();

-- What lies on a shelf without a movement that says so gets one, and every movement the balance it left.
INSERT INTO stock_movement (variant_id, location_id, quantity, reason, note)
SELECT s.variant_id, s.location_id, s.on_hand - coalesce(sum(m.quantity), 0), 'correction', 'Counted when the ledger became the source'
FROM stock_level s LEFT JOIN stock_movement m ON m.variant_id = s.variant_id AND m.location_id = s.location_id
GROUP BY s.variant_id, s.location_id HAVING s.on_hand <> coalesce(sum(m.quantity), 0);
ALTER TABLE "stock_movement" DISABLE TRIGGER "stock_movement_append_only";
UPDATE stock_movement m SET on_hand_after = run.total
FROM (
  SELECT id, sum(quantity) OVER (PARTITION BY variant_id, location_id ORDER BY created_at, id) AS total FROM stock_movement
) run WHERE run.id = m.id;
ALTER TABLE "stock_movement" ENABLE TRIGGER "stock_movement_append_only";

-- 2: a row of the ledger changes what is on hand, and nothing else does. The update takes the lock of the level, so the
-- balance, the time and the id are those of the order in which movements came. `ON CONFLICT DO NOTHING` would apply a row
-- that is not kept.
CREATE FUNCTION apply_stock_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stock_level SET on_hand = on_hand + NEW.quantity
  WHERE variant_id = NEW.variant_id AND location_id = NEW.location_id RETURNING on_hand INTO NEW.on_hand_after;
  IF NOT FOUND THEN
    INSERT INTO stock_level (variant_id, location_id, on_hand) VALUES (NEW.variant_id, NEW.location_id, 0) ON CONFLICT DO NOTHING;
    UPDATE stock_level SET on_hand = on_hand + NEW.quantity
    WHERE variant_id = NEW.variant_id AND location_id = NEW.location_id RETURNING on_hand INTO NEW.on_hand_after;
  END IF;
  IF NEW.created_at = now()::timestamptz(3) THEN
    NEW.created_at := clock_timestamp();
    NEW.id := uuid_v7();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "stock_movement_is_applied" BEFORE INSERT ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION apply_stock_movement();

CREATE FUNCTION refuse_stock_without_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Depth 1 is this trigger, called by a statement; 2 is called by the trigger of the ledger.
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'what is on hand only changes with a stock_movement' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "stock_level_starts_empty" BEFORE INSERT ON "stock_level"
  FOR EACH ROW WHEN (NEW.on_hand <> 0) EXECUTE FUNCTION refuse_stock_without_movement();
CREATE TRIGGER "stock_level_follows_ledger" BEFORE UPDATE ON "stock_level"
  FOR EACH ROW WHEN ((OLD.variant_id, OLD.location_id, OLD.on_hand) IS DISTINCT FROM (NEW.variant_id, NEW.location_id, NEW.on_hand))
  EXECUTE FUNCTION refuse_stock_without_movement();
CREATE TRIGGER "stock_level_ends_empty" BEFORE DELETE ON "stock_level"
  FOR EACH ROW WHEN (OLD.on_hand <> 0) EXECUTE FUNCTION refuse_stock_without_movement();

-- The rating of a product is the sum of its approved reviews. One statement changes a product once, in id order: two that
-- moderate many reviews at once queue and never deadlock.
DROP TRIGGER "review_refreshes_rating" ON "review";
DROP FUNCTION refresh_product_rating();
CREATE FUNCTION add_product_ratings(ids uuid[], ratings int[], counts int[]) RETURNS void LANGUAGE sql AS $$
  WITH delta AS (
    SELECT n.id, sum(n.rating)::int AS rating, sum(n.count)::int AS count FROM unnest(ids, ratings, counts) AS n (id, rating, count)
    GROUP BY n.id HAVING sum(n.rating) <> 0 OR sum(n.count) <> 0
  ), locked AS (
    SELECT p.id FROM product p JOIN delta ON delta.id = p.id ORDER BY p.id FOR NO KEY UPDATE OF p
  )
  UPDATE product p SET rating_sum = p.rating_sum + delta.rating, rating_count = p.rating_count + delta.count
  FROM delta JOIN locked ON locked.id = delta.id WHERE p.id = delta.id
$$;
CREATE FUNCTION refresh_product_ratings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM add_product_ratings(array_agg(product_id), array_agg(rating), array_agg(1)) FROM come WHERE status = 'approved';
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM add_product_ratings(array_agg(product_id), array_agg(rating), array_agg(count)) FROM (
      SELECT product_id, rating, 1 AS count FROM come WHERE status = 'approved'
      UNION ALL SELECT product_id, -rating, -1 FROM gone WHERE status = 'approved'
    ) changed;
  ELSE
    PERFORM add_product_ratings(array_agg(product_id), array_agg(-rating), array_agg(-1)) FROM gone WHERE status = 'approved';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "review_insert_refreshes_rating" AFTER INSERT ON "review" REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_product_ratings();
CREATE TRIGGER "review_update_refreshes_rating" AFTER UPDATE ON "review" REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_product_ratings();
CREATE TRIGGER "review_delete_refreshes_rating" AFTER DELETE ON "review" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_product_ratings();

