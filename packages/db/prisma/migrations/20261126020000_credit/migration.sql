-- CreateEnum
CREATE TYPE "product_kind" AS ENUM ('goods', 'gift_card');

-- CreateEnum
CREATE TYPE "credit_account_kind" AS ENUM ('gift_card', 'store_credit');

-- CreateEnum
CREATE TYPE "credit_entry_kind" AS ENUM ('issued', 'spent', 'returned', 'adjusted');

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "kind" "product_kind" NOT NULL DEFAULT 'goods';

-- AlterTable
ALTER TABLE "cart_line" ADD COLUMN     "gifts" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "credit_minor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "kind" "product_kind" NOT NULL DEFAULT 'goods',
ADD COLUMN     "gifts" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "credit_account" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "credit_account_kind" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "balance_minor" BIGINT NOT NULL DEFAULT 0,
    "customer_id" UUID,
    "code_seed" TEXT,
    "code_hash" TEXT,
    "last_four" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "order_id" UUID,
    "order_line_id" UUID,
    "unit" INTEGER,
    "recipient_name" TEXT,
    "recipient_email" TEXT,
    "sender_name" TEXT,
    "message" TEXT,
    "deliver_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_entry" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "credit_entry_kind" NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "balance_after_minor" BIGINT NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "order_id" UUID,
    "staff_id" UUID,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_credit" (
    "cart_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_credit_pkey" PRIMARY KEY ("cart_id","account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "credit_account_code_hash_key" ON "credit_account"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "credit_account_order_line_id_unit_key" ON "credit_account"("order_line_id", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "credit_account_customer_id_currency_key" ON "credit_account"("customer_id", "currency");

-- CreateIndex
CREATE INDEX "credit_account_kind_created_at_id_idx" ON "credit_account"("kind", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "credit_account_last_four_idx" ON "credit_account"("last_four");

-- CreateIndex
CREATE INDEX "credit_account_recipient_email_idx" ON "credit_account"("recipient_email");

-- CreateIndex
CREATE INDEX "credit_account_order_id_idx" ON "credit_account"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entry_key_key" ON "credit_entry"("key");

-- CreateIndex
CREATE INDEX "credit_entry_account_id_created_at_id_idx" ON "credit_entry"("account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "credit_entry_order_id_idx" ON "credit_entry"("order_id");

-- CreateIndex
CREATE INDEX "cart_credit_account_id_idx" ON "cart_credit"("account_id");

-- AddForeignKey
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "credit_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_credit" ADD CONSTRAINT "cart_credit_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_credit" ADD CONSTRAINT "cart_credit_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "credit_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 14: a balance is never below zero, and is the sum of its entries.
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_balance_in_range" CHECK ("balance_minor" BETWEEN 0 AND 9007199254740991);
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_has_owner" CHECK (
  CASE "kind"
    WHEN 'gift_card' THEN "customer_id" IS NULL AND "code_seed" IS NOT NULL AND "code_hash" IS NOT NULL AND "last_four" IS NOT NULL
    ELSE "code_hash" IS NULL AND "code_seed" IS NULL AND "last_four" IS NULL AND "order_line_id" IS NULL
  END
);
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_line_and_unit" CHECK (("order_line_id" IS NULL) = ("unit" IS NULL));
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_direction" CHECK (
  CASE "kind" WHEN 'issued' THEN "amount_minor" > 0 WHEN 'spent' THEN "amount_minor" < 0 WHEN 'returned' THEN "amount_minor" > 0
    ELSE "amount_minor" <> 0 END
);
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_of_order" CHECK ("kind" NOT IN ('spent', 'returned') OR "order_id" IS NOT NULL);
ALTER TABLE "order" ADD CONSTRAINT "order_credit_in_range" CHECK ("credit_minor" >= 0);
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_gifts_are_units" CHECK ("gifts" = '[]' OR jsonb_array_length("gifts") = "quantity");

-- A row of the ledger changes a balance, and nothing else does. Each row takes the lock of its account before it takes its time,
-- id and balance; the balances are applied once per statement. What goes back for an order is never more than it took.
CREATE FUNCTION place_credit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  balance bigint;
BEGIN
  PERFORM 1 FROM credit_account WHERE id = NEW.account_id FOR NO KEY UPDATE;
  IF NEW.created_at = now()::timestamptz(3) THEN
    NEW.created_at := clock_timestamp();
    NEW.id := uuid_v7();
  END IF;
  IF NEW.kind = 'returned' AND NEW.amount_minor + (SELECT coalesce(sum(amount_minor), 0) FROM credit_entry
    WHERE order_id = NEW.order_id AND account_id = NEW.account_id AND kind IN ('spent', 'returned')) > 0
  THEN
    RAISE EXCEPTION 'more would go back to credit account % than order % took', NEW.account_id, NEW.order_id USING ERRCODE = 'check_violation';
  END IF;
  -- Rows of this statement that came before are seen here, though not yet applied to the account.
  SELECT balance_after_minor INTO balance FROM credit_entry
  WHERE account_id = NEW.account_id ORDER BY created_at DESC, id DESC LIMIT 1;
  NEW.balance_after_minor := coalesce(balance, 0) + NEW.amount_minor;
  RETURN NEW;
END $$;
CREATE TRIGGER "credit_entry_is_placed" BEFORE INSERT ON "credit_entry" FOR EACH ROW EXECUTE FUNCTION place_credit_entry();

CREATE FUNCTION apply_credit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE credit_account a SET balance_minor = a.balance_minor + booked.amount
  FROM (SELECT account_id, sum(amount_minor)::bigint AS amount FROM come GROUP BY 1) booked
  WHERE a.id = booked.account_id AND booked.amount <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "credit_entry_is_applied" AFTER INSERT ON "credit_entry" REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION apply_credit_entries();

-- Words of staff may be taken out once; everything else stays as it was booked.
CREATE FUNCTION refuse_credit_entry_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.note IS NULL
    AND (NEW.id, NEW.account_id, NEW.key, NEW.kind, NEW.amount_minor, NEW.balance_after_minor, NEW.reason, NEW.created_at)
      = (OLD.id, OLD.account_id, OLD.key, OLD.kind, OLD.amount_minor, OLD.balance_after_minor, OLD.reason, OLD.created_at)
    AND (NEW.order_id, NEW.staff_id) IS NOT DISTINCT FROM (OLD.order_id, OLD.staff_id)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "credit_entry_append_only" BEFORE UPDATE OR DELETE ON "credit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_credit_entry_change();

CREATE FUNCTION refuse_credit_without_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Depth 1 is this trigger, called by a statement; 2 is called by the trigger of the ledger.
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'a balance only changes with a credit_entry' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "credit_account_starts_empty" BEFORE INSERT ON "credit_account"
  FOR EACH ROW WHEN (NEW.balance_minor <> 0) EXECUTE FUNCTION refuse_credit_without_entry();
CREATE TRIGGER "credit_account_follows_ledger" BEFORE UPDATE ON "credit_account"
  FOR EACH ROW WHEN (OLD.balance_minor <> NEW.balance_minor OR OLD.currency <> NEW.currency OR OLD.kind <> NEW.kind)
  EXECUTE FUNCTION refuse_credit_without_entry();

-- A gift card is made when it is sold: each location may promise more of it than anybody buys, none ever has one on a shelf.
CREATE FUNCTION gift_card_backorder() RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 1000000 $$;

CREATE FUNCTION is_gift_card(variant uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM product_variant v JOIN product p ON p.id = v.product_id WHERE v.id = variant AND p.kind = 'gift_card')
$$;

CREATE FUNCTION promise_gift_cards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_gift_card(NEW.variant_id) THEN
    NEW.backorder_limit := gift_card_backorder();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "stock_level_promises_gift_cards" BEFORE INSERT ON "stock_level" FOR EACH ROW EXECUTE FUNCTION promise_gift_cards();

CREATE FUNCTION refuse_gift_card_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_gift_card(NEW.variant_id) THEN
    RAISE EXCEPTION 'gift cards have no stock' USING ERRCODE = 'check_violation', CONSTRAINT = 'stock_movement_of_goods';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "stock_movement_of_goods" BEFORE INSERT ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION refuse_gift_card_stock();

CREATE FUNCTION stock_gift_card_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM product WHERE id = NEW.product_id AND kind = 'gift_card') THEN
    RETURN NEW;
  END IF;
  IF TG_WHEN = 'BEFORE' THEN
    NEW.low_stock_threshold := NULL;
    NEW.weight_grams := 0;
    RETURN NEW;
  END IF;
  INSERT INTO stock_level (variant_id, location_id, on_hand) SELECT NEW.id, l.id, 0 FROM stock_location l ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "product_variant_is_gift_card" BEFORE INSERT OR UPDATE OF "low_stock_threshold", "weight_grams" ON "product_variant"
  FOR EACH ROW EXECUTE FUNCTION stock_gift_card_variant();
