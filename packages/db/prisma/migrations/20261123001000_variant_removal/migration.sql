-- Whether a variant lies in a cart is asked before it is deleted, and by its foreign key: without this, one scan of all carts each.
CREATE INDEX "cart_line_variant_id_idx" ON "cart_line"("variant_id");
