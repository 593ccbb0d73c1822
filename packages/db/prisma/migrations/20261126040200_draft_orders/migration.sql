-- An order that staff put together. It becomes an order once at most.
CREATE TABLE "draft_order" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token" TEXT NOT NULL,
    "order_id" UUID,
    "customer_id" UUID,
    "email" TEXT,
    "currency" CHAR(3) NOT NULL,
    "shipping_address" JSONB,
    "shipping_method" TEXT,
    "shipping_minor" BIGINT,
    "discount_minor" BIGINT NOT NULL DEFAULT 0,
    "note" TEXT,
    "message" TEXT,
    "staff_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "reserved_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "link_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "draft_order_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "draft_order_amounts" CHECK ("discount_minor" >= 0 AND ("shipping_minor" IS NULL OR "shipping_minor" >= 0)),
    CONSTRAINT "draft_order_sent_with_link" CHECK (("sent_at" IS NULL) = ("link_expires_at" IS NULL))
);
CREATE UNIQUE INDEX "draft_order_token_key" ON "draft_order" ("token");
CREATE UNIQUE INDEX "draft_order_order_id_key" ON "draft_order" ("order_id");
CREATE INDEX "draft_order_updated_at_id_idx" ON "draft_order" ("updated_at" DESC, "id" DESC);
CREATE INDEX "draft_order_customer_id_idx" ON "draft_order" ("customer_id");
ALTER TABLE "draft_order" ADD CONSTRAINT "draft_order_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_order" ADD CONSTRAINT "draft_order_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A price of staff's own, or today's while there is none.
CREATE TABLE "draft_order_line" (
    "draft_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "variant_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price_minor" BIGINT,
    CONSTRAINT "draft_order_line_pkey" PRIMARY KEY ("draft_id", "position"),
    CONSTRAINT "draft_order_line_in_range" CHECK ("quantity" BETWEEN 1 AND 9999 AND ("unit_price_minor" IS NULL OR "unit_price_minor" >= 0))
);
CREATE INDEX "draft_order_line_variant_id_idx" ON "draft_order_line" ("variant_id");
ALTER TABLE "draft_order_line" ADD CONSTRAINT "draft_order_line_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft_order" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_order_line" ADD CONSTRAINT "draft_order_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "stock_reservation" ADD COLUMN "draft_id" UUID;
CREATE INDEX "stock_reservation_draft_id_idx" ON "stock_reservation" ("draft_id") WHERE "draft_id" IS NOT NULL;
