-- What the web's role may do with the tables of signing in: none of them holds a child.
GRANT SELECT, INSERT, UPDATE, DELETE ON
    access_sessions, access_sign_in_links, access_authenticators, access_recovery_codes, access_rate_counts,
    axes_accessattempt, axes_accesslog, axes_accessfailurelog, axes_accessattemptexpiration
    TO onechild_web;
GRANT SELECT, INSERT, UPDATE ON access_users TO onechild_web;
DO $$
DECLARE
    owned text;
BEGIN
    FOR owned IN
        SELECT pg_get_serial_sequence(t, 'id') FROM unnest(ARRAY[
            'access_users', 'access_sign_in_links', 'access_authenticators', 'access_recovery_codes', 'access_rate_counts',
            'axes_accessattempt', 'axes_accesslog', 'axes_accessfailurelog']) AS t
    LOOP
        EXECUTE format('GRANT USAGE ON SEQUENCE %s TO onechild_web', owned);
    END LOOP;
END
$$;
