-- Search: words as shoppers write them, documents that answer filters without joins, a vocabulary for corrections.
-- `search` holds derived data only, outside Prisma's view: `search.refresh_products` makes all of it again.
DROP TRIGGER product_insert_refreshes_search ON product;
DROP TRIGGER product_update_refreshes_search ON product;
DROP TRIGGER product_variant_insert_refreshes_search ON product_variant;
DROP TRIGGER product_variant_update_refreshes_search ON product_variant;
DROP TRIGGER product_variant_delete_refreshes_search ON product_variant;
DROP TRIGGER product_category_insert_refreshes_search ON product_category;
DROP TRIGGER product_category_delete_refreshes_search ON product_category;
DROP TRIGGER product_attribute_insert_refreshes_search ON product_attribute;
DROP TRIGGER product_attribute_delete_refreshes_search ON product_attribute;
DROP TRIGGER category_update_refreshes_search ON category;
DROP TRIGGER attribute_value_update_refreshes_search ON attribute_value;
DROP FUNCTION search.refresh_changed_products();
DROP FUNCTION search.refresh_updated_product();
DROP FUNCTION search.refresh_products_of_category();
DROP FUNCTION search.refresh_products_of_attribute_value();
DROP FUNCTION search.refresh_products(uuid[]);

-- At which place of the list a product stood that was opened, added up.
ALTER TABLE "search_click" ADD COLUMN "position_sum" BIGINT NOT NULL DEFAULT 0;

-- Numbers as one word with their unit, whoever writes them: `300 ml`, `0,5 litres`, `50 × 70 cm`.
CREATE FUNCTION search.plain_numbers(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(input,
    '(\d),(\d{3})(?!\d)', '\1\2', 'g'),
    '(\d),(?=\d)', '\1.', 'g'),
    '(\d)\s*[x*×]\s*(?=\d)', '\1x', 'g'),
    '(\d)[\s-]*(m|c)(?:illi|enti)lit(?:re|er)s?\M', '\1\2l', 'g'),
    '(\d)[\s-]*(m|c)(?:illi|enti)met(?:re|er)s?\M', '\1\2m', 'g'),
    '(\d)[\s-]*lit(?:re|er)s?\M', '\1l', 'g'),
    '(\d)[\s-]*(k?)(?:ilo)?grams?\M', '\1\2g', 'g'),
    '(\d)[\s-]+(ml|cl|dl|l|mm|cm|m|kg|g|oz|lb|w)\M', '\1\2', 'g')
$$;

