/** As in the catalogue: nothing depends on chance or on when it runs. `time_id` is a UUID of version 7 for a moment. */
export const prepareOrders = `
  CREATE OR REPLACE FUNCTION pg_temp.dice(n bigint, salt int, sides int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT ((hashint8extended(n, salt) & 9223372036854775807) % sides)::int
  $$;
  CREATE OR REPLACE FUNCTION pg_temp.time_id(moment timestamptz, kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
      || 'a' || lpad(to_hex(n), 15, '0'))::uuid
  $$;
  CREATE OR REPLACE FUNCTION pg_temp.one_of(given text[], n bigint, salt int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT given[1 + pg_temp.dice(n, salt, cardinality(given))]
  $$`;

/** Variants by number, of which the first are bought most. */
export const findSellable = `
  CREATE TEMPORARY TABLE sellable AS
    SELECT row_number() OVER (ORDER BY v.id) - 1 AS n, v.id AS variant_id, v.sku, v.name AS variant_name, p.name, p.slug,
      coalesce((SELECT amount_minor FROM variant_price WHERE variant_id = v.id AND currency = 'USD'), 1999) AS unit,
      (SELECT id FROM stock_location ORDER BY id LIMIT 1) AS location_id
    FROM product_variant v JOIN product p ON p.id = v.product_id WHERE v.active ORDER BY v.id LIMIT 20000;
  ALTER TABLE sellable ADD PRIMARY KEY (n);
  ANALYZE sellable`;

