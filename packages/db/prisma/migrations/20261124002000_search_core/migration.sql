-- Searches of a large catalogue stay as cheap as those of a small one: what has the words outside its description is found
-- through an index of its own, and the best of it by halves, a 256th being the least. Marks of the release before stay
-- until the nightly ranking; a search that finds none of the new ones looks at everything, as before.
CREATE OR REPLACE FUNCTION search.tier_marks(popularity double precision, tiers double precision[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  -- Under a weight, so that the index of everything but descriptions has them too.
  SELECT coalesce(string_agg('''tier.' || n || ''':16383A', ' '), '')::tsvector FROM unnest(tiers) WITH ORDINALITY AS t (least, n) WHERE popularity >= least
$$;

CREATE OR REPLACE FUNCTION search.count_words() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH counted AS (
    SELECT entry.word AS lexeme, entry.ndoc FROM ts_stat('SELECT ts_filter(document, ''{a,b,c}'') FROM search.product_document') AS entry
  ), gone AS (
    DELETE FROM search.word w WHERE NOT EXISTS (SELECT FROM counted c WHERE c.lexeme = w.lexeme)
      AND NOT EXISTS (SELECT FROM search.synonym y WHERE w.lexeme = ANY (string_to_array(y.key, ' ')))
  )
  UPDATE search.word w SET documents = c.ndoc FROM counted c WHERE c.lexeme = w.lexeme AND c.ndoc <> w.documents;
  UPDATE search.statistic SET counted_at = clock_timestamp(), documents = (SELECT count(*) FROM search.product_document),
    tiers = coalesce((
      SELECT percentile_disc(ARRAY(SELECT 1 - 0.5 ^ n FROM generate_series(1, 8) AS n ORDER BY n)::double precision[]) WITHIN GROUP (ORDER BY popularity)
      FROM search.product_document HAVING count(*) > 3000), '{}');
END $$;

CREATE OR REPLACE FUNCTION search.rank_documents(after uuid, most int) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  last uuid;
BEGIN
  WITH batch AS MATERIALIZED (
    SELECT d.product_id, search.popularity(p.sold_count, p.rating_sum, p.rating_count, p.id) AS popularity
    FROM search.product_document d JOIN product p ON p.id = d.product_id
    WHERE after IS NULL OR d.product_id > after ORDER BY d.product_id LIMIT most
  ), changed AS (
    SELECT d.product_id, b.popularity, search.tier_marks(b.popularity, s.tiers) AS marks
    FROM batch b JOIN search.product_document d USING (product_id) CROSS JOIN search.statistic s
    WHERE d.popularity <> b.popularity
      OR EXISTS (SELECT FROM generate_series(1, 8) AS n WHERE (d.document @@ ('''tier.' || n || ''':A')::tsquery) <> coalesce(b.popularity >= s.tiers[n], false))
    ORDER BY 1 FOR NO KEY UPDATE OF d
  ), written AS (
    UPDATE search.product_document d SET popularity = c.popularity,
      document = ts_delete(d.document, ARRAY(SELECT 'tier.' || n FROM generate_series(1, 8) AS n)) || c.marks
    FROM changed c WHERE c.product_id = d.product_id
  )
  SELECT (array_agg(product_id ORDER BY product_id DESC))[1] INTO last FROM batch HAVING count(*) = most;
  RETURN last;
END $$;