-- The words of a text: lower case, without accents and apostrophes; a point only inside a number.
CREATE FUNCTION search.words(input text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT array_remove(regexp_split_to_array(regexp_replace(
    CASE WHEN plain ~ '\d' THEN search.plain_numbers(plain) ELSE plain END,
    '[^[:alnum:].]+|\.(?!\d)|(?<!\d)\.', ' ', 'g'), '\s+'), '')
  FROM (SELECT translate(lower(unaccent(input)), '''`’', '') AS plain) AS given
$$;

-- English stems without its long list of stop words: `can` is a thing to buy.
CREATE TEXT SEARCH DICTIONARY search.english (TEMPLATE = pg_catalog.snowball, LANGUAGE = english);

-- One spelling of words that British and American English write differently. Both sides of a match go through it, so a
-- word that it bends for no reason (`noise`) is found all the same.
CREATE FUNCTION search.one_spelling(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE word WHEN 'grey' THEN 'gray' WHEN 'jewellery' THEN 'jewelry' WHEN 'aluminium' THEN 'aluminum' WHEN 'cosy' THEN 'cozy'
      WHEN 'tyre' THEN 'tire' WHEN 'mould' THEN 'mold' WHEN 'pyjamas' THEN 'pajamas' WHEN 'pyjama' THEN 'pajama' WHEN 'storey' THEN 'story'
      WHEN 'doughnut' THEN 'donut' WHEN 'cheque' THEN 'check' WHEN 'kerb' THEN 'curb' WHEN 'draught' THEN 'draft'
    ELSE regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(word,
      '^((?:dis|un|multi)?(?:col|fav|flav|harb|hon|hum|lab|neighb|od|parl|arm|sav|vap|behavi|rum|clam|glam|vig))our', '\1or'),
      '([a-z]{3})is(e|ed|er|ers|es|ing|ation|ations)$', '\1iz\2'),
      '^(.*(?:cent|fib|theat|met|lit|lust|calib|somb|spect))re(s?)$', '\1er\2'),
      '([a-z]{3})ogue(s?)$', '\1og\2'),
      '([a-z]{3}el)l(ed|ing|er|ers)$', '\1\2')
  END
$$;

-- The form under which a word is found; null for the few that mean nothing.
CREATE FUNCTION search.lexeme(word text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN word IN ('a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'i', 'in', 'is', 'it', 'its', 'me', 'my', 'of', 'on',
                  'or', 'our', 's', 't', 'that', 'the', 'these', 'this', 'to', 'we', 'with', 'you', 'your') THEN NULL
    WHEN word IN ('knives', 'wives', 'lives', 'shelves', 'bookshelves', 'scarves', 'halves', 'calves', 'wolves', 'leaves', 'loaves', 'sheaves')
      THEN left(word, -3) || 'f'
    WHEN word IN ('knife', 'wife', 'life') THEN left(word, -1)
    WHEN word IN ('men', 'women') THEN left(word, -2) || 'an'
    WHEN word IN ('children', 'mice', 'feet') THEN CASE word WHEN 'mice' THEN 'mous' WHEN 'feet' THEN 'foot' ELSE 'child' END
    WHEN word LIKE '%our%' OR word LIKE '%is%' OR word LIKE '%re' OR word LIKE '%res' OR word LIKE '%ogue%' OR word LIKE '%ell%'
      OR word IN ('grey', 'jewellery', 'aluminium', 'cosy', 'mould', 'pyjamas', 'pyjama', 'storey', 'doughnut', 'cheque', 'kerb', 'draught')
      THEN (ts_lexize('search.english', search.one_spelling(word)))[1]
    ELSE (ts_lexize('search.english', word))[1]
  END
$$;

-- Each word at its place from `start` on, and under `weight`.
CREATE FUNCTION search.vector(words text[], weight text, start int) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg('''' || lexeme || ''':' || least(start + place, 16383) || weight, ' '), '')::tsvector
  FROM (SELECT search.lexeme(left(word, 60)) AS lexeme, place FROM unnest(words) WITH ORDINALITY AS w (word, place) LIMIT 2000) AS found
  WHERE lexeme IS NOT NULL
$$;

-- Neighbours written as one: `tea pot` is found as `teapot`.
CREATE FUNCTION search.joined(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(words[n] || words[n + 1]), '{}') FROM generate_series(1, cardinality(words) - 1) AS n
$$;

-- What a thing is: the last word of its name, before what it comes with (`Candle in a Jar`).
CREATE FUNCTION search.head(words text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT search.lexeme(word) FROM unnest(words) WITH ORDINALITY AS w (word, place)
  WHERE place < coalesce((
    SELECT min(place) FROM unnest(words) WITH ORDINALITY AS p (word, place)
    WHERE word IN ('for', 'with', 'in', 'of', 'and', 'from', 'on') AND place > 1), 1000) AND word !~ '^\d'
  ORDER BY place DESC LIMIT 1
$$;

-- A word without each of its letters, and of longer ones without each two: two words of one typo share a part
-- (symmetric deletion, Garbe 2012), transposed letters included.
CREATE FUNCTION search.deletions(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH once AS (
    SELECT overlay(word PLACING '' FROM n FOR 1) AS part FROM generate_series(1, length(word)) AS n WHERE length(word) BETWEEN 2 AND 24
  )
  SELECT array_agg(DISTINCT part) FROM (
    SELECT word AS part UNION ALL SELECT part FROM once
    UNION ALL SELECT overlay(part PLACING '' FROM n FOR 1) FROM once, generate_series(1, length(part)) AS n WHERE length(word) BETWEEN 6 AND 14
  ) AS parts WHERE part <> ''
$$;

CREATE TABLE search.word (
  word text COLLATE "C" PRIMARY KEY,
  lexeme text NOT NULL,
  -- In how many products, when last counted.
  documents int NOT NULL,
  deletions text[] NOT NULL
);
CREATE INDEX word_lexeme_idx ON search.word (lexeme);
CREATE INDEX word_deletions_idx ON search.word USING gin (deletions);
CREATE INDEX word_trigram_idx ON search.word USING gin (word gin_trgm_ops);

-- SKUs and barcodes, letters and digits only; read from the end for who types the last digits.
CREATE TABLE search.product_code (
  product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  code text COLLATE "C" NOT NULL,
  PRIMARY KEY (product_id, code)
);
CREATE INDEX product_code_code_idx ON search.product_code (code);
CREATE INDEX product_code_reverse_idx ON search.product_code (reverse(code) COLLATE "C");

CREATE FUNCTION search.plain_code(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(code), '[^[:alnum:]]', '', 'g')
$$;

-- A small number for each brand, attribute and attribute value, so that a product's facets are a few characters.
CREATE TABLE search.facet (
  number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  attribute_value_id uuid UNIQUE REFERENCES attribute_value (id) ON DELETE CASCADE,
  attribute_id uuid UNIQUE REFERENCES attribute (id) ON DELETE CASCADE,
  brand text UNIQUE,
  CHECK (num_nonnulls(attribute_value_id, attribute_id, brand) = 1)
);

-- As one character, beyond ASCII and round the surrogates.
CREATE FUNCTION search.facet_character(number int) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT chr(CASE WHEN number + 256 < 55296 THEN number + 256 ELSE number + 2304 END)
$$;

-- The one row of what is known of all documents together.
CREATE TABLE search.statistic (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  documents int NOT NULL,
  -- From which popularity a document is in the best thirtieth, tenth, third.
  tiers double precision[] NOT NULL,
  counted_at timestamptz NOT NULL
);
INSERT INTO search.statistic (documents, tiers, counted_at) VALUES (0, '{}', now());

-- Staff's synonyms as the engine looks them up: who writes `key` also finds `words`.
CREATE TABLE search.synonym (
  synonym_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  words text[] NOT NULL,
  lexemes text[] NOT NULL
);
CREATE INDEX synonym_key_idx ON search.synonym (key);
CREATE INDEX synonym_id_idx ON search.synonym (synonym_id);

-- What was asked often of late, for suggestions: never what only one or two asked.
CREATE TABLE search.recent_query (
  query text COLLATE "C" PRIMARY KEY,
  searches int NOT NULL,
  result_count int NOT NULL,
  last_at timestamptz NOT NULL
);

-- Categories by name, for suggestions.
CREATE TABLE search.category_document (
  category_id uuid PRIMARY KEY REFERENCES category (id) ON DELETE CASCADE,
  title text NOT NULL,
  document tsvector NOT NULL
);
CREATE FUNCTION search.write_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search.category_document (category_id, title, document)
  VALUES (NEW.id, array_to_string(search.words(NEW.name), ' '), search.vector(search.words(NEW.name) || search.joined(search.words(NEW.name)), 'A', 0))
  ON CONFLICT (category_id) DO UPDATE SET title = excluded.title, document = excluded.document;
  RETURN NULL;
END $$;
CREATE TRIGGER category_is_searched AFTER INSERT OR UPDATE OF name ON category FOR EACH ROW EXECUTE FUNCTION search.write_category();
UPDATE category SET name = name;

-- `codes` is left for the release before, and empty. Long columns lie beside the row, so that filters and facets read little.
DROP INDEX search.product_document_codes_idx, search.product_document_title_idx;
TRUNCATE search.product_document;
ALTER TABLE search.product_document
  ALTER codes SET DEFAULT '{}',
  ADD head text,
  ADD title_lexemes text[] NOT NULL DEFAULT '{}',
  ADD popularity double precision NOT NULL DEFAULT 0,
  ADD visible_from timestamptz,
  ADD visible_until timestamptz,
  ADD available boolean NOT NULL DEFAULT false,
  -- In tenths; 0 without reviews.
  ADD rating smallint NOT NULL DEFAULT 0,
  ADD brand int,
  ADD categories uuid[] NOT NULL DEFAULT '{}',
  ADD facet_values int[] NOT NULL DEFAULT '{}',
  ADD currencies text[] NOT NULL DEFAULT '{}',
  -- The lowest price in each of `currencies`.
  ADD prices bigint[] NOT NULL DEFAULT '{}',
  ADD facets text NOT NULL DEFAULT '';
ALTER TABLE search.product_document ALTER document SET STORAGE EXTERNAL;
ALTER TABLE search.product_document SET (toast_tuple_target = 128, fillfactor = 85);
CREATE INDEX product_document_categories_idx ON search.product_document USING gin (categories);

CREATE FUNCTION search.popularity(sold_count int, rating_sum int, rating_count int, id uuid) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  -- The last term only parts equals, so that every tier has its share of them.
  SELECT ln(1 + sold_count) + (rating_sum + 17.5) / (rating_count + 5) / 5 + (hashtext(id::text) & 1023) / 1e5
$$;

-- A mark inside the document for each tier it is in: a search for common words asks for the best of them only.
CREATE FUNCTION search.tier_marks(popularity double precision, tiers double precision[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg('''tier.' || n || '''', ' '), '')::tsvector FROM unnest(tiers) WITH ORDINALITY AS t (least, n) WHERE popularity >= least
$$;

-- Text: name A, brand, own category and attributes B, summary, variants, categories above and tags C, description D.
CREATE FUNCTION search.document_text(ids uuid[])
RETURNS TABLE (product_id uuid, title text, head text, title_lexemes text[], popularity double precision, document tsvector, words text[])
LANGUAGE sql STABLE AS $$
  SELECT p.id, array_to_string(n.name, ' '), search.head(n.name),
    ARRAY(SELECT DISTINCT lexeme FROM (SELECT search.lexeme(word) AS lexeme FROM unnest(n.name || search.joined(n.name)) AS word OFFSET 0) AS l WHERE lexeme IS NOT NULL),
    pop.popularity,
    search.vector(n.name, 'A', 0) || search.vector(search.joined(n.name), 'A', 10)
      || search.vector(n.brand, 'B', 10) || search.vector(n.own, 'B', 10) || search.vector(n.labels, 'B', 10)
      || search.vector(n.summary, 'C', 10) || search.vector(n.variants, 'C', 10) || search.vector(n.above, 'C', 10)
      || search.vector(n.tags, 'C', 10) || search.vector(search.words(p.description), 'D', 10)
      || search.tier_marks(pop.popularity, s.tiers),
    n.name || n.brand || n.own || n.labels || n.summary || n.variants || n.above || n.tags
  FROM product p
  CROSS JOIN search.statistic s
  CROSS JOIN LATERAL (SELECT search.popularity(p.sold_count, p.rating_sum, p.rating_count, p.id) OFFSET 0) AS pop (popularity)
  CROSS JOIN LATERAL (
    SELECT search.words(p.name) AS name, search.words(p.brand) AS brand, search.words(p.summary) AS summary,
      search.words(array_to_string(p.tags, ' , ')) AS tags,
      search.words((SELECT string_agg(own.name, ' , ') FROM product_category pc JOIN category own ON own.id = pc.category_id WHERE pc.product_id = p.id)) AS own,
      search.words((
        SELECT string_agg(DISTINCT above.name, ' , ') FROM product_category pc JOIN category own ON own.id = pc.category_id
        JOIN category above ON starts_with(own.path, above.path || '/') WHERE pc.product_id = p.id)) AS above,
      search.words((
        SELECT string_agg(label, ' , ') FROM (
          SELECT av.label FROM product_attribute pa JOIN attribute_value av ON av.id = pa.attribute_value_id
          JOIN attribute a ON a.id = av.attribute_id WHERE pa.product_id = p.id AND a.kind = 'choice'
          UNION ALL SELECT a.name FROM product_attribute pa JOIN attribute_value av ON av.id = pa.attribute_value_id
          JOIN attribute a ON a.id = av.attribute_id WHERE pa.product_id = p.id AND a.kind = 'boolean' AND av.code = 'yes'
          UNION ALL SELECT pp.text FROM product_property pp WHERE pp.product_id = p.id AND pp.text IS NOT NULL
        ) AS label)) AS labels,
      ARRAY(
        SELECT DISTINCT unnest(search.words((SELECT string_agg(DISTINCT v.name, ' , ') FROM product_variant v WHERE v.product_id = p.id AND v.active)))
      ) AS variants
    -- Keeps each from being worked out again at every use.
    OFFSET 0
  ) AS n
  WHERE p.id = ANY (ids)
$$;

CREATE FUNCTION search.refresh_texts(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  seen text[];
BEGIN
  WITH made AS MATERIALIZED (SELECT * FROM search.document_text(ids) ORDER BY product_id),
  written AS (
    INSERT INTO search.product_document AS d (product_id, title, head, title_lexemes, popularity, document)
    SELECT product_id, title, head, title_lexemes, popularity, document FROM made
    ON CONFLICT (product_id) DO UPDATE SET title = excluded.title, head = excluded.head, title_lexemes = excluded.title_lexemes,
      popularity = excluded.popularity, document = excluded.document
    WHERE (d.title, d.head, d.title_lexemes, d.popularity, d.document)
      IS DISTINCT FROM (excluded.title, excluded.head, excluded.title_lexemes, excluded.popularity, excluded.document)
  )
  SELECT array_agg(word) INTO seen FROM made, LATERAL (SELECT DISTINCT unnest(words)) AS w (word);

  -- In one order, so that two writers of the same new words queue and never deadlock.
  INSERT INTO search.word AS w (word, lexeme, documents, deletions)
  SELECT word, lexeme, documents, coalesce(search.deletions(word), '{}')
  FROM (
    SELECT word, search.lexeme(word) AS lexeme, documents
    FROM (SELECT left(word, 60) AS word, count(*)::int AS documents FROM unnest(seen) AS s (word) GROUP BY 1) AS met
    WHERE NOT EXISTS (SELECT FROM search.word known WHERE known.word = met.word AND known.documents > 0) OFFSET 0
  ) AS fresh
  WHERE lexeme IS NOT NULL ORDER BY word COLLATE "C"
  ON CONFLICT (word) DO UPDATE SET documents = excluded.documents WHERE w.documents = 0;

  WITH code AS (
    SELECT DISTINCT v.product_id, search.plain_code(c.code) AS code
    FROM product_variant v CROSS JOIN LATERAL (VALUES (v.sku), (v.barcode)) AS c (code)
    WHERE v.product_id = ANY (ids) AND v.active AND search.plain_code(c.code) <> ''
  ), gone AS (
    DELETE FROM search.product_code old WHERE old.product_id = ANY (ids)
      AND NOT EXISTS (SELECT FROM code WHERE code.product_id = old.product_id AND code.code = old.code)
  )
  INSERT INTO search.product_code (product_id, code) SELECT product_id, code FROM code
  WHERE NOT EXISTS (SELECT FROM search.product_code old WHERE old.product_id = code.product_id AND old.code = code.code)
  ORDER BY 1, 2 ON CONFLICT DO NOTHING;
END $$;

-- Filters and facets. `facets` is what a count reads: availability, rating, brand and values, then `;` attribute number.
CREATE FUNCTION search.refresh_filters(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search.facet (brand)
  SELECT DISTINCT brand FROM product p WHERE id = ANY (ids) AND NOT EXISTS (SELECT FROM search.facet f WHERE f.brand = p.brand)
  ORDER BY 1 ON CONFLICT DO NOTHING;
  INSERT INTO search.facet (attribute_value_id)
  SELECT DISTINCT attribute_value_id FROM product_attribute pa WHERE product_id = ANY (ids)
    AND NOT EXISTS (SELECT FROM search.facet f WHERE f.attribute_value_id = pa.attribute_value_id)
  ORDER BY 1 ON CONFLICT DO NOTHING;
  INSERT INTO search.facet (attribute_id)
  SELECT DISTINCT attribute_id FROM product_property pp WHERE product_id = ANY (ids) AND number IS NOT NULL
    AND NOT EXISTS (SELECT FROM search.facet f WHERE f.attribute_id = pp.attribute_id)
  ORDER BY 1 ON CONFLICT DO NOTHING;

  WITH filters AS MATERIALIZED (
    SELECT p.id, CASE WHEN p.status = 'active' THEN p.published_at END AS visible_from, p.unpublish_at AS visible_until,
      coalesce((
        SELECT true FROM product_variant v JOIN stock_level s ON s.variant_id = v.id
        WHERE v.product_id = p.id AND v.active AND s.active AND s.on_hand + s.backorder_limit > s.allocated LIMIT 1), false) AS available,
      coalesce(round(p.rating_sum * 10.0 / nullif(p.rating_count, 0)), 0)::smallint AS rating,
      (SELECT f.number FROM search.facet f WHERE f.brand = p.brand) AS brand,
      ARRAY(
        SELECT DISTINCT above.id FROM product_category pc JOIN category own ON own.id = pc.category_id
        JOIN category above ON starts_with(own.path || '/', above.path || '/') WHERE pc.product_id = p.id ORDER BY 1) AS categories,
      ARRAY(
        SELECT f.number FROM product_attribute pa JOIN search.facet f ON f.attribute_value_id = pa.attribute_value_id
        WHERE pa.product_id = p.id ORDER BY 1) AS facet_values,
      ARRAY(SELECT r.currency::text FROM product_price_range r WHERE r.product_id = p.id ORDER BY r.currency) AS currencies,
      ARRAY(SELECT r.min_minor FROM product_price_range r WHERE r.product_id = p.id ORDER BY r.currency) AS prices,
      (SELECT string_agg(';' || search.facet_character(f.number) || pp.number, '' ORDER BY f.number)
       FROM product_property pp JOIN search.facet f ON f.attribute_id = pp.attribute_id
       WHERE pp.product_id = p.id AND pp.number IS NOT NULL) AS numbers
    FROM product p WHERE p.id = ANY (ids) ORDER BY p.id
  ), packed AS (
    SELECT *, available::int || chr(48 + rating) || search.facet_character(brand)
      || coalesce((SELECT string_agg(search.facet_character(n), '' ORDER BY n) FROM unnest(facet_values) AS n), '') || coalesce(numbers, '') AS facets
    FROM filters
  )
  UPDATE search.product_document d SET visible_from = f.visible_from, visible_until = f.visible_until, available = f.available, rating = f.rating,
    brand = f.brand, categories = f.categories, facet_values = f.facet_values, currencies = f.currencies, prices = f.prices, facets = f.facets
  FROM packed f WHERE d.product_id = f.id
    AND (d.visible_from, d.visible_until, d.categories, d.currencies, d.prices, d.facets)
      IS DISTINCT FROM (f.visible_from, f.visible_until, f.categories, f.currencies, f.prices, f.facets);
END $$;

-- Makes the documents of products again, all of them, while searching goes on.
CREATE FUNCTION search.refresh_products(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two that refresh the same product queue here: the second reads what the first wrote.
  PERFORM 1 FROM search.product_document WHERE product_id = ANY (ids) ORDER BY product_id FOR UPDATE;
  PERFORM search.refresh_texts(ids);
  PERFORM search.refresh_filters(ids);
END $$;

-- The products a transaction touched. They are refreshed once, when it commits, however many statements wrote them; so the
-- table is empty to everybody else.
CREATE TABLE search.pending (
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  product_id uuid NOT NULL,
  texts boolean NOT NULL,
  PRIMARY KEY (transaction, product_id)
);

CREATE FUNCTION search.refresh_pending() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  batch uuid[];
  with_texts uuid[];
BEGIN
  LOOP
    WITH taken AS (
      DELETE FROM search.pending p WHERE p.transaction = pg_current_xact_id() AND p.product_id IN (
        SELECT n.product_id FROM search.pending n WHERE n.transaction = pg_current_xact_id() ORDER BY n.product_id LIMIT 1000)
      RETURNING p.product_id, p.texts
    )
    SELECT array_agg(product_id ORDER BY product_id), array_agg(product_id ORDER BY product_id) FILTER (WHERE texts) INTO batch, with_texts FROM taken;
    EXIT WHEN batch IS NULL;
    PERFORM 1 FROM search.product_document WHERE product_id = ANY (batch) ORDER BY product_id FOR UPDATE;
    IF with_texts IS NOT NULL THEN PERFORM search.refresh_texts(with_texts); END IF;
    PERFORM search.refresh_filters(batch);
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER pending_is_refreshed AFTER INSERT ON search.pending DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search.refresh_pending();

CREATE FUNCTION search.await_refresh(ids uuid[], with_texts boolean) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search.pending AS p (product_id, texts) SELECT DISTINCT id, with_texts FROM unnest(ids) AS i (id) WHERE id IS NOT NULL
  ON CONFLICT (transaction, product_id) DO UPDATE SET texts = true WHERE excluded.texts AND NOT p.texts
$$;

CREATE FUNCTION search.follow_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search.await_refresh(ARRAY(SELECT id FROM now_is), true);
    RETURN NULL;
  END IF;
  PERFORM search.await_refresh(ARRAY(
    SELECT n.id FROM now_is n JOIN was w USING (id)
    WHERE (n.name, n.brand, n.summary, n.description, n.tags) IS DISTINCT FROM (w.name, w.brand, w.summary, w.description, w.tags)), true);
  PERFORM search.await_refresh(ARRAY(
    SELECT n.id FROM now_is n JOIN was w USING (id)
    WHERE (n.status, n.published_at, n.unpublish_at, n.rating_sum, n.rating_count)
      IS DISTINCT FROM (w.status, w.published_at, w.unpublish_at, w.rating_sum, w.rating_count)), false);
  RETURN NULL;
END $$;
CREATE TRIGGER product_insert_refreshes_search AFTER INSERT ON product REFERENCING NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION search.follow_product();
CREATE TRIGGER product_update_refreshes_search AFTER UPDATE ON product REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION search.follow_product();

CREATE FUNCTION search.follow_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM search.await_refresh(ARRAY(
      SELECT n.product_id FROM now_is n JOIN was w USING (id)
      WHERE (n.name, n.sku, n.barcode, n.active) IS DISTINCT FROM (w.name, w.sku, w.barcode, w.active)), true);
  ELSE
    PERFORM search.await_refresh(ARRAY(SELECT product_id FROM changed), true);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_variant_insert_refreshes_search AFTER INSERT ON product_variant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_variant();
CREATE TRIGGER product_variant_update_refreshes_search AFTER UPDATE ON product_variant REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION search.follow_variant();
CREATE TRIGGER product_variant_delete_refreshes_search AFTER DELETE ON product_variant REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_variant();

-- Rows that belong to a product and are text to it; with the argument `filters`, only filters.
CREATE FUNCTION search.follow_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.await_refresh(ARRAY(SELECT product_id FROM changed), TG_NARGS = 0);
  RETURN NULL;
END $$;
CREATE TRIGGER product_category_insert_refreshes_search AFTER INSERT ON product_category REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part();
CREATE TRIGGER product_category_delete_refreshes_search AFTER DELETE ON product_category REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part();
CREATE TRIGGER product_attribute_insert_refreshes_search AFTER INSERT ON product_attribute REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part();
CREATE TRIGGER product_attribute_delete_refreshes_search AFTER DELETE ON product_attribute REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part();
CREATE TRIGGER product_property_insert_refreshes_search AFTER INSERT ON product_property REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part();
CREATE TRIGGER product_property_update_refreshes_search AFTER UPDATE ON product_property REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part();
CREATE TRIGGER product_property_delete_refreshes_search AFTER DELETE ON product_property REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part();
CREATE TRIGGER price_range_insert_refreshes_search AFTER INSERT ON product_price_range REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part('filters');
CREATE TRIGGER price_range_delete_refreshes_search AFTER DELETE ON product_price_range REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_part('filters');

CREATE FUNCTION search.follow_price_range() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.await_refresh(ARRAY(
    SELECT n.product_id FROM now_is n LEFT JOIN was w ON w.product_id = n.product_id AND w.currency = n.currency
    WHERE n.min_minor IS DISTINCT FROM w.min_minor), false);
  RETURN NULL;
END $$;
CREATE TRIGGER price_range_update_refreshes_search AFTER UPDATE ON product_price_range REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION search.follow_price_range();

-- Stock moves with every order; a document changes only when the last unit goes or the first comes.
CREATE FUNCTION search.follow_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM search.await_refresh(array_agg(v.product_id), false)
    FROM now_is n JOIN was w ON w.variant_id = n.variant_id AND w.location_id = n.location_id JOIN product_variant v ON v.id = n.variant_id
    WHERE (n.active AND n.on_hand + n.backorder_limit > n.allocated) <> (w.active AND w.on_hand + w.backorder_limit > w.allocated)
    HAVING count(*) > 0;
  ELSE
    PERFORM search.await_refresh(array_agg(v.product_id), false)
    FROM changed c JOIN product_variant v ON v.id = c.variant_id WHERE c.active AND c.on_hand + c.backorder_limit > c.allocated
    HAVING count(*) > 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stock_level_insert_refreshes_search AFTER INSERT ON stock_level REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_stock();
CREATE TRIGGER stock_level_update_refreshes_search AFTER UPDATE ON stock_level REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION search.follow_stock();
CREATE TRIGGER stock_level_delete_refreshes_search AFTER DELETE ON stock_level REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow_stock();

CREATE FUNCTION search.follow_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.await_refresh(ARRAY(
    SELECT pc.product_id FROM product_category pc JOIN category c ON c.id = pc.category_id WHERE starts_with(c.path || '/', NEW.path || '/')), true);
  RETURN NULL;
END $$;
CREATE TRIGGER category_update_refreshes_search AFTER UPDATE ON category
  FOR EACH ROW WHEN ((OLD.name, OLD.path) IS DISTINCT FROM (NEW.name, NEW.path)) EXECUTE FUNCTION search.follow_category();

CREATE FUNCTION search.follow_attribute_value() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.await_refresh(ARRAY(SELECT product_id FROM product_attribute WHERE attribute_value_id = NEW.id), true);
  RETURN NULL;
END $$;
CREATE TRIGGER attribute_value_update_refreshes_search AFTER UPDATE ON attribute_value
  FOR EACH ROW WHEN (OLD.label IS DISTINCT FROM NEW.label) EXECUTE FUNCTION search.follow_attribute_value();

CREATE FUNCTION search.follow_synonym() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN DELETE FROM search.synonym WHERE synonym_id = OLD.id; END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  WITH side AS (
    SELECT n, search.words(w) AS words FROM unnest(NEW.words) WITH ORDINALITY AS given (w, n)
    UNION ALL SELECT 0, search.words(NEW.term) WHERE NEW.term IS NOT NULL
  ), found AS (
    SELECT n, words, ARRAY(SELECT search.lexeme(w) FROM unnest(words) WITH ORDINALITY AS u (w, place) WHERE search.lexeme(w) IS NOT NULL ORDER BY place) AS lexemes
    FROM side
  )
  INSERT INTO search.synonym (synonym_id, key, words, lexemes)
  SELECT NEW.id, k.key, meant.words, meant.lexemes
  FROM found asked JOIN found meant ON meant.n <> asked.n AND meant.lexemes <> asked.lexemes
  -- Two words are also asked for written as one.
  CROSS JOIN LATERAL (
    SELECT array_to_string(asked.lexemes, ' ') UNION SELECT search.lexeme(array_to_string(asked.words, '')) WHERE cardinality(asked.words) = 2
  ) AS k (key)
  WHERE asked.lexemes <> '{}' AND meant.lexemes <> '{}' AND (NEW.term IS NULL OR (asked.n = 0 AND meant.n > 0));
  -- So that a misspelt synonym is corrected too.
  INSERT INTO search.word (word, lexeme, documents, deletions)
  SELECT DISTINCT word COLLATE "C", search.lexeme(word), 0, coalesce(search.deletions(word), '{}')
  FROM unnest(coalesce(NEW.term, '') || NEW.words) AS given (text), unnest(search.words(given.text)) AS w (word)
  WHERE search.lexeme(word) IS NOT NULL ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER synonym_is_followed AFTER INSERT OR UPDATE OR DELETE ON search_synonym FOR EACH ROW EXECUTE FUNCTION search.follow_synonym();

-- Counts the vocabulary again and forgets words that no product has; says where tiers begin.
CREATE FUNCTION search.count_words() RETURNS void LANGUAGE plpgsql AS $$
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
      SELECT percentile_disc(ARRAY[2 / 3.0, 0.9, 29 / 30.0]) WITHIN GROUP (ORDER BY popularity) FROM search.product_document
      HAVING count(*) > 3000), '{}');
END $$;

-- Gives a batch of documents after `after` the popularity and tiers of now; answers where the next batch begins, null at the end.
CREATE FUNCTION search.rank_documents(after uuid, most int) RETURNS uuid LANGUAGE plpgsql AS $$
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
      OR EXISTS (SELECT FROM generate_series(1, 3) AS n WHERE (d.document @@ ('''tier.' || n || '''')::tsquery) <> coalesce(b.popularity >= s.tiers[n], false))
    ORDER BY 1 FOR NO KEY UPDATE OF d
  ), written AS (
    UPDATE search.product_document d SET popularity = c.popularity,
      document = ts_delete(d.document, ARRAY['tier.1', 'tier.2', 'tier.3']) || c.marks
    FROM changed c WHERE c.product_id = d.product_id
  )
  SELECT (array_agg(product_id ORDER BY product_id DESC))[1] INTO last FROM batch HAVING count(*) = most;
  RETURN last;
END $$;

-- What the vocabulary says of a query's words: how common they are, what they may be misspelt or half-typed for, what means the
-- same, and which products have the code. A function, so that its plan, which is no small one, is made once per connection.
CREATE FUNCTION search.read_query(texts text[], wanted_code text) RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  beyond constant text := chr(1114111);
BEGIN
  RETURN (
    WITH typed AS MATERIALIZED (
      SELECT given.clause::int - 1 AS clause, w.place::int AS place, left(w.word, 60) AS word, search.lexeme(left(w.word, 60)) AS lexeme
      FROM unnest(texts) WITH ORDINALITY AS given (text, clause), unnest(search.words(given.text)) WITH ORDINALITY AS w (word, place)
      ORDER BY 1, 2 LIMIT 16
    ), token AS MATERIALIZED (
      SELECT t.*, coalesce((SELECT sum(w.documents)::int FROM search.word w WHERE w.lexeme = t.lexeme), 0) AS documents
      FROM (
        SELECT typed.*, lead(word) OVER (PARTITION BY clause ORDER BY place) AS next,
          row_number() OVER (ORDER BY clause DESC, place DESC) = 1 AS is_last
        FROM typed
      ) t WHERE t.lexeme IS NOT NULL
    )
    SELECT json_build_object('documents', s.documents, 'hasTiers', s.tiers <> '{}',
      'tokens', (SELECT json_agg(json_build_object(
        'clause', t.clause, 'place', t.place, 'word', t.word, 'lexeme', t.lexeme, 'documents', t.documents,
        'joined', search.lexeme(t.word || t.next),
        'isFound', t.documents > 0 OR EXISTS (SELECT FROM search.product_document d WHERE d.document @@ ('''' || t.lexeme || '''')::tsquery),
        'near', CASE WHEN t.documents = 0 AND length(t.word) BETWEEN 3 AND 24 THEN search.near_words(t.word) END,
        'longer', CASE WHEN (t.is_last OR t.documents = 0) AND t.word ~ '^([[:alpha:]]$|..)' AND (t.is_last OR length(t.word) > 1) THEN search.longer_words(t.word, t.word || beyond) END
      ) ORDER BY t.clause, t.place) FROM token t),
      'synonyms', (
        SELECT json_agg(json_build_object('clause', f.clause, 'first', f.first, 'last', f.last, 'words', y.words, 'lexemes', y.lexemes))
        FROM (
          SELECT a.clause, a.place AS first, b.place AS last, (
            SELECT string_agg(m.lexeme, ' ' ORDER BY m.place) FROM token m WHERE m.clause = a.clause AND m.place BETWEEN a.place AND b.place) AS key
          FROM token a JOIN token b ON b.clause = a.clause AND b.place BETWEEN a.place AND a.place + 3
        ) f JOIN search.synonym y ON y.key = f.key),
      'codes', CASE WHEN wanted_code <> '' THEN search.products_with_code(wanted_code, wanted_code || beyond, reverse(wanted_code) || beyond) END)
    FROM search.statistic s);
END $$;

CREATE FUNCTION search.synonyms_of(lexeme text) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_agg(json_build_object('words', y.words, 'lexemes', y.lexemes)) FROM search.synonym y WHERE y.key = lexeme
$$;

CREATE FUNCTION search.near_words(typed text) RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (SELECT json_agg(n) FROM (
    SELECT w.word, w.lexeme, w.documents, search.synonyms_of(w.lexeme) AS synonyms
    FROM (
      SELECT word, lexeme, documents FROM search.word WHERE deletions && search.deletions(typed)
      UNION SELECT word, lexeme, documents FROM search.word WHERE length(typed) >= 5 AND word % typed AND similarity(word, typed) >= 0.4
    ) w ORDER BY abs(length(w.word) - length(typed)), w.documents DESC LIMIT 60
  ) n);
END $$;

CREATE FUNCTION search.longer_words(typed text, beyond text) RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (SELECT json_agg(n) FROM (
    SELECT w.word, w.lexeme, w.documents, search.synonyms_of(w.lexeme) AS synonyms
    FROM (SELECT * FROM search.word WHERE word > typed AND word < beyond ORDER BY documents DESC, word LIMIT 12) w
  ) n);
END $$;

-- 3: exactly, 2: it begins with it, 1: it ends with it.
CREATE FUNCTION search.products_with_code(wanted text, beyond text, reverse_beyond text) RETURNS json LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (SELECT json_agg(json_build_object('id', c.product_id, 'fit', c.fit)) FROM (
    SELECT product_id, max(CASE WHEN code = wanted THEN 3 WHEN starts_with(code, wanted) THEN 2 ELSE 1 END) AS fit
    FROM search.product_code
    WHERE code >= wanted AND code < beyond
      OR reverse(code) COLLATE "C" >= reverse(wanted) AND reverse(code) COLLATE "C" < reverse_beyond
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 60
  ) c);
END $$;

-- What was asked in the last 30 days; who asks writes to it too, so that it is never far behind.
CREATE FUNCTION search.count_recent_queries() RETURNS void LANGUAGE sql AS $$
  DELETE FROM search.recent_query WHERE last_at < now() - interval '30 days' OR (searches < 3 AND last_at < now() - interval '1 day');
  INSERT INTO search.recent_query AS r (query, searches, result_count, last_at)
  SELECT query, sum(searches)::int, (array_agg(result_count ORDER BY day DESC))[1], max(last_at)
  FROM search_query WHERE day > current_date - 30 GROUP BY query HAVING sum(searches) > 2 ORDER BY query COLLATE "C"
  ON CONFLICT (query) DO UPDATE SET searches = excluded.searches, result_count = excluded.result_count, last_at = excluded.last_at
$$;

SELECT search.refresh_products(ids) FROM (
  SELECT array_agg(id ORDER BY id) AS ids FROM (SELECT id, row_number() OVER (ORDER BY id) / 1000 AS batch FROM product) AS p GROUP BY batch
) AS batches;
SELECT search.count_words();
