-- Promotions of every kind, with conditions, any number of codes, and limits per buyer.
ALTER TABLE "promotion"
  ADD COLUMN "automatic" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "benefit" JSONB,
  ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "exclusive" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "product_ids" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "collection_ids" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "category_ids" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "minimum_quantity" INTEGER,
  ADD COLUMN "customer_group_ids" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "first_order_only" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "countries" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "per_customer_limit" INTEGER,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ALTER COLUMN "code" DROP NOT NULL,
  ALTER COLUMN "kind" DROP NOT NULL;

UPDATE "promotion" SET "created_at" = "starts_at", "updated_at" = "starts_at", "benefit" = CASE "kind"
  WHEN 'percentage' THEN jsonb_build_object('kind', 'percentage', 'ratePpm', "rate_ppm")
  WHEN 'amount' THEN jsonb_build_object('kind', 'amount', 'amountMinor', "amount_minor", 'perItem', false)
  ELSE jsonb_build_object('kind', 'free_shipping') END;

-- What the program before this one writes meanwhile; gone with the columns it reads.
CREATE FUNCTION fill_promotion_benefit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.benefit IS NULL THEN
    NEW.benefit := CASE NEW.kind
      WHEN 'percentage' THEN jsonb_build_object('kind', 'percentage', 'ratePpm', NEW.rate_ppm)
      WHEN 'amount' THEN jsonb_build_object('kind', 'amount', 'amountMinor', NEW.amount_minor, 'perItem', false)
      ELSE jsonb_build_object('kind', 'free_shipping') END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "promotion_benefit_is_filled" BEFORE INSERT ON "promotion" FOR EACH ROW EXECUTE FUNCTION fill_promotion_benefit();

ALTER TABLE "promotion" ALTER COLUMN "benefit" SET NOT NULL;
ALTER TABLE "promotion" DROP CONSTRAINT "promotion_has_terms";
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_has_benefit" CHECK (
  CASE "benefit" ->> 'kind'
    WHEN 'percentage' THEN ("benefit" ->> 'ratePpm')::int BETWEEN 1 AND 1000000
    WHEN 'amount' THEN ("benefit" ->> 'amountMinor')::bigint > 0 AND "currency" IS NOT NULL
    WHEN 'free_shipping' THEN true
    WHEN 'buy_x_get_y' THEN ("benefit" ->> 'buyQuantity')::int > 0 AND ("benefit" ->> 'getQuantity')::int > 0
      AND ("benefit" ->> 'ratePpm')::int BETWEEN 1 AND 1000000
    WHEN 'tiered' THEN jsonb_array_length("benefit" -> 'tiers') > 0
    ELSE false
  END AND ("minimum_subtotal_minor" IS NULL OR "currency" IS NOT NULL)
);
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_numbers_in_range" CHECK (
  coalesce("minimum_subtotal_minor", 1) > 0 AND coalesce("minimum_quantity", 1) > 0 AND coalesce("per_customer_limit", 1) > 0
  AND ("ends_at" IS NULL OR "ends_at" >= "starts_at")
);

CREATE INDEX "promotion_created_at_id_idx" ON "promotion" ("created_at" DESC, "id" DESC);
CREATE INDEX "promotion_automatic_starts_at_idx" ON "promotion" ("automatic", "starts_at");

CREATE TABLE "promotion_code" (
  "id" UUID NOT NULL DEFAULT uuid_v7(),
  "promotion_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "usage_limit" INTEGER,
  "used_count" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "promotion_code_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "promotion_code_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "promotion_code_upper_case" CHECK ("code" = upper("code") AND "code" <> ''),
  -- 14: redemptions <= limit
  CONSTRAINT "promotion_code_used_within_limit" CHECK (0 <= "used_count" AND ("usage_limit" IS NULL OR "used_count" <= "usage_limit"))
);
DROP INDEX "promotion_code_key";
CREATE UNIQUE INDEX "promotion_code_code_key" ON "promotion_code" ("code");
CREATE INDEX "promotion_code_promotion_id_id_idx" ON "promotion_code" ("promotion_id", "id");
INSERT INTO "promotion_code" ("promotion_id", "code", "created_at")
SELECT "id", "code", "created_at" FROM "promotion" WHERE "code" IS NOT NULL;

