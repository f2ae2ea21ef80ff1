-- Moves the rows about a child to another record and back. A row of whatever table has a history and a child.

CREATE OR REPLACE FUNCTION record_link_rows(link bigint, kept_child text, joined_child text) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    moved record;
BEGIN
    FOR moved IN SELECT * FROM record_tables_of_children() LOOP
        -- A child has one row of details: the kept record's stands, and the other's waits for the link to be undone.
        CONTINUE WHEN moved.table_name = 'child_details' AND EXISTS (
            SELECT FROM child_details d WHERE d.child_id = kept_child AND d.gone_at IS NULL);
        EXECUTE format('INSERT INTO child_link_rows (link_id, table_name, row_key) SELECT $1, %1$L, %2$I '
            'FROM public.%1$I WHERE child_id = $2', moved.table_name, moved.key) USING link, joined_child;
        EXECUTE format('UPDATE public.%I SET child_id = $1 WHERE child_id = $2', moved.table_name)
            USING kept_child, joined_child;
    END LOOP;
END
$$;

-- Exactly the rows noted, as far as they still are about the kept record.
CREATE OR REPLACE FUNCTION record_unlink_rows(link bigint, kept_child text, joined_child text) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    moved record;
BEGIN
    FOR moved IN SELECT * FROM record_tables_of_children() LOOP
        EXECUTE format('UPDATE public.%1$I t SET child_id = $3 FROM child_link_rows r WHERE r.link_id = $1 '
            'AND r.table_name = %1$L AND r.row_key = t.%2$I AND t.child_id = $2', moved.table_name, moved.key)
            USING link, kept_child, joined_child;
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION record_tables_of_children() RETURNS TABLE (table_name text, key text) LANGUAGE sql STABLE AS
$$
    SELECT t.relname::text, k.attname::text
    FROM pg_class t
    JOIN pg_class h ON h.relname = t.relname AND h.relnamespace = 'history'::regnamespace
    JOIN pg_attribute c ON c.attrelid = t.oid AND c.attname = 'child_id' AND NOT c.attisdropped
    JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
    JOIN pg_attribute k ON k.attrelid = t.oid AND k.attnum = i.indkey[0]
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND k.attname <> 'child_id'
    ORDER BY 1
$$;
