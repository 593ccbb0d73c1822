-- Who sells, as documents and letters say it, and when invoices are written. One row.
CREATE TABLE "shop_business" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "tax_id" TEXT NOT NULL DEFAULT '',
    "registration" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "logo_key" TEXT,
    "payment_terms" TEXT NOT NULL DEFAULT '',
    "invoice_note" TEXT NOT NULL DEFAULT '',
    "packing_note" TEXT NOT NULL DEFAULT '',
    "invoice_rule" TEXT NOT NULL DEFAULT 'confirmed',
    "cart_letters" BOOLEAN NOT NULL DEFAULT true,
    "cart_idle_minutes" INTEGER NOT NULL DEFAULT 240,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_business_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "shop_business_one_row" CHECK ("id" = 1),
    CONSTRAINT "shop_business_invoice_rule" CHECK ("invoice_rule" IN ('confirmed', 'shipped')),
    CONSTRAINT "shop_business_cart_idle" CHECK ("cart_idle_minutes" BETWEEN 30 AND 10080)
);
INSERT INTO "shop_business" ("name", "address", "payment_terms", "packing_note") VALUES ('Turing Goods',
  '{"name": "Turing Goods", "line1": "1 Market Street", "line2": null, "city": "Portland", "region": "OR", "postalCode": "97201", "country": "US", "phone": null}',
  'Paid in full. Thank you.', 'Something not right? Write to us within 30 days.');

-- Invoices, credit notes and packing slips as they were issued: each thing that is documented once (its source), each number once.
CREATE TABLE "order_document" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "snapshot" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_document_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_document_kind" CHECK ("kind" IN ('invoice', 'credit_note', 'packing_slip'))
);
CREATE UNIQUE INDEX "order_document_kind_number_key" ON "order_document"("kind", "number");
CREATE UNIQUE INDEX "order_document_kind_source_id_key" ON "order_document"("kind", "source_id");
CREATE INDEX "order_document_order_id_issued_at_idx" ON "order_document"("order_id", "issued_at");
ALTER TABLE "order_document" ADD CONSTRAINT "order_document_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_document" ADD CONSTRAINT "order_document_snapshot_agrees" CHECK (
  "snapshot" ->> 'kind' = "kind" AND ("snapshot" ->> 'number')::int = "number" AND "snapshot" ->> 'label' = "label");

-- Whom a document names may be taken out; everything else stays as it was issued.
CREATE FUNCTION keep_order_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW.id, NEW.kind, NEW.number, NEW.label, NEW.order_id, NEW.source_id, NEW.issued_at)
      = (OLD.id, OLD.kind, OLD.number, OLD.label, OLD.order_id, OLD.source_id, OLD.issued_at)
    AND NEW.snapshot - 'buyer' = OLD.snapshot - 'buyer' AND NEW.snapshot #>> '{buyer,email}' = 'erased@erased.invalid'
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "order_document_append_only" BEFORE UPDATE OR DELETE ON "order_document"
  FOR EACH ROW EXECUTE FUNCTION keep_order_document();
