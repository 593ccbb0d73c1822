-- An order has one payment for itself and may have further ones for differences.
ALTER TYPE "payment_status" ADD VALUE 'partially_captured' AFTER 'authorised';
CREATE TYPE "payment_purpose" AS ENUM ('order', 'difference');
CREATE TYPE "payment_provider" AS ENUM ('stripe', 'manual');
CREATE TYPE "payment_method" AS ENUM ('card', 'invoice', 'cash_on_delivery');

ALTER TABLE "payment"
  ADD COLUMN "purpose" "payment_purpose" NOT NULL DEFAULT 'order',
  ADD COLUMN "provider" "payment_provider" NOT NULL DEFAULT 'stripe',
  ADD COLUMN "method" "payment_method" NOT NULL DEFAULT 'card',
  ADD CONSTRAINT "payment_method_of_provider" CHECK (("provider" = 'stripe') = ("method" = 'card'));
CREATE UNIQUE INDEX "payment_one_for_order" ON "payment" ("order_id") WHERE "purpose" = 'order';
CREATE INDEX "payment_order_id_idx" ON "payment" ("order_id");
DROP INDEX "payment_order_id_key";

-- Money that came past the gateway, in parts or at once, as staff wrote it down. Append-only.
CREATE TABLE "payment_receipt" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "payment_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reference" TEXT,
    "staff_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "payment_receipt_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "payment_receipt_amount_positive" CHECK ("amount_minor" > 0)
);
CREATE INDEX "payment_receipt_payment_id_idx" ON "payment_receipt" ("payment_id");
ALTER TABLE "payment_receipt" ADD CONSTRAINT "payment_receipt_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One request may be shared by several payments: one row for each, under one key.
ALTER TABLE "refund" ADD COLUMN "request_key" TEXT, ADD COLUMN "reference" TEXT;
CREATE UNIQUE INDEX "refund_request_key_payment_id_key" ON "refund" ("request_key", "payment_id");

-- What lists show of all the payments of an order, derived by trigger.
ALTER TABLE "order" ADD COLUMN "payment_status" "payment_status" NOT NULL DEFAULT 'pending';
UPDATE "order" o SET payment_status = p.status FROM payment p WHERE p.order_id = o.id AND p.status <> 'pending';

CREATE FUNCTION payment_status_of_order(asked UUID) RETURNS payment_status STABLE LANGUAGE plpgsql AS $$
DECLARE
  found RECORD;
BEGIN
  SELECT count(*) AS payments, min(status) AS only_status, bool_or(status = 'review') AS review, bool_or(status = 'failed') AS failed,
         bool_or(status = 'authorised') AS authorised, sum(amount_minor) AS amount, sum(captured_minor) AS captured,
         sum(refunded_minor) AS refunded INTO found
  FROM payment WHERE order_id = asked AND status <> 'cancelled';
  RETURN CASE
    WHEN found.payments = 0 THEN 'cancelled'
    WHEN found.payments = 1 THEN found.only_status
    WHEN found.review THEN 'review'
    WHEN found.captured = 0 AND found.authorised THEN 'authorised'
    WHEN found.captured = 0 AND found.failed THEN 'failed'
    WHEN found.captured = 0 AND found.amount > 0 THEN 'pending'
    WHEN found.captured > 0 AND found.refunded = found.captured THEN 'refunded'
    WHEN found.captured < found.amount THEN 'partially_captured'
    WHEN found.refunded > 0 THEN 'partially_refunded'
    ELSE 'captured'
  END::payment_status;
END $$;

CREATE FUNCTION follow_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole payment_status := payment_status_of_order(NEW.order_id);
BEGIN
  UPDATE "order" SET payment_status = whole WHERE id = NEW.order_id AND payment_status <> whole;
  RETURN NULL;
END $$;
CREATE TRIGGER "payment_insert_is_followed" AFTER INSERT ON "payment"
  FOR EACH ROW WHEN (NEW.purpose <> 'order' OR NEW.status <> 'pending') EXECUTE FUNCTION follow_payments();
CREATE TRIGGER "payment_update_is_followed" AFTER UPDATE ON "payment"
  FOR EACH ROW WHEN ((OLD.status, OLD.amount_minor, OLD.captured_minor, OLD.refunded_minor)
                     IS DISTINCT FROM (NEW.status, NEW.amount_minor, NEW.captured_minor, NEW.refunded_minor))
  EXECUTE FUNCTION follow_payments();
