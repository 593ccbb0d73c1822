-- CreateEnum
CREATE TYPE "privacy_request_kind" AS ENUM ('export', 'erasure');

-- CreateEnum
CREATE TYPE "privacy_request_status" AS ENUM ('waiting', 'running', 'done', 'cancelled');

-- CreateTable
CREATE TABLE "privacy_request" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "kind" "privacy_request_kind" NOT NULL,
    "status" "privacy_request_status" NOT NULL DEFAULT 'waiting',
    "open_key" TEXT,
    "staff_id" UUID,
    "subject" JSONB,
    "hindrance" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "storage_key" TEXT,
    "bytes" INTEGER,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "privacy_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "privacy_request_open_key_key" ON "privacy_request"("open_key");

-- CreateIndex
CREATE INDEX "privacy_request_customer_id_created_at_idx" ON "privacy_request"("customer_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "privacy_request_status_due_at_idx" ON "privacy_request"("status", "due_at");

ALTER TABLE "privacy_request" ADD CONSTRAINT "privacy_request_open_while_unfinished"
  CHECK (("open_key" IS NOT NULL) = ("status" IN ('waiting', 'running')));

-- AlterTable
ALTER TABLE "order" ADD COLUMN "erased_at" TIMESTAMPTZ(3);

-- What a nightly run still has to look at.
CREATE INDEX "gateway_event_with_body_idx" ON "gateway_event" ("received_at") WHERE "payload" <> '{}'::jsonb;

-- The story of an order stays as it is, except that an erasure takes out who the buyer was and what staff wrote by hand.
CREATE FUNCTION refuse_timeline_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW.data = OLD.data - 'reason'
    AND (NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id OR (NEW.actor_id IS NULL AND OLD.actor_kind = 'customer'))
    AND (NEW.id, NEW.order_id, NEW.kind, NEW.actor_kind, NEW.created_at)
      = (OLD.id, OLD.order_id, OLD.kind, OLD.actor_kind, OLD.created_at)
    AND (NEW.from_status, NEW.to_status) IS NOT DISTINCT FROM (OLD.from_status, OLD.to_status)
    AND EXISTS (SELECT FROM "order" WHERE id = OLD.order_id AND erased_at IS NOT NULL)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

DROP TRIGGER "order_timeline_append_only" ON "order_timeline";
CREATE TRIGGER "order_timeline_append_only" BEFORE UPDATE OR DELETE ON "order_timeline"
  FOR EACH ROW EXECUTE FUNCTION refuse_timeline_change();
