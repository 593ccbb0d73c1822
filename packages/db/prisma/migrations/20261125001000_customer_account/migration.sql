-- What a customer keeps about themselves, and what staff keep about a customer.
ALTER TABLE "customer"
  ADD COLUMN "phone" TEXT,
  ADD COLUMN "tags" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

CREATE INDEX "customer_search_idx" ON "customer" USING gin ((lower("name") || ' ' || "email") gin_trgm_ops);
CREATE INDEX "customer_tags_idx" ON "customer" USING gin ("tags");
CREATE INDEX "customer_name_id_idx" ON "customer" (lower("name"), "id");

-- Address book: one default for delivery (`is_default`) and one for the bill at most, whoever writes at the same moment.
ALTER TABLE "customer_address"
  ADD COLUMN "is_default_billing" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "customer_address" a SET "is_default" = false
WHERE a."is_default" AND EXISTS (
  SELECT FROM "customer_address" b WHERE b."customer_id" = a."customer_id" AND b."is_default" AND b."id" > a."id");
CREATE UNIQUE INDEX "customer_address_one_default_idx" ON "customer_address" ("customer_id") WHERE "is_default";
CREATE UNIQUE INDEX "customer_address_one_default_billing_idx" ON "customer_address" ("customer_id") WHERE "is_default_billing";

-- Each yes and no to marketing with the words it was given to. A record lives as long as its customer; only the network
-- address in it can be forgotten before.
CREATE TABLE "customer_consent" (
  "id" UUID NOT NULL DEFAULT uuid_v7(),
  "customer_id" UUID NOT NULL,
  "purpose" TEXT NOT NULL,
  "granted" BOOLEAN NOT NULL,
  "wording" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "ip_address" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "customer_consent_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "customer_consent" ADD CONSTRAINT "customer_consent_customer_id_fkey"
  FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "customer_consent_customer_id_created_at_idx" ON "customer_consent" ("customer_id", "created_at");

CREATE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- A cascade comes after its customer is gone.
    IF NOT EXISTS (SELECT FROM customer WHERE id = OLD.customer_id) THEN RETURN OLD; END IF;
  ELSIF NEW.ip_address IS NULL AND (NEW.id, NEW.customer_id, NEW.purpose, NEW.granted, NEW.wording, NEW.source, NEW.created_at)
        = (OLD.id, OLD.customer_id, OLD.purpose, OLD.granted, OLD.wording, OLD.source, OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "customer_consent_append_only" BEFORE UPDATE OR DELETE ON "customer_consent"
  FOR EACH ROW EXECUTE FUNCTION refuse_consent_change();

-- `customer.marketing_consent` is the last record. A writer that sets it by itself leaves a record too.
CREATE FUNCTION record_marketing_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('shop.consent_recorded', true) IS DISTINCT FROM NEW.id::text THEN
    INSERT INTO customer_consent (customer_id, purpose, granted, wording, source)
    VALUES (NEW.id, 'marketing_email', NEW.marketing_consent, '', CASE TG_OP WHEN 'INSERT' THEN 'registration' ELSE 'other' END);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "customer_insert_records_consent" AFTER INSERT ON "customer"
  FOR EACH ROW WHEN (NEW.marketing_consent) EXECUTE FUNCTION record_marketing_consent();
CREATE TRIGGER "customer_update_records_consent" AFTER UPDATE OF "marketing_consent" ON "customer"
  FOR EACH ROW WHEN (OLD.marketing_consent IS DISTINCT FROM NEW.marketing_consent) EXECUTE FUNCTION record_marketing_consent();
INSERT INTO "customer_consent" ("customer_id", "purpose", "granted", "wording", "source", "created_at")
SELECT "id", 'marketing_email', true, '', 'registration', "created_at" FROM "customer" WHERE "marketing_consent";

CREATE TABLE "customer_note" (
  "id" UUID NOT NULL DEFAULT uuid_v7(),
  "customer_id" UUID NOT NULL,
  "staff_id" UUID NOT NULL,
  "body" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "customer_note_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "customer_note" ADD CONSTRAINT "customer_note_customer_id_fkey"
  FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "customer_note" ADD CONSTRAINT "customer_note_staff_id_fkey"
  FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "customer_note_customer_id_created_at_idx" ON "customer_note" ("customer_id", "created_at");
CREATE INDEX "customer_note_staff_id_idx" ON "customer_note" ("staff_id");

CREATE TABLE "wishlist_item" (
  "customer_id" UUID NOT NULL,
  "variant_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "wishlist_item_pkey" PRIMARY KEY ("customer_id", "variant_id")
);
ALTER TABLE "wishlist_item" ADD CONSTRAINT "wishlist_item_customer_id_fkey"
  FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "wishlist_item" ADD CONSTRAINT "wishlist_item_variant_id_fkey"
  FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "wishlist_item_variant_id_idx" ON "wishlist_item" ("variant_id");

-- Where the lines of a guest's cart went at sign-in: whoever still holds its token is led there.
ALTER TABLE "cart" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "cart" ADD CONSTRAINT "cart_merged_into_id_fkey"
  FOREIGN KEY ("merged_into_id") REFERENCES "cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "cart_merged_into_id_idx" ON "cart" ("merged_into_id");

-- Two carts of 60 make a line of 120: the limit of 99 is one of typing, not of what a cart may hold.
ALTER TABLE "cart_line" DROP CONSTRAINT "cart_line_quantity_in_range";
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_quantity_in_range" CHECK ("quantity" >= 1);
