-- Unpromised units of each variant on selling shelves, so that what is low is an index and not a sum over all stock. Triggers
-- add what every statement changed. Levels are locked before these rows, both in id order; what staff change of a variant
-- or product arrives at the end of their transaction, so that an order that holds levels never waits for it in a circle.
CREATE TABLE "variant_stock" (
    "variant_id" UUID NOT NULL,
    "free" INTEGER NOT NULL DEFAULT 0,
    "threshold" INTEGER,
    "active" BOOLEAN NOT NULL,
    "archived" BOOLEAN NOT NULL,
    "low_free" INTEGER,

    CONSTRAINT "variant_stock_pkey" PRIMARY KEY ("variant_id")
);
ALTER TABLE "variant_stock" SET (fillfactor = 80);
-- Null for all but the low: a row that stays above its threshold changes no index.
CREATE INDEX "variant_stock_low_idx" ON "variant_stock" ("low_free", "variant_id") WHERE "low_free" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "variant_stock" ADD CONSTRAINT "variant_stock_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION low_free(free int, threshold int, active boolean, archived boolean) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN active AND NOT archived AND free <= threshold THEN free END
$$;

CREATE FUNCTION add_variant_stock(ids uuid[], units int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM variant_stock WHERE variant_id = ANY (ids) ORDER BY variant_id FOR NO KEY UPDATE;
  UPDATE variant_stock s SET free = s.free + d.units, low_free = low_free(s.free + d.units, s.threshold, s.active, s.archived)
  FROM unnest(ids, units) AS d (variant_id, units) WHERE s.variant_id = d.variant_id;
END $$;

CREATE FUNCTION follow_stock_of_variants() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
  units int[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT array_agg(d.variant_id), array_agg(d.units) INTO ids, units FROM (
      SELECT c.variant_id, sum(c.units)::int AS units FROM (
        SELECT variant_id, on_hand - allocated AS units FROM now_is WHERE active
        UNION ALL SELECT variant_id, allocated - on_hand FROM was WHERE active
      ) c GROUP BY 1 HAVING sum(c.units) <> 0
    ) d;
  ELSE
    SELECT array_agg(d.variant_id), array_agg(CASE TG_OP WHEN 'INSERT' THEN d.units ELSE -d.units END) INTO ids, units FROM (
      SELECT variant_id, sum(on_hand - allocated)::int AS units FROM changed WHERE active GROUP BY 1 HAVING sum(on_hand - allocated) <> 0
    ) d;
  END IF;
  IF ids IS NOT NULL THEN PERFORM add_variant_stock(ids, units); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "stock_level_insert_is_summed" AFTER INSERT ON "stock_level" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_stock_of_variants();
CREATE TRIGGER "stock_level_update_is_summed" AFTER UPDATE ON "stock_level" REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION follow_stock_of_variants();
CREATE TRIGGER "stock_level_delete_is_summed" AFTER DELETE ON "stock_level" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_stock_of_variants();

CREATE FUNCTION begin_stock_of_variants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The share waits for a change of status that is not committed.
  INSERT INTO variant_stock (variant_id, threshold, active, archived, low_free)
  SELECT c.id, c.low_stock_threshold, c.active, p.status = 'archived', low_free(0, c.low_stock_threshold, c.active, p.status = 'archived')
  FROM changed c JOIN product p ON p.id = c.product_id FOR SHARE OF p;
  RETURN NULL;
END $$;
CREATE TRIGGER "product_variant_insert_begins_stock" AFTER INSERT ON "product_variant" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION begin_stock_of_variants();

CREATE FUNCTION pass_variant_to_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE variant_stock s SET threshold = NEW.low_stock_threshold, active = NEW.active,
    low_free = low_free(s.free, NEW.low_stock_threshold, NEW.active, s.archived)
  WHERE s.variant_id = NEW.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "product_variant_passes_threshold" AFTER UPDATE ON "product_variant" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.low_stock_threshold, OLD.active) IS DISTINCT FROM (NEW.low_stock_threshold, NEW.active)) EXECUTE FUNCTION pass_variant_to_stock();

CREATE FUNCTION pass_archive_to_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM variant_stock WHERE variant_id IN (SELECT id FROM product_variant WHERE product_id = NEW.id) ORDER BY variant_id FOR NO KEY UPDATE;
  UPDATE variant_stock s SET archived = NEW.status = 'archived', low_free = low_free(s.free, s.threshold, s.active, NEW.status = 'archived')
  FROM product_variant v WHERE v.product_id = NEW.id AND s.variant_id = v.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "product_passes_archive" AFTER UPDATE ON "product" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.status = 'archived') <> (NEW.status = 'archived')) EXECUTE FUNCTION pass_archive_to_stock();

-- Sums everything again; writers of stock wait.
CREATE FUNCTION sum_variant_stock() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE product, product_variant, stock_level, variant_stock IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO variant_stock AS s (variant_id, free, threshold, active, archived, low_free)
  SELECT v.id, f.free, v.low_stock_threshold, v.active, p.status = 'archived', low_free(f.free, v.low_stock_threshold, v.active, p.status = 'archived')
  FROM product_variant v JOIN product p ON p.id = v.product_id
  LEFT JOIN (SELECT variant_id, sum(on_hand - allocated)::int AS free FROM stock_level WHERE active GROUP BY 1) sums ON sums.variant_id = v.id
  CROSS JOIN LATERAL (SELECT coalesce(sums.free, 0)) AS f (free)
  ON CONFLICT (variant_id) DO UPDATE SET free = excluded.free, threshold = excluded.threshold, active = excluded.active,
    archived = excluded.archived, low_free = excluded.low_free
  WHERE (s.free, s.threshold, s.active, s.archived, s.low_free)
    IS DISTINCT FROM (excluded.free, excluded.threshold, excluded.active, excluded.archived, excluded.low_free);
END $$;
SELECT sum_variant_stock();
