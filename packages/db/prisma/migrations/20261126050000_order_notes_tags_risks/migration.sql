-- What staff write on an order: tags, notes, and what makes it look risky.
CREATE TABLE "order_tag" (
    "order_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "order_tag_pkey" PRIMARY KEY ("order_id", "tag"),
    CONSTRAINT "order_tag_written" CHECK ("tag" = lower(btrim("tag")) AND length("tag") BETWEEN 1 AND 40)
);
CREATE INDEX "order_tag_tag_order_id_idx" ON "order_tag" ("tag", "order_id");
ALTER TABLE "order_tag" ADD CONSTRAINT "order_tag_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TYPE "order_note_kind" AS ENUM ('internal', 'customer');
CREATE TABLE "order_note" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" "order_note_kind" NOT NULL,
    "body" TEXT NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "order_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_note_pins_internal" CHECK (NOT "pinned" OR "kind" = 'internal')
);
CREATE INDEX "order_note_order_id_created_at_idx" ON "order_note" ("order_id", "created_at");
CREATE INDEX "order_note_staff_id_idx" ON "order_note" ("staff_id");
ALTER TABLE "order_note" ADD CONSTRAINT "order_note_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_note" ADD CONSTRAINT "order_note_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One row for each thing that looks wrong. While one of them holds and is not released, nothing of the order is shipped.
CREATE TABLE "order_risk" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "order_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "holds" BOOLEAN NOT NULL,
    "note" TEXT,
    "flagged_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),
    "released_by" UUID,
    "release_reason" TEXT,
    CONSTRAINT "order_risk_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_risk_release" CHECK (("released_at" IS NULL) = ("released_by" IS NULL))
);
CREATE UNIQUE INDEX "order_risk_once_per_rule" ON "order_risk" ("order_id", "rule") WHERE "rule" <> 'manual';
CREATE INDEX "order_risk_order_id_idx" ON "order_risk" ("order_id");
CREATE INDEX "order_risk_holding_idx" ON "order_risk" ("order_id") WHERE "holds" AND "released_at" IS NULL;
ALTER TABLE "order_risk" ADD CONSTRAINT "order_risk_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_risk" ADD CONSTRAINT "order_risk_flagged_by_fkey" FOREIGN KEY ("flagged_by") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_risk" ADD CONSTRAINT "order_risk_released_by_fkey" FOREIGN KEY ("released_by") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "order_risk_flagged_by_idx" ON "order_risk" ("flagged_by");
CREATE INDEX "order_risk_released_by_idx" ON "order_risk" ("released_by");

-- The country a shopper's request came from, where the edge in front of the shop says so.
ALTER TABLE "order" ADD COLUMN "request_country" CHAR(2);
