-- tables with a child and no policy
SELECT DISTINCT n.nspname || '.' || c.relname FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_%'
    AND (a.attname ~ '(^|_)(child_id|child_ids|children)$' AND a.atttypid IN ('text'::regtype, 'text[]'::regtype, 'varchar'::regtype, 'jsonb'::regtype) OR c.relname IN ('child_links', 'child_link_rows', 'adults', 'adult_names', 'quarantine'))
    AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
    AND has_table_privilege('onechild_web', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
ORDER BY 1

-- views with a child that read as their owner
SELECT DISTINCT c.relname FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'v' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    AND a.attname ~ '(^|_)(child_id|children)$'
    AND NOT coalesce(c.reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on']
    AND has_table_privilege('onechild_web', c.oid, 'SELECT')
ORDER BY 1

-- what the public role may read
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    AND (has_table_privilege('onechild_public', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
        OR has_any_column_privilege('onechild_public', c.oid, 'SELECT'))
ORDER BY 1

-- what the web may write of the log
SELECT c.relname FROM pg_class c
WHERE c.relname IN ('access_events', 'access_log_seals')
    AND has_table_privilege('onechild_web', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')

