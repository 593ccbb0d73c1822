-- Whoever keeps what a session says is told when that is over: `<population>:session:<ids>` when sessions end,
-- `<population>:person:<id>` when what they say of somebody is no longer true, `<population>:all` when they are many.
CREATE FUNCTION notify_of_ended_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ended text;
  how_many integer;
BEGIN
  SELECT string_agg(id::text, ','), count(*) INTO ended, how_many FROM gone;
  IF how_many > 100 THEN
    PERFORM pg_notify('sessions', TG_ARGV[0] || ':all');
  ELSIF how_many > 0 THEN
    PERFORM pg_notify('sessions', TG_ARGV[0] || ':session:' || ended);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION notify_of_emptied_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sessions', TG_ARGV[0] || ':all');
  RETURN NULL;
END $$;

CREATE FUNCTION notify_of_changed_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sessions', TG_ARGV[0] || ':person:' || NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER "customer_session_end_is_told" AFTER DELETE ON "customer_session" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION notify_of_ended_sessions('customer');
CREATE TRIGGER "staff_session_end_is_told" AFTER DELETE ON "staff_session" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION notify_of_ended_sessions('staff');
CREATE TRIGGER "customer_session_truncate_is_told" AFTER TRUNCATE ON "customer_session"
  FOR EACH STATEMENT EXECUTE FUNCTION notify_of_emptied_sessions('customer');
CREATE TRIGGER "staff_session_truncate_is_told" AFTER TRUNCATE ON "staff_session"
  FOR EACH STATEMENT EXECUTE FUNCTION notify_of_emptied_sessions('staff');

CREATE TRIGGER "customer_change_is_told" AFTER UPDATE ON "customer" FOR EACH ROW
  WHEN ((OLD.email, OLD.name, OLD.email_verified) IS DISTINCT FROM (NEW.email, NEW.name, NEW.email_verified))
  EXECUTE FUNCTION notify_of_changed_person('customer');
CREATE TRIGGER "staff_change_is_told" AFTER UPDATE ON "staff" FOR EACH ROW
  WHEN ((OLD.email, OLD.name, OLD.role, OLD.role_id, OLD.active, OLD.two_factor_enabled)
    IS DISTINCT FROM (NEW.email, NEW.name, NEW.role, NEW.role_id, NEW.active, NEW.two_factor_enabled))
  EXECUTE FUNCTION notify_of_changed_person('staff');
