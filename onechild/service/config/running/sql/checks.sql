-- What a doctor asks of the database: a state (ok, warn or fail) and a sentence for each thing asked.

SELECT CASE WHEN current_setting('server_version_num')::int >= 150000 THEN 'ok' ELSE 'fail' END,
    'PostgreSQL ' || current_setting('server_version') || ' (15 or later is needed)'
UNION ALL
SELECT CASE WHEN e.extname IS NULL THEN 'fail' ELSE 'ok' END,
    'extension ' || wanted || CASE WHEN e.extname IS NULL THEN ' is missing' ELSE ' is there' END
FROM unnest(ARRAY['btree_gist', 'pg_trgm', 'unaccent', 'fuzzystrmatch']) AS wanted
LEFT JOIN pg_extension e ON e.extname = wanted
UNION ALL
SELECT CASE WHEN r.rolname IS NULL OR r.rolsuper OR r.rolbypassrls OR r.rolcreaterole THEN 'fail' ELSE 'ok' END,
    'role ' || wanted || CASE
        WHEN r.rolname IS NULL THEN ' is missing'
        WHEN r.rolsuper THEN ' is a superuser, so that no policy binds it'
        WHEN r.rolbypassrls THEN ' passes by row-level security'
        WHEN r.rolcreaterole THEN ' may make roles'
        ELSE ' is bound by row-level security'
    END
FROM unnest(ARRAY['onechild_web', 'onechild_public']) AS wanted
LEFT JOIN pg_roles r ON r.rolname = wanted
UNION ALL
SELECT CASE WHEN count(c.oid) = 0 THEN 'ok' ELSE 'fail' END,
    'role ' || r.rolname || ' owns ' || CASE WHEN count(c.oid) = 0 THEN 'nothing' ELSE count(c.oid) || ' tables' END
FROM pg_roles r LEFT JOIN pg_class c ON c.relowner = r.oid
WHERE r.rolname IN ('onechild_web', 'onechild_public')
GROUP BY r.rolname
UNION ALL
SELECT CASE WHEN count(*) FILTER (WHERE NOT c.relrowsecurity) = 0 THEN 'ok' ELSE 'fail' END,
    CASE WHEN count(*) FILTER (WHERE NOT c.relrowsecurity) = 0
        THEN 'row-level security is on for all ' || count(*) || ' tables about a child'
        ELSE 'row-level security is off for '
            || string_agg(n.nspname || '.' || c.relname, ', ' ORDER BY n.nspname, c.relname)
                FILTER (WHERE NOT c.relrowsecurity)
    END
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ('public', 'history')
WHERE c.relkind = 'r' AND EXISTS (
    SELECT FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attname = 'child_id' AND NOT a.attisdropped
)
-- the grant makes it a table that the web can reach at all
AND has_table_privilege('onechild_web', c.oid, 'SELECT')
UNION ALL
SELECT CASE WHEN quiet THEN 'ok' ELSE 'warn' END,
    CASE WHEN quiet THEN 'PostgreSQL''s own log leaves out the statements that failed'
        ELSE 'PostgreSQL''s own log writes statements that failed, with the values in them: '
            'set log_min_messages = log and log_error_verbosity = terse'
    END
FROM (SELECT current_setting('log_min_messages') IN ('log', 'fatal', 'panic')
    AND current_setting('log_error_verbosity') = 'terse' AS quiet) logs;
