-- Extensions and functions the tables below rely on.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- RFC 9562 version 7: 48 bits of Unix milliseconds, then random. Rows inserted together sit together in the index.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6),
      52, 1), 53, 1),
    'hex')::uuid
$$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('pending', 'confirmed', 'shipped', 'delivered', 'cancelled', 'expired');

-- CreateEnum
CREATE TYPE "fulfilment_status" AS ENUM ('unfulfilled', 'partially_fulfilled', 'fulfilled');

-- CreateEnum
CREATE TYPE "promotion_kind" AS ENUM ('percentage', 'amount', 'free_shipping');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('guest', 'customer', 'staff', 'system');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('pending', 'authorised', 'captured', 'partially_refunded', 'refunded', 'failed', 'cancelled', 'review');

-- CreateEnum
CREATE TYPE "payment_attempt_status" AS ENUM ('starting', 'open', 'succeeded', 'failed', 'expired');

-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('requested', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "product_status" AS ENUM ('draft', 'active', 'archived');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('pending', 'approved', 'rejected');

-- CreateEnum
CREATE TYPE "stock_reason" AS ENUM ('initial', 'received', 'returned', 'sale', 'written_off', 'correction');

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "marketing_consent" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_account" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_verification" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_address" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT,
    "city" TEXT NOT NULL,
    "region" TEXT,
    "postal_code" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "phone" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'support',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "staff_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_account" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "staff_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_verification" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "staff_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_delivery" (
    "event_id" UUID NOT NULL,
    "subscriber" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_delivery_pkey" PRIMARY KEY ("event_id","subscriber")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token" TEXT NOT NULL,
    "customer_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "promotion_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "cart_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "seen_price_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "promotion_kind" NOT NULL,
    "rate_ppm" INTEGER,
    "amount_minor" BIGINT,
    "minimum_subtotal_minor" BIGINT,
    "currency" CHAR(3),
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "usage_limit" INTEGER,
    "used_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "promotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipping_method" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "countries" TEXT[],
    "min_days" INTEGER NOT NULL,
    "max_days" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "shipping_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipping_rate" (
    "method_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "free_over_minor" BIGINT,

    CONSTRAINT "shipping_rate_pkey" PRIMARY KEY ("method_id","currency")
);

-- CreateTable
CREATE TABLE "tax_rate" (
    "country" CHAR(2) NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "rate_ppm" INTEGER NOT NULL,
    "inclusive" BOOLEAN NOT NULL,
    "shipping_taxed" BOOLEAN NOT NULL,

    CONSTRAINT "tax_rate_pkey" PRIMARY KEY ("country","region")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" SERIAL NOT NULL,
    "token" TEXT NOT NULL,
    "cart_id" UUID,
    "customer_id" UUID,
    "email" TEXT NOT NULL,
    "status" "order_status" NOT NULL DEFAULT 'pending',
    "fulfilment_status" "fulfilment_status" NOT NULL DEFAULT 'unfulfilled',
    "currency" CHAR(3) NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "shipping_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "tax_inclusive" BOOLEAN NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "promotion_id" UUID,
    "promotion_code" TEXT,
    "shipping_method" TEXT NOT NULL,
    "shipping_name" TEXT NOT NULL,
    "shipping_address" JSONB NOT NULL,
    "country" CHAR(2) NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "product_slug" TEXT NOT NULL,
    "variant_name" TEXT NOT NULL,
    "image_key" TEXT,
    "quantity" INTEGER NOT NULL,
    "fulfilled_quantity" INTEGER NOT NULL DEFAULT 0,
    "unit_price_minor" BIGINT NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "tracking_number" TEXT,
    "tracking_url" TEXT,
    "shipped_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment_line" (
    "shipment_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "shipment_line_pkey" PRIMARY KEY ("shipment_id","order_line_id")
);

-- CreateTable
CREATE TABLE "order_timeline" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_timeline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "status" "payment_status" NOT NULL DEFAULT 'pending',
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "authorised_minor" BIGINT NOT NULL DEFAULT 0,
    "captured_minor" BIGINT NOT NULL DEFAULT 0,
    "refunded_minor" BIGINT NOT NULL DEFAULT 0,
    "gateway_ref" TEXT,
    "last_failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "payment_id" UUID NOT NULL,
    "active_key" UUID,
    "status" "payment_attempt_status" NOT NULL DEFAULT 'starting',
    "session_ref" TEXT,
    "session_url" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "payment_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "status" "refund_status" NOT NULL DEFAULT 'requested',
    "reason" TEXT NOT NULL,
    "gateway_ref" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "gateway_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "parent_id" UUID,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "image_key" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "status" "product_status" NOT NULL DEFAULT 'draft',
    "primary_category_id" UUID NOT NULL,
    "seo_title" TEXT,
    "seo_description" TEXT,
    "featured" BOOLEAN NOT NULL DEFAULT false,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "sold_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_category" (
    "product_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,

    CONSTRAINT "product_category_pkey" PRIMARY KEY ("product_id","category_id")
);

-- CreateTable
CREATE TABLE "product_option" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "product_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "product_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_option_value" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "option_id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "swatch" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "product_option_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_variant" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "product_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "barcode" TEXT,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "weight_grams" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant_option_value" (
    "variant_id" UUID NOT NULL,
    "option_value_id" UUID NOT NULL,

    CONSTRAINT "variant_option_value_pkey" PRIMARY KEY ("variant_id","option_value_id")
);

-- CreateTable
CREATE TABLE "variant_price" (
    "variant_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "compare_at_minor" BIGINT,

    CONSTRAINT "variant_price_pkey" PRIMARY KEY ("variant_id","currency")
);

-- CreateTable
CREATE TABLE "product_price_range" (
    "product_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "min_minor" BIGINT NOT NULL,
    "max_minor" BIGINT NOT NULL,
    "compare_at_minor" BIGINT,

    CONSTRAINT "product_price_range_pkey" PRIMARY KEY ("product_id","currency")
);

-- CreateTable
CREATE TABLE "product_media" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "product_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "colour" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "product_media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribute" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "attribute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribute_value" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "attribute_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "attribute_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_attribute" (
    "product_id" UUID NOT NULL,
    "attribute_value_id" UUID NOT NULL,

    CONSTRAINT "product_attribute_pkey" PRIMARY KEY ("product_id","attribute_value_id")
);

-- CreateTable
CREATE TABLE "stock_location" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "stock_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_level" (
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "on_hand" INTEGER NOT NULL,
    "allocated" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stock_level_pkey" PRIMARY KEY ("variant_id","location_id")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "variant_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reason" "stock_reason" NOT NULL,
    "shipment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "product_id" UUID NOT NULL,
    "customer_id" UUID,
    "author_name" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "status" "review_status" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_email_key" ON "customer"("email");

-- CreateIndex
CREATE INDEX "customer_created_at_id_idx" ON "customer"("created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_session_token_key" ON "customer_session"("token");

-- CreateIndex
CREATE INDEX "customer_session_customer_id_idx" ON "customer_session"("customer_id");

-- CreateIndex
CREATE INDEX "customer_account_customer_id_idx" ON "customer_account"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_account_provider_id_account_id_key" ON "customer_account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "customer_verification_identifier_idx" ON "customer_verification"("identifier");

-- CreateIndex
CREATE INDEX "customer_address_customer_id_idx" ON "customer_address"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_key" ON "staff_session"("token");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE INDEX "staff_account_staff_id_idx" ON "staff_account"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_account_provider_id_account_id_key" ON "staff_account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "staff_verification_identifier_idx" ON "staff_verification"("identifier");

-- CreateIndex
CREATE INDEX "audit_entry_entity_type_entity_id_idx" ON "audit_entry"("entity_type", "entity_id");

-- CreateIndex
CREATE INDEX "audit_entry_created_at_id_idx" ON "audit_entry"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "outbox_event_type_entity_id_idx" ON "outbox_event"("type", "entity_id");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "cart_token_key" ON "cart"("token");

-- CreateIndex
CREATE INDEX "cart_customer_id_idx" ON "cart"("customer_id");

-- CreateIndex
CREATE INDEX "cart_updated_at_idx" ON "cart"("updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "cart_line_cart_id_variant_id_key" ON "cart_line"("cart_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_code_key" ON "promotion"("code");

-- CreateIndex
CREATE UNIQUE INDEX "shipping_method_code_key" ON "shipping_method"("code");

-- CreateIndex
CREATE UNIQUE INDEX "order_number_key" ON "order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "order_token_key" ON "order"("token");

-- CreateIndex
CREATE UNIQUE INDEX "order_cart_id_key" ON "order"("cart_id");

-- CreateIndex
CREATE INDEX "order_placed_at_id_idx" ON "order"("placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_status_placed_at_id_idx" ON "order"("status", "placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_status_expires_at_idx" ON "order"("status", "expires_at");

-- CreateIndex
CREATE INDEX "order_customer_id_placed_at_idx" ON "order"("customer_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "order_email_idx" ON "order"("email");

-- CreateIndex
CREATE INDEX "order_line_variant_id_idx" ON "order_line"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_position_key" ON "order_line"("order_id", "position");

-- CreateIndex
CREATE INDEX "shipment_order_id_idx" ON "shipment"("order_id");

-- CreateIndex
CREATE INDEX "shipment_line_order_line_id_idx" ON "shipment_line"("order_line_id");

-- CreateIndex
CREATE INDEX "order_timeline_order_id_created_at_idx" ON "order_timeline"("order_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_id_key" ON "payment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_gateway_ref_key" ON "payment"("gateway_ref");

-- CreateIndex
CREATE INDEX "payment_status_idx" ON "payment"("status");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_active_key_key" ON "payment_attempt"("active_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_session_ref_key" ON "payment_attempt"("session_ref");

-- CreateIndex
CREATE INDEX "payment_attempt_payment_id_idx" ON "payment_attempt"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_gateway_ref_key" ON "refund"("gateway_ref");

-- CreateIndex
CREATE INDEX "refund_payment_id_idx" ON "refund"("payment_id");

-- CreateIndex
CREATE INDEX "gateway_event_applied_at_received_at_idx" ON "gateway_event"("applied_at", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "category_slug_key" ON "category"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "category_path_key" ON "category"("path");

-- CreateIndex
CREATE INDEX "category_parent_id_position_idx" ON "category"("parent_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_status_published_at_id_idx" ON "product"("status", "published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "product_status_sold_count_id_idx" ON "product"("status", "sold_count" DESC, "id");

-- CreateIndex
CREATE INDEX "product_status_featured_sold_count_id_idx" ON "product"("status", "featured" DESC, "sold_count" DESC, "id");

-- CreateIndex
CREATE INDEX "product_updated_at_id_idx" ON "product"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "product_primary_category_id_idx" ON "product"("primary_category_id");

-- CreateIndex
CREATE INDEX "product_category_category_id_idx" ON "product_category"("category_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_option_product_id_name_key" ON "product_option"("product_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "product_option_value_option_id_value_key" ON "product_option_value"("option_id", "value");

-- CreateIndex
CREATE UNIQUE INDEX "product_variant_sku_key" ON "product_variant"("sku");

-- CreateIndex
CREATE UNIQUE INDEX "product_variant_barcode_key" ON "product_variant"("barcode");

-- CreateIndex
CREATE UNIQUE INDEX "product_variant_product_id_position_key" ON "product_variant"("product_id", "position");

-- CreateIndex
CREATE INDEX "variant_option_value_option_value_id_idx" ON "variant_option_value"("option_value_id");

-- CreateIndex
CREATE INDEX "product_price_range_currency_min_minor_product_id_idx" ON "product_price_range"("currency", "min_minor", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_media_product_id_position_key" ON "product_media"("product_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "attribute_code_key" ON "attribute"("code");

-- CreateIndex
CREATE UNIQUE INDEX "attribute_value_attribute_id_code_key" ON "attribute_value"("attribute_id", "code");

-- CreateIndex
CREATE INDEX "product_attribute_attribute_value_id_idx" ON "product_attribute"("attribute_value_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_location_code_key" ON "stock_location"("code");

-- CreateIndex
CREATE INDEX "stock_movement_variant_id_location_id_idx" ON "stock_movement"("variant_id", "location_id");

-- CreateIndex
CREATE INDEX "review_product_id_status_created_at_id_idx" ON "review"("product_id", "status", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "review_product_id_customer_id_key" ON "review"("product_id", "customer_id");

-- AddForeignKey
ALTER TABLE "customer_session" ADD CONSTRAINT "customer_session_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_account" ADD CONSTRAINT "customer_account_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_address" ADD CONSTRAINT "customer_address_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_account" ADD CONSTRAINT "staff_account_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_delivery" ADD CONSTRAINT "event_delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "outbox_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipping_rate" ADD CONSTRAINT "shipping_rate_method_id_fkey" FOREIGN KEY ("method_id") REFERENCES "shipping_method"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_timeline" ADD CONSTRAINT "order_timeline_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_primary_category_id_fkey" FOREIGN KEY ("primary_category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_category" ADD CONSTRAINT "product_category_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_category" ADD CONSTRAINT "product_category_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_option" ADD CONSTRAINT "product_option_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_option_value" ADD CONSTRAINT "product_option_value_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "product_option"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_variant" ADD CONSTRAINT "product_variant_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_option_value" ADD CONSTRAINT "variant_option_value_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_option_value" ADD CONSTRAINT "variant_option_value_option_value_id_fkey" FOREIGN KEY ("option_value_id") REFERENCES "product_option_value"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_price" ADD CONSTRAINT "variant_price_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_price_range" ADD CONSTRAINT "product_price_range_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_media" ADD CONSTRAINT "product_media_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribute_value" ADD CONSTRAINT "attribute_value_attribute_id_fkey" FOREIGN KEY ("attribute_id") REFERENCES "attribute"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_attribute" ADD CONSTRAINT "product_attribute_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_attribute" ADD CONSTRAINT "product_attribute_attribute_value_id_fkey" FOREIGN KEY ("attribute_value_id") REFERENCES "attribute_value"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "product_variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Invariants the database itself holds. Numbers refer to ARCHITECTURE.md.

-- 1: 0 <= allocated <= on_hand
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_allocated_within_on_hand" CHECK (0 <= "allocated" AND "allocated" <= "on_hand");
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_moves" CHECK ("quantity" <> 0);

-- 5: refunded <= captured <= authorised <= amount
ALTER TABLE "payment" ADD CONSTRAINT "payment_amounts_ordered"
  CHECK (0 <= "refunded_minor" AND "refunded_minor" <= "captured_minor" AND "captured_minor" <= "authorised_minor" AND "authorised_minor" <= "amount_minor");
ALTER TABLE "refund" ADD CONSTRAINT "refund_amount_positive" CHECK ("amount_minor" > 0);

-- 6: parts sum to the total
ALTER TABLE "order" ADD CONSTRAINT "order_total_is_sum" CHECK (
  "total_minor" = "subtotal_minor" - "discount_minor" + "shipping_minor" + CASE WHEN "tax_inclusive" THEN 0 ELSE "tax_minor" END
);
ALTER TABLE "order" ADD CONSTRAINT "order_amounts_in_range" CHECK (
  0 <= "discount_minor" AND "discount_minor" <= "subtotal_minor" AND 0 <= "shipping_minor" AND 0 <= "tax_minor"
  AND 0 <= "total_minor" AND "total_minor" <= 9007199254740991
);
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_amounts" CHECK (
  "quantity" > 0 AND "unit_price_minor" >= 0 AND "subtotal_minor" = "unit_price_minor" * "quantity"
  AND 0 <= "discount_minor" AND "discount_minor" <= "subtotal_minor" AND 0 <= "tax_minor"
);
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_fulfilled_within_quantity" CHECK (0 <= "fulfilled_quantity" AND "fulfilled_quantity" <= "quantity");
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_quantity_positive" CHECK ("quantity" > 0);

-- 14: redemptions <= limit
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_used_within_limit" CHECK (0 <= "used_count" AND ("usage_limit" IS NULL OR "used_count" <= "usage_limit"));
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_has_terms" CHECK (
  CASE "kind"
    WHEN 'percentage' THEN "rate_ppm" BETWEEN 1 AND 1000000 AND "amount_minor" IS NULL
    WHEN 'amount' THEN "amount_minor" > 0 AND "currency" IS NOT NULL AND "rate_ppm" IS NULL
    ELSE "rate_ppm" IS NULL AND "amount_minor" IS NULL
  END AND ("minimum_subtotal_minor" IS NULL OR "currency" IS NOT NULL)
);
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_code_upper_case" CHECK ("code" = upper("code"));

ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_quantity_in_range" CHECK ("quantity" BETWEEN 1 AND 99);
ALTER TABLE "variant_price" ADD CONSTRAINT "variant_price_in_range" CHECK ("amount_minor" BETWEEN 0 AND 9007199254740991 AND ("compare_at_minor" IS NULL OR "compare_at_minor" > "amount_minor"));
ALTER TABLE "shipping_rate" ADD CONSTRAINT "shipping_rate_in_range" CHECK ("amount_minor" >= 0 AND ("free_over_minor" IS NULL OR "free_over_minor" > 0));
ALTER TABLE "tax_rate" ADD CONSTRAINT "tax_rate_in_range" CHECK ("rate_ppm" BETWEEN 0 AND 1000000);
ALTER TABLE "review" ADD CONSTRAINT "review_rating_in_range" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "customer" ADD CONSTRAINT "customer_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "staff" ADD CONSTRAINT "staff_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_active_key" CHECK ("active_key" IS NULL OR "active_key" = "payment_id");

-- 12: an order's status follows the edges of packages/domain/src/order-state.ts and no others.
CREATE FUNCTION refuse_order_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.status, NEW.status) NOT IN (
    ('pending', 'confirmed'), ('pending', 'cancelled'), ('pending', 'expired'), ('expired', 'confirmed'),
    ('confirmed', 'shipped'), ('confirmed', 'cancelled'), ('shipped', 'delivered')
  ) THEN
    RAISE EXCEPTION 'order % cannot go from % to %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "order_status_follows_edges" BEFORE UPDATE OF "status" ON "order"
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION refuse_order_transition();

-- Books that are only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "order_timeline_append_only" BEFORE UPDATE OR DELETE ON "order_timeline" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "stock_movement_append_only" BEFORE UPDATE OR DELETE ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The price range lists sort by, kept in the statement that changes a price or withdraws a variant.
CREATE FUNCTION refresh_price_ranges(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two writers of one product's prices queue here, so that the second computes with what the first wrote.
  PERFORM 1 FROM product WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM product_price_range r WHERE r.product_id = ANY (ids) AND NOT EXISTS (
    SELECT FROM product_variant v JOIN variant_price p ON p.variant_id = v.id
    WHERE v.product_id = r.product_id AND v.active AND p.currency = r.currency);
  INSERT INTO product_price_range (product_id, currency, min_minor, max_minor, compare_at_minor)
  SELECT v.product_id, p.currency, min(p.amount_minor), max(p.amount_minor),
         (array_agg(p.compare_at_minor ORDER BY p.amount_minor, v.position))[1]
  FROM product_variant v JOIN variant_price p ON p.variant_id = v.id
  WHERE v.product_id = ANY (ids) AND v.active
  GROUP BY v.product_id, p.currency
  ON CONFLICT (product_id, currency) DO UPDATE
    SET min_minor = excluded.min_minor, max_minor = excluded.max_minor, compare_at_minor = excluded.compare_at_minor;
END $$;

CREATE FUNCTION refresh_price_ranges_of_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'product_variant' THEN
    PERFORM refresh_price_ranges(ARRAY(SELECT DISTINCT product_id FROM changed));
  ELSE
    PERFORM refresh_price_ranges(ARRAY(
      SELECT DISTINCT v.product_id FROM changed c JOIN product_variant v ON v.id = c.variant_id));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER variant_price_insert_refreshes_range AFTER INSERT ON variant_price REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_changed();
CREATE TRIGGER variant_price_update_refreshes_range AFTER UPDATE ON variant_price REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_changed();
CREATE TRIGGER variant_price_delete_refreshes_range AFTER DELETE ON variant_price REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_changed();
CREATE TRIGGER product_variant_update_refreshes_range AFTER UPDATE ON product_variant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_changed();
CREATE TRIGGER product_variant_delete_refreshes_range AFTER DELETE ON product_variant REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_price_ranges_of_changed();

-- The rating a list shows is the sum of approved reviews.
CREATE FUNCTION refresh_product_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.status = 'approved' THEN
    UPDATE product SET rating_sum = rating_sum - OLD.rating, rating_count = rating_count - 1 WHERE id = OLD.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'approved' THEN
    UPDATE product SET rating_sum = rating_sum + NEW.rating, rating_count = rating_count + 1 WHERE id = NEW.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "review_refreshes_rating" AFTER INSERT OR UPDATE OR DELETE ON "review"
  FOR EACH ROW EXECUTE FUNCTION refresh_product_rating();

-- Search documents: derived data in a schema of their own, outside Prisma's view.
CREATE SCHEMA search;
CREATE TABLE search.product_document (
  product_id uuid PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
  title text NOT NULL,
  codes text[] NOT NULL,
  document tsvector NOT NULL
);
CREATE INDEX product_document_document_idx ON search.product_document USING gin (document);
CREATE INDEX product_document_title_idx ON search.product_document USING gin (title gin_trgm_ops);
CREATE INDEX product_document_codes_idx ON search.product_document USING gin (codes);

CREATE FUNCTION search.refresh_products(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search.product_document (product_id, title, codes, document)
  SELECT p.id, lower(unaccent(p.name)), coalesce(v.codes, '{}'),
    setweight(to_tsvector('english', unaccent(p.name)), 'A')
    || setweight(to_tsvector('simple', array_to_string(coalesce(v.codes, '{}'), ' ')), 'A')
    || setweight(to_tsvector('english', unaccent(p.brand || ' ' || coalesce(c.names, ''))), 'B')
    || setweight(to_tsvector('english', unaccent(p.summary || ' ' || coalesce(a.labels, '') || ' ' || coalesce(v.names, ''))), 'C')
    || setweight(to_tsvector('english', unaccent(p.description)), 'D')
  FROM product p
  LEFT JOIN LATERAL (
    SELECT array_agg(lower(code)) FILTER (WHERE code IS NOT NULL) AS codes, string_agg(DISTINCT pv.name, ' ') AS names
    FROM product_variant pv, LATERAL (VALUES (pv.sku), (pv.barcode)) AS codes (code) WHERE pv.product_id = p.id
  ) v ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(ancestor.name, ' ') AS names
    FROM product_category pc JOIN category own ON own.id = pc.category_id
    JOIN category ancestor ON own.path = ancestor.path OR own.path LIKE ancestor.path || '/%'
    WHERE pc.product_id = p.id
  ) c ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(av.label, ' ') AS labels
    FROM product_attribute pa JOIN attribute_value av ON av.id = pa.attribute_value_id WHERE pa.product_id = p.id
  ) a ON true
  WHERE p.id = ANY (ids)
  ON CONFLICT (product_id) DO UPDATE SET title = excluded.title, codes = excluded.codes, document = excluded.document
$$;

CREATE FUNCTION search.refresh_changed_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'product' THEN
    PERFORM search.refresh_products(ARRAY(SELECT DISTINCT id FROM changed));
  ELSE
    PERFORM search.refresh_products(ARRAY(SELECT DISTINCT product_id FROM changed));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_insert_refreshes_search AFTER INSERT ON product REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_changed_products();
CREATE TRIGGER product_variant_insert_refreshes_search AFTER INSERT ON product_variant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_changed_products();
CREATE TRIGGER product_variant_update_refreshes_search AFTER UPDATE ON product_variant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_changed_products();
CREATE TRIGGER product_variant_delete_refreshes_search AFTER DELETE ON product_variant REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_changed_products();
CREATE TRIGGER product_category_insert_refreshes_search AFTER INSERT ON product_category REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_changed_products();
CREATE TRIGGER product_category_delete_refreshes_search AFTER DELETE ON product_category REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_changed_products();
CREATE TRIGGER product_attribute_insert_refreshes_search AFTER INSERT ON product_attribute REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_changed_products();
CREATE TRIGGER product_attribute_delete_refreshes_search AFTER DELETE ON product_attribute REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_changed_products();

CREATE FUNCTION search.refresh_updated_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.refresh_products(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER product_update_refreshes_search AFTER UPDATE OF name, brand, summary, description ON product
  FOR EACH ROW WHEN ((OLD.name, OLD.brand, OLD.summary, OLD.description) IS DISTINCT FROM (NEW.name, NEW.brand, NEW.summary, NEW.description))
  EXECUTE FUNCTION search.refresh_updated_product();

CREATE FUNCTION search.refresh_products_of_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.refresh_products(ARRAY(
    SELECT DISTINCT pc.product_id FROM product_category pc JOIN category c ON c.id = pc.category_id
    WHERE c.path = NEW.path OR c.path LIKE NEW.path || '/%'));
  RETURN NULL;
END $$;
CREATE TRIGGER category_update_refreshes_search AFTER UPDATE OF name, path ON category
  FOR EACH ROW WHEN ((OLD.name, OLD.path) IS DISTINCT FROM (NEW.name, NEW.path)) EXECUTE FUNCTION search.refresh_products_of_category();

CREATE FUNCTION search.refresh_products_of_attribute_value() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.refresh_products(ARRAY(SELECT product_id FROM product_attribute WHERE attribute_value_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER attribute_value_update_refreshes_search AFTER UPDATE OF label ON attribute_value
  FOR EACH ROW WHEN (OLD.label IS DISTINCT FROM NEW.label) EXECUTE FUNCTION search.refresh_products_of_attribute_value();

-- People quote order numbers; six digits read better than one.
ALTER SEQUENCE order_number_seq RESTART WITH 100001;
