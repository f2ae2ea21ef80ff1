-- Counts the rows of every table and sums them up in one number, the same whatever order the rows lie in: that a
-- restored database is the one that was backed up. Made for the session alone.

CREATE OR REPLACE FUNCTION pg_temp.onechild_digests() RETURNS TABLE (kept text, rows bigint, digest text)
LANGUAGE plpgsql AS
$$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        ORDER BY n.nspname, c.relname
    LOOP
        kept := one.nspname || '.' || one.relname;
        EXECUTE format(
            'SELECT count(*), coalesce(sum((''x'' || left(encode(sha256(convert_to(t::text, ''UTF8'')), ''hex''), 16))'
            '::bit(64)::bigint), 0)::text FROM %I.%I t', one.nspname, one.relname) INTO rows, digest;
        RETURN NEXT;
    END LOOP;
    FOR one IN
        SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' ORDER BY n.nspname, c.relname
    LOOP
        kept := one.nspname || '.' || one.relname;
        EXECUTE format('SELECT 1, last_value || '' '' || is_called FROM %I.%I', one.nspname, one.relname)
            INTO rows, digest;
        RETURN NEXT;
    END LOOP;
END
$$;

SELECT kept, rows, digest FROM pg_temp.onechild_digests();
