-- Pages hand jobs to the job process in their own transaction: what that takes, and nothing more.

GRANT SELECT, INSERT ON procrastinate_jobs, procrastinate_events TO onechild_web;
DO $$
DECLARE
    numbers regclass;
BEGIN
    FOR numbers IN SELECT oid FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND relname LIKE 'procrastinate\_%'
    LOOP
        EXECUTE format('GRANT USAGE ON SEQUENCE %s TO onechild_web', numbers);
    END LOOP;
END
$$;
