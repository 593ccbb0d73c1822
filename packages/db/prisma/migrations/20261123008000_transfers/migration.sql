-- How far an import is and how much was wrong, also beyond the problems that are kept.
ALTER TABLE "catalogue_import" ADD COLUMN "problem_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "bytes_total" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "bytes_done" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "catalogue_import" ADD CONSTRAINT "catalogue_import_kind_known" CHECK ("kind" IN ('products', 'prices', 'stock'));
ALTER TABLE "catalogue_import" ADD CONSTRAINT "catalogue_import_ended_has_time" CHECK (("status" IN ('finished', 'failed', 'cancelled')) = ("finished_at" IS NOT NULL));
ALTER TABLE "catalogue_import" ADD CONSTRAINT "catalogue_import_failed_has_reason" CHECK (("status" = 'failed') = ("failure" IS NOT NULL));
