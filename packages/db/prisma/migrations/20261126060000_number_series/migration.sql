-- One row for each sequence of numbers. Taking a number updates its row, so that the next one waits until this transaction
-- ends: a number that was rolled back is given out again, and there are no gaps.
CREATE TABLE number_series (
  kind TEXT NOT NULL,
  prefix TEXT NOT NULL DEFAULT '',
  next_number INTEGER NOT NULL,
  CONSTRAINT number_series_pkey PRIMARY KEY (kind),
  CONSTRAINT number_series_next_positive CHECK (next_number > 0),
  CONSTRAINT number_series_prefix_short CHECK (prefix ~ '^[A-Z0-9-]{0,12}$')
) WITH (fillfactor = 10);

CREATE FUNCTION take_number(series TEXT) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE taken INTEGER;
BEGIN
  UPDATE number_series SET next_number = next_number + 1 WHERE kind = series RETURNING next_number - 1 INTO taken;
  IF taken IS NULL THEN RAISE EXCEPTION 'there is no series of numbers %', series; END IF;
  RETURN taken;
END $$;

-- Nobody places an order between the last number of the sequence and the first of the series.
LOCK TABLE "order" IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO number_series (kind, prefix, next_number)
SELECT 'order', '', GREATEST(COALESCE(MAX(number), 0) + 1, 100001) FROM "order";
INSERT INTO number_series (kind, prefix, next_number)
VALUES ('invoice', 'INV-', 1001), ('credit_note', 'CN-', 1001), ('packing_slip', 'PS-', 1001);

ALTER TABLE "order" ALTER COLUMN number SET DEFAULT take_number('order');
DROP SEQUENCE order_number_seq;
