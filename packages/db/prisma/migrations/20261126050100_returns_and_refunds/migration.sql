-- Delivery is told by parcel, and a parcel that was entered by mistake is voided: its units are unshipped again.
ALTER TABLE "shipment"
  ADD COLUMN "delivered_at" TIMESTAMPTZ(3),
  ADD COLUMN "voided_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "shipment_voided_before_delivery" CHECK ("voided_at" IS NULL OR "delivered_at" IS NULL);
UPDATE "shipment" s SET delivered_at = (
  SELECT max(t.created_at) FROM order_timeline t WHERE t.order_id = s.order_id AND t.to_status = 'delivered'
) FROM "order" o WHERE o.id = s.order_id AND o.status = 'delivered';

-- Units that were cancelled before they were shipped. The line keeps what was sold.
ALTER TABLE "order_line"
  ADD COLUMN "cancelled_quantity" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "order_line_units_accounted" CHECK (0 <= "cancelled_quantity" AND "fulfilled_quantity" + "cancelled_quantity" <= "quantity");

-- 12: a voided parcel takes a shipped order back to confirmed.
CREATE OR REPLACE FUNCTION refuse_order_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.status, NEW.status) NOT IN (
    ('pending', 'confirmed'), ('pending', 'cancelled'), ('pending', 'expired'), ('expired', 'confirmed'),
    ('confirmed', 'shipped'), ('confirmed', 'cancelled'), ('shipped', 'delivered'), ('shipped', 'confirmed')
  ) THEN
    RAISE EXCEPTION 'order % cannot go from % to %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- The one row of how the shop takes things back.
CREATE TABLE "return_policy" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "window_days" INTEGER NOT NULL DEFAULT 30,
    "restocking_fee_ppm" INTEGER NOT NULL DEFAULT 0,
    "instructions" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "return_policy_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "return_policy_one_row" CHECK ("id"),
    CONSTRAINT "return_policy_in_range" CHECK ("window_days" BETWEEN 0 AND 3650 AND "restocking_fee_ppm" BETWEEN 0 AND 1000000)
);
INSERT INTO "return_policy" ("instructions") VALUES (
  'Please pack the items well, put a note with the number of your return inside, and send them to the address on your parcel. Keep the receipt until you hear from us.'
);

CREATE TYPE "return_status" AS ENUM ('requested', 'approved', 'rejected', 'in_transit', 'received', 'inspected', 'closed', 'cancelled');
CREATE TYPE "return_resolution" AS ENUM ('refund', 'exchange', 'store_credit');

CREATE TABLE "order_return" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "status" "return_status" NOT NULL DEFAULT 'requested',
    "resolution" "return_resolution" NOT NULL,
    "requested_by" "actor_kind" NOT NULL,
    "message" TEXT,
    "carrier" TEXT,
    "tracking_number" TEXT,
    "exchange_order_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "order_return_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "order_return_order_id_sequence_key" ON "order_return" ("order_id", "sequence");
