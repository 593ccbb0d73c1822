-- Pictures that were uploaded, read and stored. One that nothing shows any more is swept away later.
CREATE TABLE "media_file" (
    "key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "colour" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unreferenced_since" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_file_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "media_file_has_size" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0)
);

-- CreateIndex
CREATE INDEX "media_file_unreferenced_since_idx" ON "media_file"("unreferenced_since");

-- CreateIndex
CREATE INDEX "product_media_key_idx" ON "product_media"("key");

-- CreateIndex
CREATE INDEX "order_line_image_key_idx" ON "order_line"("image_key");

-- Whoever takes a picture away, whether another place still shows it is looked up when its time has come.
CREATE FUNCTION note_unreferenced_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE media_file SET unreferenced_since = now() WHERE key = to_jsonb(OLD) ->> TG_ARGV[0];
  RETURN NULL;
END $$;
CREATE TRIGGER "product_media_leaves" AFTER DELETE ON "product_media" FOR EACH ROW EXECUTE FUNCTION note_unreferenced_media('key');
CREATE TRIGGER "product_media_is_replaced" AFTER UPDATE OF "key" ON "product_media" FOR EACH ROW WHEN (OLD.key IS DISTINCT FROM NEW.key) EXECUTE FUNCTION note_unreferenced_media('key');
CREATE TRIGGER "category_image_leaves" AFTER DELETE ON "category" FOR EACH ROW WHEN (OLD.image_key IS NOT NULL) EXECUTE FUNCTION note_unreferenced_media('image_key');
CREATE TRIGGER "category_image_is_replaced" AFTER UPDATE OF "image_key" ON "category" FOR EACH ROW WHEN (OLD.image_key IS DISTINCT FROM NEW.image_key) EXECUTE FUNCTION note_unreferenced_media('image_key');
CREATE TRIGGER "collection_image_leaves" AFTER DELETE ON "collection" FOR EACH ROW WHEN (OLD.image_key IS NOT NULL) EXECUTE FUNCTION note_unreferenced_media('image_key');
CREATE TRIGGER "collection_image_is_replaced" AFTER UPDATE OF "image_key" ON "collection" FOR EACH ROW WHEN (OLD.image_key IS DISTINCT FROM NEW.image_key) EXECUTE FUNCTION note_unreferenced_media('image_key');