CREATE TRIGGER "product_variant_promises_gift_cards" AFTER INSERT ON "product_variant" FOR EACH ROW EXECUTE FUNCTION stock_gift_card_variant();

CREATE FUNCTION stock_gift_cards_of_location() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_level (variant_id, location_id, on_hand)
  SELECT v.id, NEW.id, 0 FROM product p JOIN product_variant v ON v.product_id = p.id WHERE p.kind = 'gift_card'
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "stock_location_promises_gift_cards" AFTER INSERT ON "stock_location" FOR EACH ROW EXECUTE FUNCTION stock_gift_cards_of_location();

-- What a product is stays as it is once somebody bought it or it lies on a shelf.
CREATE FUNCTION change_product_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_WHEN = 'BEFORE' THEN
    IF EXISTS (SELECT FROM product_variant v JOIN order_line l ON l.variant_id = v.id WHERE v.product_id = NEW.id)
      OR EXISTS (SELECT FROM product_variant v JOIN cart_line l ON l.variant_id = v.id WHERE v.product_id = NEW.id)
      OR EXISTS (SELECT FROM product_variant v JOIN stock_movement m ON m.variant_id = v.id WHERE v.product_id = NEW.id)
      OR EXISTS (SELECT FROM product_variant v JOIN stock_level s ON s.variant_id = v.id WHERE v.product_id = NEW.id AND s.allocated <> 0)
    THEN
      RAISE EXCEPTION 'product % is in use as what it is', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'product_kind_in_use';
    END IF;
    RETURN NEW;
  END IF;
  UPDATE stock_level s SET backorder_limit = CASE NEW.kind WHEN 'gift_card' THEN gift_card_backorder() ELSE 0 END
  FROM product_variant v WHERE v.product_id = NEW.id AND s.variant_id = v.id;
  IF NEW.kind = 'gift_card' THEN
    UPDATE product_variant SET low_stock_threshold = NULL, weight_grams = 0 WHERE product_id = NEW.id;
    INSERT INTO stock_level (variant_id, location_id, on_hand)
    SELECT v.id, l.id, 0 FROM product_variant v CROSS JOIN stock_location l WHERE v.product_id = NEW.id ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "product_kind_is_kept" BEFORE UPDATE OF "kind" ON "product"
  FOR EACH ROW WHEN (OLD.kind <> NEW.kind) EXECUTE FUNCTION change_product_kind();
CREATE TRIGGER "product_kind_is_passed_on" AFTER UPDATE OF "kind" ON "product"
  FOR EACH ROW WHEN (OLD.kind <> NEW.kind) EXECUTE FUNCTION change_product_kind();

CREATE INDEX "product_gift_card_idx" ON "product" ("id") WHERE "kind" = 'gift_card';
