-- Where parcels go and what that costs, which taxes are collected where, and in which regions the shop sells.

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "tax_category" TEXT NOT NULL DEFAULT 'standard';

-- CreateTable
CREATE TABLE "shipping_zone" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shipping_zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipping_zone_place" (
    "zone_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "postal_from" TEXT NOT NULL DEFAULT '',
    "postal_to" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "shipping_zone_place_pkey" PRIMARY KEY ("zone_id","country","region","postal_from","postal_to")
);

-- AlterTable
ALTER TABLE "shipping_method" ADD COLUMN     "zone_id" UUID,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'delivery',
ADD COLUMN     "basis" TEXT NOT NULL DEFAULT 'flat',
ADD COLUMN     "carrier_service" TEXT,
ADD COLUMN     "location_id" UUID,
ADD COLUMN     "pickup_address" JSONB,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "countries" SET DEFAULT '{}';

-- AlterTable
ALTER TABLE "shipping_rate" ADD COLUMN     "bands" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "tax_rate" DROP CONSTRAINT "tax_rate_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT uuid_v7(),
ADD COLUMN     "category" TEXT NOT NULL DEFAULT 'standard',
ADD COLUMN     "jurisdiction" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "adds" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "registration" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "valid_from" DATE NOT NULL DEFAULT '2000-01-01',
ADD COLUMN     "valid_until" DATE,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "tax_rate_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "tax_registration" (
    "country" CHAR(2) NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "number" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tax_registration_pkey" PRIMARY KEY ("country","region")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "tax_inclusive" BOOLEAN NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en-US',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region_country" (
    "country" CHAR(2) NOT NULL,
    "region_id" UUID NOT NULL,

    CONSTRAINT "region_country_pkey" PRIMARY KEY ("country")
);

-- CreateTable
CREATE TABLE "order_tax" (
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "rate_ppm" INTEGER NOT NULL,
    "taxable_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,

    CONSTRAINT "order_tax_pkey" PRIMARY KEY ("order_id","position")
);

-- CreateTable
CREATE TABLE "external_quote" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_quote_pkey" PRIMARY KEY ("hash")
);

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "shipping_tax_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "pickup_location_id" UUID;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "tax_rate_ppm" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "shipping_zone_name_key" ON "shipping_zone"("name");
CREATE INDEX "shipping_zone_place_country_idx" ON "shipping_zone_place"("country");
CREATE INDEX "shipping_method_zone_id_idx" ON "shipping_method"("zone_id");
CREATE INDEX "shipping_method_location_id_idx" ON "shipping_method"("location_id");
CREATE UNIQUE INDEX "tax_rate_country_region_category_name_valid_from_key" ON "tax_rate"("country", "region", "category", "name", "valid_from");
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");
CREATE UNIQUE INDEX "region_name_key" ON "region"("name");
CREATE INDEX "region_country_region_id_idx" ON "region_country"("region_id");
CREATE INDEX "external_quote_expires_at_idx" ON "external_quote"("expires_at");

-- AddForeignKey
ALTER TABLE "shipping_zone_place" ADD CONSTRAINT "shipping_zone_place_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "shipping_zone"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "shipping_method" ADD CONSTRAINT "shipping_method_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "shipping_zone"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "shipping_method" ADD CONSTRAINT "shipping_method_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "region_country" ADD CONSTRAINT "region_country_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_tax" ADD CONSTRAINT "order_tax_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "shipping_zone_place" ADD CONSTRAINT "shipping_zone_place_is_a_place" CHECK (
  length("postal_from") = length("postal_to") AND "postal_from" COLLATE "C" <= "postal_to" COLLATE "C");
ALTER TABLE "shipping_method" ADD CONSTRAINT "shipping_method_kind" CHECK (
  "kind" IN ('delivery', 'pickup') AND "basis" IN ('flat', 'weight', 'subtotal')
  AND ("kind" = 'pickup') = ("location_id" IS NOT NULL) AND ("kind" = 'pickup') = ("pickup_address" IS NOT NULL));
ALTER TABLE "shipping_rate" ADD CONSTRAINT "shipping_rate_bands" CHECK (jsonb_typeof("bands") = 'array');
ALTER TABLE "tax_rate" ADD CONSTRAINT "tax_rate_validity" CHECK ("valid_until" IS NULL OR "valid_until" > "valid_from");
ALTER TABLE "order" ADD CONSTRAINT "order_shipping_tax_in_tax" CHECK ("shipping_tax_minor" BETWEEN 0 AND "tax_minor");
ALTER TABLE "order_tax" ADD CONSTRAINT "order_tax_in_range" CHECK ("rate_ppm" >= 0 AND "tax_minor" >= 0 AND "taxable_minor" >= 0);
ALTER TABLE "external_quote" ADD CONSTRAINT "external_quote_kind" CHECK ("kind" IN ('shipping', 'tax'));
CREATE UNIQUE INDEX "region_one_default" ON "region"("is_default") WHERE "is_default";

-- What was offered and collected before stays so: a zone for each set of countries, a registration for each rate.
INSERT INTO "shipping_zone" ("name", "position")
SELECT array_to_string("countries", ', '), (row_number() OVER (ORDER BY min("position")))::int - 1
FROM "shipping_method" GROUP BY "countries";
INSERT INTO "shipping_zone_place" ("zone_id", "country")
SELECT DISTINCT z."id", "country" FROM "shipping_zone" z CROSS JOIN unnest(string_to_array(z."name", ', ')) AS "country";
UPDATE "shipping_method" m SET "zone_id" = z."id" FROM "shipping_zone" z WHERE z."name" = array_to_string(m."countries", ', ');
UPDATE "tax_rate" SET "registration" = "region", "jurisdiction" = concat_ws(', ', nullif("region", ''), "country");
INSERT INTO "tax_registration" ("country", "region", "active") SELECT "country", "region", "rate_ppm" > 0 FROM "tax_rate";