CREATE TABLE "cart_promotion" (
  "cart_id" UUID NOT NULL,
  "promotion_id" UUID NOT NULL,
  "code_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "cart_promotion_pkey" PRIMARY KEY ("cart_id", "promotion_id"),
  CONSTRAINT "cart_promotion_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "cart_promotion_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "cart_promotion_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "promotion_code"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "cart_promotion_promotion_id_idx" ON "cart_promotion" ("promotion_id");
CREATE INDEX "cart_promotion_code_id_idx" ON "cart_promotion" ("code_id");
INSERT INTO "cart_promotion" ("cart_id", "promotion_id", "code_id")
SELECT c."id", c."promotion_id", k."id" FROM "cart" c JOIN "promotion_code" k ON k."promotion_id" = c."promotion_id";

-- What each promotion took off an order, and whether its use is counted now.
CREATE TABLE "order_promotion" (
  "id" UUID NOT NULL DEFAULT uuid_v7(),
  "order_id" UUID NOT NULL,
  "promotion_id" UUID NOT NULL,
  "code_id" UUID,
  "position" INTEGER NOT NULL,
  "code" TEXT,
  "name" TEXT NOT NULL,
  "discount_minor" BIGINT NOT NULL,
  "shipping_minor" BIGINT NOT NULL,
  "terms" JSONB NOT NULL DEFAULT '{}',
  "buyers" TEXT[] NOT NULL DEFAULT '{}',
  "counted" BOOLEAN NOT NULL DEFAULT true,
  CONSTRAINT "order_promotion_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "order_promotion_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "order_promotion_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "order_promotion_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "promotion_code"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "order_promotion_not_negative" CHECK ("discount_minor" >= 0 AND "shipping_minor" >= 0)
);
CREATE UNIQUE INDEX "order_promotion_order_id_promotion_id_key" ON "order_promotion" ("order_id", "promotion_id");
CREATE INDEX "order_promotion_promotion_id_id_idx" ON "order_promotion" ("promotion_id", "id" DESC);
CREATE INDEX "order_promotion_code_id_idx" ON "order_promotion" ("code_id");
INSERT INTO "order_promotion" ("order_id", "promotion_id", "code_id", "position", "code", "name", "discount_minor", "shipping_minor", "counted")
SELECT o."id", p."id", k."id", 1, o."promotion_code", p."name", o."discount_minor", 0, o."status" NOT IN ('cancelled', 'expired')
FROM "order" o JOIN "promotion" p ON p."id" = o."promotion_id" LEFT JOIN "promotion_code" k ON k."promotion_id" = p."id";

-- `discounts`: [{ promotionId, discountMinor }], the parts of discount_minor that promotions gave.
ALTER TABLE "order_line" ADD COLUMN "discounts" JSONB NOT NULL DEFAULT '[]';

-- How often one buyer has used a promotion: 'customer:' and an id, or 'email:' and a digest of the normalised address.
CREATE TABLE "promotion_use" (
  "promotion_id" UUID NOT NULL,
  "buyer" TEXT NOT NULL,
  "used_count" INTEGER NOT NULL,
  CONSTRAINT "promotion_use_pkey" PRIMARY KEY ("promotion_id", "buyer"),
  CONSTRAINT "promotion_use_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "promotion_use_not_negative" CHECK ("used_count" >= 0)
);

-- Counts one use of each promotion asked about, in the order of their ids: of the promotion and of the code where they have
-- a limit, of each buyer always. Null when all were counted; else nothing is, and the answer says which was refused and why:
-- 'exhausted', 'used_by_you', or 'changed' when it no longer has the version asked about. Rows without a limit are locked
-- against getting one meanwhile, and shared with other buyers.
CREATE FUNCTION redeem_promotions(asked jsonb, buyers text[]) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  wanted record;
  held promotion;
  refused text;
  whose text;
BEGIN
  FOR wanted IN
    SELECT * FROM jsonb_to_recordset(asked) AS a ("promotionId" uuid, "codeId" uuid, "version" int) ORDER BY "promotionId"
  LOOP
    refused := NULL;
    UPDATE promotion SET used_count = used_count + 1
    WHERE id = wanted."promotionId" AND usage_limit IS NOT NULL AND used_count < usage_limit
      AND version = coalesce(wanted.version, version)
    RETURNING * INTO held;
    IF NOT FOUND THEN
      SELECT * INTO held FROM promotion WHERE id = wanted."promotionId" FOR SHARE;
      refused := CASE
        WHEN held.id IS NULL OR held.version <> coalesce(wanted.version, held.version) THEN 'changed'
        WHEN held.usage_limit IS NOT NULL THEN 'exhausted' END;
    END IF;
    IF refused IS NULL AND wanted."codeId" IS NOT NULL THEN
      UPDATE promotion_code SET used_count = used_count + 1
      WHERE id = wanted."codeId" AND usage_limit IS NOT NULL AND used_count < usage_limit;
      IF NOT FOUND AND EXISTS (SELECT FROM promotion_code WHERE id = wanted."codeId" AND usage_limit IS NOT NULL) THEN
        refused := 'exhausted';
      END IF;
    END IF;
    IF refused IS NULL THEN
      FOR whose IN SELECT DISTINCT b FROM unnest(buyers) b ORDER BY b LOOP
        INSERT INTO promotion_use AS u (promotion_id, buyer, used_count) VALUES (wanted."promotionId", whose, 1)
        ON CONFLICT (promotion_id, buyer) DO UPDATE SET used_count = u.used_count + 1
        WHERE held.per_customer_limit IS NULL OR u.used_count < held.per_customer_limit;
        IF NOT FOUND THEN refused := 'used_by_you'; EXIT; END IF;
      END LOOP;
    END IF;
    IF refused IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'PR001', MESSAGE = refused, DETAIL = wanted."promotionId"::text;
    END IF;
  END LOOP;
  RETURN NULL;
EXCEPTION WHEN SQLSTATE 'PR001' THEN
  RETURN jsonb_build_object('promotionId', wanted."promotionId", 'why', refused);
END $$;

-- Gives back what an order's promotions count, once.
CREATE FUNCTION release_promotions(of_order uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  used order_promotion;
BEGIN
  FOR used IN SELECT * FROM order_promotion WHERE order_id = of_order AND counted ORDER BY promotion_id FOR UPDATE LOOP
    UPDATE promotion SET used_count = used_count - 1 WHERE id = used.promotion_id AND usage_limit IS NOT NULL;
    IF NOT FOUND THEN
      -- It had no limit a moment ago: it gets none before this is done.
      PERFORM FROM promotion WHERE id = used.promotion_id FOR SHARE;
      UPDATE promotion SET used_count = used_count - 1 WHERE id = used.promotion_id AND usage_limit IS NOT NULL;
    END IF;
    UPDATE promotion_code SET used_count = used_count - 1 WHERE id = used.code_id AND usage_limit IS NOT NULL;
    UPDATE promotion_use SET used_count = used_count - 1 WHERE promotion_id = used.promotion_id AND buyer = ANY (used.buyers);
    UPDATE order_promotion SET counted = false WHERE id = used.id;
  END LOOP;
END $$;

-- Counts again what `release_promotions` gave back, whatever became of the terms; null or the refusal of `redeem_promotions`.
CREATE FUNCTION redeem_promotions_again(of_order uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  asked jsonb;
  whose text[];
  refusal jsonb;
BEGIN
  SELECT jsonb_agg(jsonb_build_object('promotionId', promotion_id, 'codeId', code_id)) INTO asked
  FROM order_promotion WHERE order_id = of_order AND NOT counted;
  IF asked IS NULL THEN RETURN NULL; END IF;
  -- An order has one buyer.
  SELECT buyers INTO whose FROM order_promotion WHERE order_id = of_order AND NOT counted LIMIT 1;
  refusal := redeem_promotions(asked, whose);
  IF refusal IS NULL THEN UPDATE order_promotion SET counted = true WHERE order_id = of_order; END IF;
  RETURN refusal;
END $$;
