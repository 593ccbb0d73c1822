-- Who of the staff may do what, how they prove who they are, and a record of both that cannot be unwritten.

-- DropIndex
DROP INDEX "audit_entry_created_at_id_idx";

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "token_id" UUID;

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "role_id" UUID,
ADD COLUMN     "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "staff_session" ADD COLUMN     "ends_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "staff_role" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "permissions" TEXT[] NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_two_factor" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "staff_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "staff_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_security_event" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "staff_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_security_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_invitation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "role_id" UUID,
    "token_hash" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "permissions" TEXT[] NOT NULL,
    "staff_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_role_name_key" ON "staff_role"("name");

-- CreateIndex
CREATE UNIQUE INDEX "staff_two_factor_staff_id_key" ON "staff_two_factor"("staff_id");

-- CreateIndex
CREATE INDEX "staff_security_event_staff_id_created_at_id_idx" ON "staff_security_event"("staff_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "staff_security_event_created_at_idx" ON "staff_security_event"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_invitation_token_hash_key" ON "staff_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "staff_invitation_invited_by_idx" ON "staff_invitation"("invited_by");

-- CreateIndex
CREATE INDEX "staff_invitation_role_id_idx" ON "staff_invitation"("role_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_staff_id_idx" ON "api_token"("staff_id");

-- CreateIndex
CREATE INDEX "audit_entry_created_at_id_idx" ON "audit_entry"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_entity_type_created_at_id_idx" ON "audit_entry"("entity_type", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_staff_id_created_at_id_idx" ON "audit_entry"("staff_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_action_created_at_id_idx" ON "audit_entry"("action", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_token_id_created_at_id_idx" ON "audit_entry"("token_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_request_id_idx" ON "audit_entry"("request_id");

-- CreateIndex
CREATE INDEX "staff_role_id_idx" ON "staff"("role_id");

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "staff_role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_two_factor" ADD CONSTRAINT "staff_two_factor_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_security_event" ADD CONSTRAINT "staff_security_event_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "staff_role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A role is one that every shop has, or one of the shop's own.
ALTER TABLE "staff" ADD CONSTRAINT "staff_role_is_known" CHECK (("role" = 'custom') = ("role_id" IS NOT NULL));
CREATE UNIQUE INDEX "staff_role_name_lower_key" ON "staff_role"(lower("name"));

-- One open invitation per address.
CREATE UNIQUE INDEX "staff_invitation_open_key" ON "staff_invitation"("email")
  WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;

-- However a session is prolonged, it ends when it has to.
CREATE FUNCTION end_staff_session_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN NEW.ends_at := LEAST(NEW.ends_at, OLD.ends_at); END IF;
  NEW.expires_at := LEAST(NEW.expires_at, NEW.ends_at);
  RETURN NEW;
END $$;
CREATE TRIGGER "staff_session_ends_in_time" BEFORE INSERT OR UPDATE ON "staff_session"
  FOR EACH ROW EXECUTE FUNCTION end_staff_session_in_time();

-- Row triggers do not see a table being emptied as a whole.
CREATE TRIGGER "audit_entry_not_emptied" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The words of an entry. Cut so that no entry is too long to be written.
CREATE FUNCTION audit_words(action text, entity_type text, entity_id text, before jsonb, after jsonb)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple'::regconfig, concat_ws(' ', translate(action, '.', ' '), entity_type, entity_id,
    left(before::text, 50000), left(after::text, 50000)))
$$;
CREATE INDEX "audit_entry_words_idx" ON "audit_entry"
  USING gin (audit_words("action", "entity_type", "entity_id", "before", "after"));
