ALTER TABLE "customer" ADD COLUMN "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "customer_passkey" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_passkey_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "customer_passkey_credential_id_key" ON "customer_passkey"("credential_id");
CREATE INDEX "customer_passkey_customer_id_idx" ON "customer_passkey"("customer_id");

ALTER TABLE "customer_passkey" ADD CONSTRAINT "customer_passkey_customer_id_fkey"
    FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "customer_two_factor" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "customer_two_factor_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "customer_two_factor_customer_id_key" ON "customer_two_factor"("customer_id");

ALTER TABLE "customer_two_factor" ADD CONSTRAINT "customer_two_factor_customer_id_fkey"
    FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "sign_in_throttle" (
    "subject" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "retry_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("subject")
);

CREATE INDEX "sign_in_throttle_last_at_idx" ON "sign_in_throttle"("last_at");