/** $1 to $2 of $3 orders, after order number $4; $5 is an address. The last hundredth is what staff still work on. */
export const addOrderBatch = `
  WITH numbered AS MATERIALIZED (
    SELECT n, timestamptz '2026-11-01 00:00Z' - ($3::bigint - n) * (interval '3 years' / $3::bigint) AS placed_at,
      pg_temp.dice(n, 51, 1000) AS fate, n > $3::bigint - $3::bigint / 100 AS fresh,
      CASE WHEN pg_temp.dice(n, 52, 100) < 85 THEN pg_temp.one_of('{US,US,US,US,US,US,GB,GB,DE,DE,FR,CA}', n, 53)
        ELSE pg_temp.one_of('{NL,BE,AT,IE,ES,IT,SE,DK,FI,PT,PL,CZ,LU,NO,CH,AU,NZ,JP}', n, 54) END AS country
    FROM generate_series($1::bigint, $2::bigint) AS n
  ), stated AS MATERIALIZED (
    SELECT *, (CASE
        WHEN fresh AND fate < 80 THEN 'pending' WHEN fresh AND fate < 600 THEN 'confirmed' WHEN fresh AND fate < 850 THEN 'shipped'
        WHEN fate < 880 THEN 'delivered' WHEN fate < 900 THEN 'shipped' WHEN fate < 905 THEN 'confirmed'
        WHEN fate < 960 THEN 'cancelled' ELSE 'expired' END)::order_status AS status,
      pg_temp.time_id(placed_at, 1, n) AS id,
      CASE WHEN country = 'GB' THEN 'GBP' WHEN country IN ('US', 'CA', 'AU', 'NZ', 'JP') THEN 'USD' ELSE 'EUR' END AS currency,
      pg_temp.one_of('{Ada,Grace,Alan,Edsger,Barbara,Donald,Radia,Tim,Hedy,Katherine,Dorothy,Mary,Annie,Frances,Jean,Joan}', n, 55)
        || ' ' || initcap(pg_temp.one_of('{lovelace,hopper,turing,dijkstra,liskov,knuth,perlman,berners,lamarr,johnson,vaughan,jackson,easley,allen,sammet,clarke,moreno,okafor,tanaka,schmidt,dubois,rossi,novak,larsen}', n, 56)) AS name,
      pg_temp.dice(n, 57, 300000) AS reader
    FROM numbered
  ), bought AS MATERIALIZED (
    SELECT s.n, s.id, s.status, s.placed_at, position, 1 + pg_temp.dice(s.n * 4 + position, 58, 3) AS quantity, g.*
    FROM stated s, generate_series(1, 1 + pg_temp.dice(s.n, 59, 3)) AS position
    JOIN LATERAL (
      SELECT variant_id, sku, variant_name, sellable.name AS product_name, slug, unit, location_id FROM sellable
      WHERE sellable.n = floor(power(pg_temp.dice(s.n * 4 + position, 60, 1000000) / 1000000.0, 3) * (SELECT count(*) FROM sellable))::bigint
    ) g ON true
  ), sums AS MATERIALIZED (
    SELECT n, sum(unit * quantity)::bigint AS subtotal FROM bought GROUP BY n
  ), ordered AS (
    INSERT INTO "order" (id, number, token, email, status, fulfilment_status, payment_status, currency, subtotal_minor, discount_minor,
      shipping_minor, tax_minor, tax_inclusive, total_minor, shipping_method, shipping_name, shipping_address, country, placed_at,
      expires_at, confirmed_at, cancelled_at)
    SELECT id, $4::int + n, lpad('b' || ($4::int + n), 32, '0'), 'reader-' || reader || '@example.com', status,
      (CASE WHEN status IN ('shipped', 'delivered') THEN 'fulfilled'
        WHEN status = 'confirmed' AND fate % 10 = 0 THEN 'partially_fulfilled' ELSE 'unfulfilled' END)::fulfilment_status,
      (CASE WHEN status = 'pending' THEN CASE WHEN fate % 5 = 0 THEN 'failed' ELSE 'pending' END
        WHEN status = 'expired' THEN 'cancelled'
        WHEN status = 'cancelled' THEN CASE WHEN fate % 2 = 0 THEN 'refunded' ELSE 'cancelled' END
        WHEN fate % 100 = 7 THEN 'partially_refunded' WHEN fate % 200 = 9 THEN 'refunded' WHEN fresh AND fate % 300 = 11 THEN 'review'
        ELSE 'captured' END)::payment_status,
      currency, subtotal, 0, 500, 0, false, subtotal + 500, 'standard', 'Standard',
      $5::jsonb || jsonb_build_object('name', name, 'country', country), country, placed_at, placed_at + interval '1 hour',
      CASE WHEN status IN ('confirmed', 'shipped', 'delivered') THEN placed_at END, CASE WHEN status = 'cancelled' THEN placed_at END
    FROM stated JOIN sums USING (n)
    RETURNING id, number, currency, total_minor, payment_status
  ), lines AS (
    INSERT INTO order_line (id, order_id, variant_id, location_id, position, sku, product_name, product_slug, variant_name, quantity,
      fulfilled_quantity, unit_price_minor, subtotal_minor, discount_minor, tax_minor, total_minor)
    SELECT pg_temp.time_id(placed_at, 1 + position, n), id, variant_id, location_id, position, sku, product_name, slug, variant_name, quantity,
      CASE WHEN status IN ('shipped', 'delivered') THEN quantity ELSE 0 END, unit, unit * quantity, 0, 0, unit * quantity
    FROM bought
  )
  INSERT INTO payment (order_id, status, currency, amount_minor, authorised_minor, captured_minor, refunded_minor)
  SELECT id, payment_status, currency, total_minor, paid, paid,
    CASE payment_status WHEN 'refunded' THEN paid WHEN 'partially_refunded' THEN paid / 2 ELSE 0 END
  FROM ordered, LATERAL (SELECT CASE WHEN payment_status IN ('captured', 'partially_refunded', 'refunded') THEN total_minor ELSE 0 END AS paid) p`;

/** After order number $1: tags from frequent to rare, risks and returns. */
export const addOrderMarks: readonly string[] = [
  `INSERT INTO order_tag (order_id, tag)
   SELECT o.id, t.tag FROM "order" o
   JOIN (VALUES ('vip', 5000), ('gift', 2000), ('wholesale', 500), ('fragile', 10)) AS t (tag, share)
     ON pg_temp.dice(o.number, 61 + length(t.tag), 100000) < t.share
   WHERE o.number > $1`,
  `INSERT INTO order_risk (order_id, rule, holds)
   SELECT id, 'manual', true FROM "order" WHERE number > $1 AND pg_temp.dice(number, 71, 1000) < 3`,
  `INSERT INTO order_return (order_id, sequence, status, resolution, requested_by)
   SELECT id, 1, (CASE WHEN pg_temp.dice(number, 73, 20) = 0 THEN 'requested' ELSE 'closed' END)::return_status, 'refund', 'customer'
   FROM "order" WHERE number > $1 AND status = 'delivered' AND pg_temp.dice(number, 72, 100) = 0`,
];

/** The next order takes the number after the last one. */
export const numberOrders = `
  UPDATE number_series SET next_number = greatest(next_number, (SELECT max(number) + 1 FROM "order")) WHERE kind = 'order'`;
