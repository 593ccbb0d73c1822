-- A card as lists send it, but for its prices and stock: the JSON of the rest without its opening brace, put together when the
-- product changes.
ALTER TABLE "product_card" ADD COLUMN "face" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION image_face(image json) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT row_to_json(face) FROM (
    SELECT '/media/' || (image ->> 'key') AS src, image -> 'alt' AS alt, image -> 'colour' AS colour, image -> 'width' AS width,
      image -> 'height' AS height
    WHERE image IS NOT NULL) face
$$;

CREATE FUNCTION product_face(p product, shown json) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT substr(row_to_json(face)::text, 2) FROM (
    SELECT p.id, p.slug, p.name, p.brand, p.summary, image_face(shown #> '{media,0}') AS image,
      image_face(shown #> '{media,1}') AS "secondImage",
      round(p.rating_sum::numeric / nullif(p.rating_count, 0), 1)::float8 AS "ratingAverage", p.rating_count AS "ratingCount",
      shown -> 'swatches' AS swatches,
      to_char(p.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt") face
$$;

CREATE FUNCTION give_card_its_face() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT product_face(p, NEW.shown) INTO NEW.face FROM product p WHERE p.id = NEW.product_id;
  RETURN NEW;
END $$;
CREATE TRIGGER "product_card_has_face" BEFORE INSERT OR UPDATE OF shown ON "product_card"
  FOR EACH ROW EXECUTE FUNCTION give_card_its_face();
-- A card without its face is no card: also where rows are loaded without triggers.
ALTER TABLE "product_card" ENABLE ALWAYS TRIGGER "product_card_has_face";

CREATE FUNCTION follow_product_face() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE product_card SET face = product_face(NEW, shown) WHERE product_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "product_update_changes_face" AFTER UPDATE ON "product"
  FOR EACH ROW WHEN ((OLD.slug, OLD.name, OLD.brand, OLD.summary, OLD.published_at, OLD.rating_sum, OLD.rating_count)
    IS DISTINCT FROM (NEW.slug, NEW.name, NEW.brand, NEW.summary, NEW.published_at, NEW.rating_sum, NEW.rating_count))
  EXECUTE FUNCTION follow_product_face();

UPDATE product_card SET shown = shown;
