-- RFC 9562 version 7: 48 bits of Unix milliseconds, then (method 3) 12 bits of the fraction of a millisecond, then random.
-- Rows written one after the other sort in that order, within one millisecond too.
CREATE OR REPLACE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    overlay(uuid_send(gen_random_uuid())
      PLACING substring(int8send(clock.micros / 1000) FROM 3)
        || substring(int8send(x'7000'::bigint + (clock.micros % 1000) * 4096 / 1000) FROM 7)
      FROM 1 FOR 8),
    'hex')::uuid
  FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS micros) clock
$$;

-- CreateEnum
CREATE TYPE "collection_kind" AS ENUM ('manual', 'rules');

-- CreateEnum
CREATE TYPE "upload_status" AS ENUM ('pending', 'used');

-- CreateEnum
CREATE TYPE "price_list_kind" AS ENUM ('override', 'sale');

-- CreateEnum
CREATE TYPE "attribute_kind" AS ENUM ('choice', 'boolean', 'number', 'text');

-- CreateEnum
CREATE TYPE "slug_owner" AS ENUM ('product', 'category', 'collection');

-- CreateEnum
CREATE TYPE "catalogue_import_status" AS ENUM ('queued', 'running', 'finished', 'failed', 'cancelled');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "stock_reason" ADD VALUE 'damaged';
ALTER TYPE "stock_reason" ADD VALUE 'lost';
ALTER TYPE "stock_reason" ADD VALUE 'found';
ALTER TYPE "stock_reason" ADD VALUE 'transferred';

-- AlterTable
ALTER TABLE "attribute" ADD COLUMN     "filterable" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "kind" "attribute_kind" NOT NULL DEFAULT 'choice',
ADD COLUMN     "unit" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "category" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "seo_description" TEXT,
ADD COLUMN     "seo_title" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "unpublish_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "product_media" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "product_variant" ADD COLUMN     "low_stock_threshold" INTEGER DEFAULT 5,
ADD COLUMN     "media_id" UUID;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "moderated_at" TIMESTAMPTZ(3),
ADD COLUMN     "moderated_by" UUID,
ADD COLUMN     "replied_at" TIMESTAMPTZ(3),
ADD COLUMN     "reply" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "stock_level" ADD COLUMN     "backorder_limit" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "stock_location" ADD COLUMN     "active" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "stock_movement" ADD COLUMN     "note" TEXT,
ADD COLUMN     "on_hand_after" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "staff_id" UUID,
ADD COLUMN     "transfer_id" UUID;

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "kind" "collection_kind" NOT NULL,
    "rules" JSONB,
    "sort" TEXT NOT NULL DEFAULT 'manual',
    "image_key" TEXT,
    "seo_title" TEXT,
    "seo_description" TEXT,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_product" (
    "collection_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "collection_product_pkey" PRIMARY KEY ("collection_id","product_id")
);

-- CreateTable
CREATE TABLE "customer_group" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_group_member" (
    "customer_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,

    CONSTRAINT "customer_group_member_pkey" PRIMARY KEY ("customer_id","group_id")
);

-- CreateTable
CREATE TABLE "media_upload" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "status" "upload_status" NOT NULL DEFAULT 'pending',
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_list" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "kind" "price_list_kind" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "group_id" UUID,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_list_price" (
    "price_list_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "price_list_price_pkey" PRIMARY KEY ("price_list_id","variant_id","currency")
);

-- CreateTable
CREATE TABLE "product_property" (
    "product_id" UUID NOT NULL,
    "attribute_id" UUID NOT NULL,
    "number" DOUBLE PRECISION,
    "text" TEXT,

    CONSTRAINT "product_property_pkey" PRIMARY KEY ("product_id","attribute_id")
);

-- CreateTable
CREATE TABLE "slug_history" (
    "owner" "slug_owner" NOT NULL,
    "slug" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slug_history_pkey" PRIMARY KEY ("owner","slug")
);

-- CreateTable
CREATE TABLE "product_relation" (
    "product_id" UUID NOT NULL,
    "related_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "product_relation_pkey" PRIMARY KEY ("product_id","related_id")
);

-- CreateTable
CREATE TABLE "product_pair" (
    "product_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "orders" INTEGER NOT NULL,

    CONSTRAINT "product_pair_pkey" PRIMARY KEY ("product_id","other_id")
);

