-- Whom to remind of a cart, whether they agreed, and what became of it. One letter for each cart.
CREATE TABLE "cart_recovery" (
    "cart_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "consent" BOOLEAN NOT NULL DEFAULT false,
    "wording" TEXT NOT NULL DEFAULT '',
    "consented_at" TIMESTAMPTZ(3),
    "restore_token" TEXT NOT NULL,
    "unsubscribe_token" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "restored_at" TIMESTAMPTZ(3),
    "unsubscribed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_recovery_pkey" PRIMARY KEY ("cart_id"),
    CONSTRAINT "cart_recovery_consent_has_words" CHECK (NOT "consent" OR ("wording" <> '' AND "consented_at" IS NOT NULL))
);
CREATE UNIQUE INDEX "cart_recovery_restore_token_key" ON "cart_recovery"("restore_token");
CREATE UNIQUE INDEX "cart_recovery_unsubscribe_token_key" ON "cart_recovery"("unsubscribe_token");
CREATE INDEX "cart_recovery_email_idx" ON "cart_recovery"("email");
ALTER TABLE "cart_recovery" ADD CONSTRAINT "cart_recovery_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;
