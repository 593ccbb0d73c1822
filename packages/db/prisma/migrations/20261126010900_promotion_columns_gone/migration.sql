-- What the program before wrote since the tables were made.
INSERT INTO "promotion_code" ("promotion_id", "code", "created_at")
SELECT "id", "code", "created_at" FROM "promotion" WHERE "code" IS NOT NULL ON CONFLICT DO NOTHING;
INSERT INTO "cart_promotion" ("cart_id", "promotion_id", "code_id")
SELECT c."id", c."promotion_id", k."id" FROM "cart" c JOIN "promotion" p ON p."id" = c."promotion_id"
JOIN "promotion_code" k ON k."promotion_id" = p."id" AND k."code" = p."code" ON CONFLICT DO NOTHING;
INSERT INTO "order_promotion" ("order_id", "promotion_id", "code_id", "position", "code", "name", "discount_minor", "shipping_minor", "counted")
SELECT o."id", p."id", k."id", 1, o."promotion_code", p."name", o."discount_minor", 0, o."status" NOT IN ('cancelled', 'expired')
FROM "order" o JOIN "promotion" p ON p."id" = o."promotion_id" LEFT JOIN "promotion_code" k ON k."promotion_id" = p."id" AND k."code" = p."code"
ON CONFLICT DO NOTHING;
UPDATE "order_promotion" u SET "counted" = o."status" NOT IN ('cancelled', 'expired')
FROM "order" o WHERE o."id" = u."order_id" AND o."promotion_id" = u."promotion_id" AND cardinality(u."buyers") = 0;

-- From here on `used_count` counts while there is a limit.
UPDATE "promotion" p SET "used_count" = CASE WHEN "usage_limit" IS NULL THEN 0 ELSE
  (SELECT count(*) FROM "order_promotion" u WHERE u."promotion_id" = p."id" AND u."counted") END;

DROP TRIGGER "promotion_benefit_is_filled" ON "promotion";
DROP FUNCTION fill_promotion_benefit();
ALTER TABLE "cart" DROP COLUMN "promotion_id";
ALTER TABLE "order" DROP COLUMN "promotion_id";
ALTER TABLE "promotion" DROP COLUMN "code", DROP COLUMN "kind", DROP COLUMN "rate_ppm", DROP COLUMN "amount_minor";
DROP TYPE "promotion_kind";
