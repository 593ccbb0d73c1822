-- Suggestions also depend on what others asked: told apart from the catalogue, because nothing else does.
CREATE FUNCTION notify_popular_queries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue', 'queries');
  RETURN NULL;
END $$;
CREATE TRIGGER "recent_query_is_told" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON search.recent_query
  FOR EACH STATEMENT EXECUTE FUNCTION notify_popular_queries();