CREATE UNIQUE INDEX "order_return_exchange_order_id_key" ON "order_return" ("exchange_order_id");
CREATE INDEX "order_return_created_at_id_idx" ON "order_return" ("created_at" DESC, "id" DESC);
CREATE INDEX "order_return_status_created_at_id_idx" ON "order_return" ("status", "created_at" DESC, "id" DESC);
ALTER TABLE "order_return" ADD CONSTRAINT "order_return_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_return" ADD CONSTRAINT "order_return_exchange_order_id_fkey" FOREIGN KEY ("exchange_order_id") REFERENCES "order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "order_return_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "return_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "comment" TEXT,
    "received_quantity" INTEGER NOT NULL DEFAULT 0,
    "restocked_quantity" INTEGER NOT NULL DEFAULT 0,
    "written_off_quantity" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "order_return_line_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_return_line_units" CHECK (
      "quantity" > 0 AND 0 <= "received_quantity" AND "received_quantity" <= "quantity"
      AND 0 <= "restocked_quantity" AND 0 <= "written_off_quantity" AND "restocked_quantity" + "written_off_quantity" <= "received_quantity"
    )
);
CREATE UNIQUE INDEX "order_return_line_return_id_order_line_id_key" ON "order_return_line" ("return_id", "order_line_id");
CREATE INDEX "order_return_line_order_line_id_idx" ON "order_return_line" ("order_line_id");
ALTER TABLE "order_return_line" ADD CONSTRAINT "order_return_line_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "order_return" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_return_line" ADD CONSTRAINT "order_return_line_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 12: the edges of packages/domain/src/return-state.ts and no others.
CREATE FUNCTION refuse_return_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.status, NEW.status) NOT IN (
    ('requested', 'approved'), ('requested', 'rejected'), ('requested', 'cancelled'), ('approved', 'in_transit'),
    ('approved', 'received'), ('approved', 'cancelled'), ('in_transit', 'received'), ('received', 'inspected'), ('inspected', 'closed')
  ) THEN
    RAISE EXCEPTION 'return % cannot go from % to %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "order_return_status_follows_edges" BEFORE UPDATE OF "status" ON "order_return"
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION refuse_return_transition();

-- 3: which units of the ledger came back with which return.
ALTER TABLE "stock_movement" ADD COLUMN "return_line_id" UUID;
CREATE INDEX "stock_movement_return_line_id_idx" ON "stock_movement" ("return_line_id") WHERE "return_line_id" IS NOT NULL;

-- A decision to give money back, and for what. Its rows in "refund" are the money that goes back to payments.
CREATE TYPE "refund_destination" AS ENUM ('payment', 'store_credit', 'exchange');
CREATE TABLE "order_refund" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "return_id" UUID,
    "destination" "refund_destination" NOT NULL,
    "lines_minor" BIGINT NOT NULL,
    "shipping_minor" BIGINT NOT NULL,
    "extra_minor" BIGINT NOT NULL,
    "restocking_fee_minor" BIGINT NOT NULL,
    "return_shipping_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "staff_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "order_refund_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_refund_total_is_sum" CHECK (
      "total_minor" = "lines_minor" + "shipping_minor" + "extra_minor" - "restocking_fee_minor" - "return_shipping_minor"
    ),
    CONSTRAINT "order_refund_in_range" CHECK (
      "lines_minor" >= 0 AND "shipping_minor" >= 0 AND "extra_minor" >= 0 AND "restocking_fee_minor" >= 0
      AND "return_shipping_minor" >= 0 AND "total_minor" >= 0
    )
);
CREATE INDEX "order_refund_order_id_created_at_idx" ON "order_refund" ("order_id", "created_at");
CREATE INDEX "order_refund_staff_id_idx" ON "order_refund" ("staff_id");
-- What came back is paid for once.
CREATE UNIQUE INDEX "order_refund_return_id_key" ON "order_refund" ("return_id", "destination");
ALTER TABLE "order_refund" ADD CONSTRAINT "order_refund_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_refund" ADD CONSTRAINT "order_refund_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "order_return" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_refund" ADD CONSTRAINT "order_refund_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "refund_line" (
    "order_refund_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    CONSTRAINT "refund_line_pkey" PRIMARY KEY ("order_refund_id", "order_line_id"),
    CONSTRAINT "refund_line_in_range" CHECK ("quantity" > 0 AND "amount_minor" >= 0 AND "tax_minor" >= 0)
);
CREATE INDEX "refund_line_order_line_id_idx" ON "refund_line" ("order_line_id");
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_order_refund_id_fkey" FOREIGN KEY ("order_refund_id") REFERENCES "order_refund" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "refund" ADD COLUMN "order_refund_id" UUID;
CREATE INDEX "refund_order_refund_id_idx" ON "refund" ("order_refund_id");
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_refund_id_fkey" FOREIGN KEY ("order_refund_id") REFERENCES "order_refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
