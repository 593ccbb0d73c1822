/** What a checkout needs besides goods, and two thousand orders that were delivered. */
export const addPlaces = `
  INSERT INTO stock_location (code, name) VALUES ('bench-main', 'Main warehouse'), ('bench-second', 'Second warehouse')`;

export const addOrders = `
  WITH bought AS (
    SELECT k, v.id AS variant_id, v.sku, v.name AS variant_name, p.name, p.slug, price.amount_minor AS unit, 1 + k % 3 AS quantity,
      (SELECT id FROM stock_location WHERE code = 'bench-main') AS location_id,
      timestamptz '2026-06-01 00:00Z' + k * interval '7 minutes' AS placed_at
    FROM generate_series(1, 2000) AS k
    JOIN product p ON p.id = pg_temp.id(4, 1 + (k * 7) % (SELECT count(*) FROM goods))
    JOIN product_variant v ON v.product_id = p.id AND v.position = 0
    JOIN variant_price price ON price.variant_id = v.id AND price.currency = 'USD'
  ), ordered AS (
    INSERT INTO "order" (id, token, email, status, fulfilment_status, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor,
      tax_inclusive, total_minor, shipping_method, shipping_name, shipping_address, country, placed_at, expires_at, confirmed_at)
    SELECT pg_temp.id(10, k), lpad(k::text, 32, '0'), 'reader-' || k || '@example.com', 'delivered', 'fulfilled', 'USD', unit * quantity, 0, 500, 0,
      false, unit * quantity + 500, 'standard', 'Standard', $1::jsonb, 'US', placed_at, placed_at, placed_at
    FROM bought
  ), lines AS (
    INSERT INTO order_line (order_id, variant_id, location_id, position, sku, product_name, product_slug, variant_name, quantity, fulfilled_quantity,
      unit_price_minor, subtotal_minor, discount_minor, tax_minor, total_minor)
    SELECT pg_temp.id(10, k), variant_id, location_id, 1, sku, name, slug, variant_name, quantity, quantity, unit, unit * quantity, 0, 0, unit * quantity
    FROM bought
  )
  INSERT INTO payment (order_id, status, currency, amount_minor, authorised_minor, captured_minor)
  SELECT pg_temp.id(10, k), 'captured', 'USD', unit * quantity + 500, unit * quantity + 500, unit * quantity + 500 FROM bought`;
