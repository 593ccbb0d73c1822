-- A change of an order before it was shipped: what it was and what it became, and what that did to the money. Append-only.
CREATE TABLE "order_edit" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "note" TEXT,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "difference_minor" BIGINT NOT NULL,
    "charge_minor" BIGINT NOT NULL DEFAULT 0,
    "refund_minor" BIGINT NOT NULL DEFAULT 0,
    "payment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "order_edit_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_edit_amounts" CHECK ("charge_minor" >= 0 AND "refund_minor" >= 0)
);
CREATE INDEX "order_edit_order_id_idx" ON "order_edit" ("order_id");
CREATE UNIQUE INDEX "order_edit_payment_id_key" ON "order_edit" ("payment_id");
ALTER TABLE "order_edit" ADD CONSTRAINT "order_edit_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_edit" ADD CONSTRAINT "order_edit_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Units that an edit added and nobody has paid for yet: they are not shipped.
ALTER TABLE "order_line"
  ADD COLUMN "held_quantity" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "order_line_held_within_quantity" CHECK (0 <= "held_quantity" AND "held_quantity" <= "quantity");
