-- The ledger is applied once per statement, so that one of many rows costs one update of levels and one run of what
-- follows them. Each row still takes the lock of its level before it takes its time, id and balance: the ledger reads in the
-- order in which it came.
DROP TRIGGER "stock_movement_is_applied" ON "stock_movement";
DROP FUNCTION apply_stock_movement();

CREATE FUNCTION place_stock_movement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  balance int;
BEGIN
  PERFORM 1 FROM stock_level WHERE variant_id = NEW.variant_id AND location_id = NEW.location_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    INSERT INTO stock_level (variant_id, location_id, on_hand) VALUES (NEW.variant_id, NEW.location_id, 0)
    ON CONFLICT (variant_id, location_id) DO NOTHING;
    PERFORM 1 FROM stock_level WHERE variant_id = NEW.variant_id AND location_id = NEW.location_id FOR NO KEY UPDATE;
  END IF;
  IF NEW.created_at = now()::timestamptz(3) THEN
    NEW.created_at := clock_timestamp();
    NEW.id := uuid_v7();
  END IF;
  -- Rows of this statement that came before are seen here, though not yet applied to the level.
  SELECT on_hand_after INTO balance FROM stock_movement
  WHERE variant_id = NEW.variant_id AND location_id = NEW.location_id ORDER BY created_at DESC, id DESC LIMIT 1;
  NEW.on_hand_after := coalesce(balance, 0) + NEW.quantity;
  RETURN NEW;
END $$;
CREATE TRIGGER "stock_movement_is_placed" BEFORE INSERT ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION place_stock_movement();

CREATE FUNCTION apply_stock_movements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stock_level s SET on_hand = s.on_hand + moved.quantity
  FROM (SELECT variant_id, location_id, sum(quantity)::int AS quantity FROM come GROUP BY 1, 2) moved
  WHERE s.variant_id = moved.variant_id AND s.location_id = moved.location_id AND moved.quantity <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "stock_movement_is_applied" AFTER INSERT ON "stock_movement" REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION apply_stock_movements();