-- CreateTable
CREATE TABLE "search_synonym" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "term" TEXT,
    "words" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_synonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_query" (
    "day" DATE NOT NULL,
    "query" TEXT NOT NULL,
    "searches" INTEGER NOT NULL DEFAULT 0,
    "clicks" INTEGER NOT NULL DEFAULT 0,
    "result_count" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_query_pkey" PRIMARY KEY ("day","query")
);

-- CreateTable
CREATE TABLE "search_click" (
    "day" DATE NOT NULL,
    "query" TEXT NOT NULL,
    "product_id" UUID NOT NULL,
    "clicks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "search_click_pkey" PRIMARY KEY ("day","query","product_id")
);

-- CreateTable
CREATE TABLE "stock_reservation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "staff_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "stock_reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_import" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "status" "catalogue_import_status" NOT NULL DEFAULT 'queued',
    "dry_run" BOOLEAN NOT NULL,
    "file_name" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "updated_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "resume_line" INTEGER NOT NULL DEFAULT 1,
    "failure" TEXT,
    "staff_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "catalogue_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_import_problem" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "column" TEXT,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "value" TEXT,

    CONSTRAINT "catalogue_import_problem_pkey" PRIMARY KEY ("import_id","line","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "collection_slug_key" ON "collection"("slug");

-- CreateIndex
CREATE INDEX "collection_published_position_id_idx" ON "collection"("published", "position", "id");

-- CreateIndex
CREATE INDEX "collection_product_product_id_idx" ON "collection_product"("product_id");

-- CreateIndex
CREATE INDEX "collection_product_collection_id_position_product_id_idx" ON "collection_product"("collection_id", "position", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_group_code_key" ON "customer_group"("code");

-- CreateIndex
CREATE INDEX "customer_group_member_group_id_idx" ON "customer_group_member"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_upload_storage_key_key" ON "media_upload"("storage_key");

-- CreateIndex
CREATE INDEX "media_upload_status_expires_at_idx" ON "media_upload"("status", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "price_list_name_key" ON "price_list"("name");

-- CreateIndex
CREATE INDEX "price_list_group_id_idx" ON "price_list"("group_id");

-- CreateIndex
CREATE INDEX "price_list_active_starts_at_idx" ON "price_list"("active", "starts_at");

-- CreateIndex
CREATE INDEX "price_list_price_variant_id_currency_idx" ON "price_list_price"("variant_id", "currency");

-- CreateIndex
CREATE INDEX "product_property_attribute_id_number_idx" ON "product_property"("attribute_id", "number");

-- CreateIndex
CREATE INDEX "slug_history_owner_owner_id_idx" ON "slug_history"("owner", "owner_id");

-- CreateIndex
CREATE INDEX "product_relation_related_id_idx" ON "product_relation"("related_id");

-- CreateIndex
CREATE INDEX "product_pair_product_id_orders_idx" ON "product_pair"("product_id", "orders" DESC);

-- CreateIndex
CREATE INDEX "product_pair_other_id_idx" ON "product_pair"("other_id");

-- CreateIndex
CREATE INDEX "search_query_query_idx" ON "search_query"("query");

-- CreateIndex
CREATE INDEX "stock_reservation_variant_id_location_id_idx" ON "stock_reservation"("variant_id", "location_id");

-- CreateIndex
CREATE INDEX "stock_reservation_released_at_expires_at_idx" ON "stock_reservation"("released_at", "expires_at");

-- CreateIndex
CREATE INDEX "catalogue_import_created_at_id_idx" ON "catalogue_import"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "product_tags_idx" ON "product" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "product_variant_media_id_idx" ON "product_variant"("media_id");

-- CreateIndex
CREATE INDEX "review_status_created_at_id_idx" ON "review"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "review_customer_id_idx" ON "review"("customer_id");

-- CreateIndex
CREATE INDEX "stock_level_location_id_idx" ON "stock_level"("location_id");

-- CreateIndex
CREATE INDEX "stock_movement_variant_id_created_at_id_idx" ON "stock_movement"("variant_id", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_group_member" ADD CONSTRAINT "customer_group_member_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_group_member" ADD CONSTRAINT "customer_group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "customer_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_upload" ADD CONSTRAINT "media_upload_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_list" ADD CONSTRAINT "price_list_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "customer_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_list_price" ADD CONSTRAINT "price_list_price_price_list_id_fkey" FOREIGN KEY ("price_list_id") REFERENCES "price_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_list_price" ADD CONSTRAINT "price_list_price_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_variant" ADD CONSTRAINT "product_variant_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "product_media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_property" ADD CONSTRAINT "product_property_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_property" ADD CONSTRAINT "product_property_attribute_id_fkey" FOREIGN KEY ("attribute_id") REFERENCES "attribute"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_relation" ADD CONSTRAINT "product_relation_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_relation" ADD CONSTRAINT "product_relation_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_pair" ADD CONSTRAINT "product_pair_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_pair" ADD CONSTRAINT "product_pair_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_import_problem" ADD CONSTRAINT "catalogue_import_problem_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "catalogue_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What the tables below must hold, whoever writes them.
ALTER TABLE "product" ALTER COLUMN "tags" SET NOT NULL;
ALTER TABLE "product" ADD CONSTRAINT "product_unpublished_after_published" CHECK ("unpublish_at" IS NULL OR "published_at" IS NULL OR "unpublish_at" > "published_at");
ALTER TABLE "product_variant" ADD CONSTRAINT "product_variant_low_stock_threshold_in_range" CHECK ("low_stock_threshold" >= 0);
ALTER TABLE "product_property" ADD CONSTRAINT "product_property_has_one_value" CHECK (num_nonnulls("number", "text") = 1);
ALTER TABLE "product_relation" ADD CONSTRAINT "product_relation_not_to_itself" CHECK ("product_id" <> "related_id");
ALTER TABLE "product_pair" ADD CONSTRAINT "product_pair_of_two" CHECK ("product_id" <> "other_id" AND "orders" > 0);
ALTER TABLE "price_list" ADD CONSTRAINT "price_list_starts_before_end" CHECK ("starts_at" IS NULL OR "ends_at" IS NULL OR "starts_at" < "ends_at");
ALTER TABLE "price_list_price" ADD CONSTRAINT "price_list_price_in_range" CHECK ("amount_minor" BETWEEN 0 AND 9007199254740991);
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_quantity_positive" CHECK ("quantity" > 0);
ALTER TABLE "collection" ADD CONSTRAINT "collection_has_rules" CHECK (("kind" = 'rules') = ("rules" IS NOT NULL));
ALTER TABLE "review" ADD CONSTRAINT "review_reply_has_time" CHECK (("reply" IS NULL) = ("replied_at" IS NULL));

-- 1, with backorders: what is promised is on hand, or within the limit beyond.
ALTER TABLE "stock_level" DROP CONSTRAINT "stock_level_allocated_within_on_hand";
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_allocated_within_on_hand"
  CHECK (0 <= "allocated" AND 0 <= "on_hand" AND 0 <= "backorder_limit" AND "allocated" <= "on_hand" + "backorder_limit");

-- Addresses that were given up redirect to what has them now; an address taken anew stops redirecting.
CREATE FUNCTION keep_slug_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind slug_owner := TG_ARGV[0]::slug_owner;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM slug_history WHERE owner = kind AND owner_id = OLD.id;
    RETURN NULL;
  END IF;
  DELETE FROM slug_history WHERE owner = kind AND slug = NEW.slug;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO slug_history (owner, slug, owner_id) VALUES (kind, OLD.slug, NEW.id)
    ON CONFLICT (owner, slug) DO UPDATE SET owner_id = excluded.owner_id, created_at = excluded.created_at;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "product_slug_is_taken" AFTER INSERT OR DELETE ON "product" FOR EACH ROW EXECUTE FUNCTION keep_slug_history('product');
CREATE TRIGGER "product_slug_is_kept" AFTER UPDATE OF "slug" ON "product" FOR EACH ROW WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_slug_history('product');
CREATE TRIGGER "category_slug_is_taken" AFTER INSERT OR DELETE ON "category" FOR EACH ROW EXECUTE FUNCTION keep_slug_history('category');
CREATE TRIGGER "category_slug_is_kept" AFTER UPDATE OF "slug" ON "category" FOR EACH ROW WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_slug_history('category');
CREATE TRIGGER "collection_slug_is_taken" AFTER INSERT OR DELETE ON "collection" FOR EACH ROW EXECUTE FUNCTION keep_slug_history('collection');
CREATE TRIGGER "collection_slug_is_kept" AFTER UPDATE OF "slug" ON "collection" FOR EACH ROW WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_slug_history('collection');
