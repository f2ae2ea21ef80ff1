-- Only the owner loads: jobs and the command line. The web's roles may call none of this.
DO $$
DECLARE
    named regprocedure;
BEGIN
    FOR named IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'record\_load\_%'
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', named);
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION record_load_under_way() TO onechild_web;
