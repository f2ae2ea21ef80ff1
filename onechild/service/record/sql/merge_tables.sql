-- How a load merges a source's rows into a table of the record. Called by actions/loading.py, table by table, in one
-- transaction and one change-set:
--   record_load_begin     what is noted on the way: children touched, rows refused
--   record_load_stage     an empty temporary table with the contract's columns, for COPY
--   record_load_compare   tells staged rows from those kept: `change_<table>` holds only what differs
--   record_load_apply     writes the differences; history follows by the triggers
-- Rows are found by key. A row is changed only where the source that is loaded owns it.

-- Noted for the time of the transaction. A second load in it (as in tests) begins with empty ones.
CREATE OR REPLACE FUNCTION record_load_begin() RETURNS void LANGUAGE plpgsql SET client_min_messages = error AS
$$
BEGIN
    DROP TABLE IF EXISTS pg_temp.load_touched, pg_temp.load_refused, pg_temp.load_overruled, pg_temp.load_children,
        pg_temp.load_kept_here;
    CREATE TEMP TABLE load_touched (child_id text) ON COMMIT DROP;
    CREATE TEMP TABLE load_overruled (table_name text, row_id text) ON COMMIT DROP;
    CREATE TEMP TABLE load_refused (
        table_name text, row_id text, child_id text, why text, source text, source_row text, row_values text
    ) ON COMMIT DROP;
END
$$;

-- One load at a time: true where this transaction now holds the right to load, until it ends.
CREATE OR REPLACE FUNCTION record_load_claim() RETURNS boolean LANGUAGE sql VOLATILE AS
$$ SELECT pg_try_advisory_xact_lock(hashtext('onechild'), hashtext('load')) $$;

-- Whether some transaction is loading at this moment.
CREATE OR REPLACE FUNCTION record_load_under_way() RETURNS boolean LANGUAGE sql VOLATILE AS
$$
    SELECT EXISTS (
        SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
          AND l.classid = (hashtext('onechild')::bit(32)::bigint)::oid
          AND l.objid = (hashtext('load')::bit(32)::bigint)::oid
    )
$$;

-- Whoever saves waits from here until the load ends; reading goes on.
CREATE OR REPLACE FUNCTION record_load_hold_writers() RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    LOCK TABLE public.children IN EXCLUSIVE MODE;
END
$$;

CREATE OR REPLACE FUNCTION record_load_stage(kept text, columns text[]) RETURNS void LANGUAGE plpgsql
SET client_min_messages = error AS
$$
DECLARE
    listed text := (SELECT string_agg(quote_ident(c), ', ' ORDER BY n) FROM unnest(columns) WITH ORDINALITY AS u(c, n));
BEGIN
    EXECUTE format('DROP TABLE IF EXISTS pg_temp.%I, pg_temp.%I', 'stage_' || kept, 'change_' || kept);
    EXECUTE format('CREATE TEMP TABLE %I ON COMMIT DROP AS SELECT %s, NULL::text AS given_child FROM public.%I WITH NO DATA',
        'stage_' || kept, listed, kept);
END
$$;

-- The children whose rows can be taken in: those of the record, and those that this load brings.
CREATE OR REPLACE FUNCTION record_load_know_children() RETURNS void LANGUAGE plpgsql SET client_min_messages = error AS
$$
BEGIN
    DROP TABLE IF EXISTS pg_temp.load_children;
    CREATE TEMP TABLE load_children ON COMMIT DROP AS SELECT child_id FROM public.children;
    IF to_regclass('pg_temp.change_children') IS NOT NULL THEN
        INSERT INTO load_children SELECT child_id FROM pg_temp.change_children WHERE change = 'new';
    END IF;
    ANALYZE load_children;
END
$$;

-- Tells staged rows from those kept. `speaks`: whether rows that are kept but not staged are gone from the source;
-- narrowed to those whose `source` is one of `said_by` and whose `day` is from `since` to `until`, where these are given.
CREATE OR REPLACE FUNCTION record_load_compare(
    kept text, key text, columns text[], origin integer, of_child boolean,
    speaks boolean, said_by text[], day text, since date, until date
) RETURNS void LANGUAGE plpgsql SET client_min_messages = error AS
$$
DECLARE
    stage text := 'stage_' || kept;
    change text := 'change_' || kept;
    staged text := (SELECT string_agg('s.' || quote_ident(c), ', ' ORDER BY n)
                    FROM unnest(columns) WITH ORDINALITY AS u(c, n));
    there text := (SELECT string_agg('t.' || quote_ident(c), ', ' ORDER BY n)
                   FROM unnest(columns) WITH ORDINALITY AS u(c, n));
    orphan text := 'false';
    known text := '';
    narrowed text := '';
BEGIN
    IF of_child THEN
        IF EXISTS (SELECT FROM public.child_links WHERE undone_at IS NULL) THEN
            EXECUTE format('UPDATE pg_temp.%I s SET given_child = s.child_id, child_id = l.kept_id '
                'FROM public.child_links l WHERE l.undone_at IS NULL AND l.joined_id = s.child_id', stage);
        END IF;
        orphan := 'k.child_id IS NULL';
        known := 'LEFT JOIN pg_temp.load_children k ON k.child_id = s.child_id';
    END IF;
    EXECUTE format('ANALYZE pg_temp.%I', stage);
    EXECUTE format(
        'CREATE TEMP TABLE %1$I ON COMMIT DROP AS '
        'SELECT CASE WHEN %2$s THEN ''orphan'' WHEN t.%3$I IS NULL THEN ''new'' '
        'WHEN t.origin_id IS DISTINCT FROM %4$s THEN ''refused'' '
        'WHEN t.gone_at IS NOT NULL THEN ''back'' ELSE ''changed'' END AS change, s.* '
        'FROM pg_temp.%5$I s LEFT JOIN public.%6$I t ON t.%3$I = s.%3$I %7$s '
        'WHERE %2$s OR t.%3$I IS NULL OR t.gone_at IS NOT NULL OR t.origin_id IS DISTINCT FROM %4$s '
        'OR ROW(%8$s) IS DISTINCT FROM ROW(%9$s)',
        change, orphan, key, origin, stage, kept, known, there, staged);
    IF speaks THEN
        IF said_by IS NOT NULL THEN
            narrowed := narrowed || format(' AND t.source = ANY(%L::text[])', said_by);
        END IF;
        IF since IS NOT NULL THEN
            narrowed := narrowed || format(' AND t.%I >= %L::date', day, since);
        END IF;
        IF until IS NOT NULL THEN
            narrowed := narrowed || format(' AND t.%I <= %L::date', day, until);
        END IF;
        EXECUTE format(
            'INSERT INTO pg_temp.%1$I (change, %2$I) SELECT ''gone'', t.%2$I FROM public.%3$I t '
            'WHERE t.origin_id = %4$s AND t.gone_at IS NULL %5$s '
            'AND NOT EXISTS (SELECT FROM pg_temp.%6$I s WHERE s.%2$I = t.%2$I)',
            change, key, kept, origin, narrowed, stage);
    END IF;
    EXECUTE format('DROP TABLE pg_temp.%I', stage);
    EXECUTE format('ANALYZE pg_temp.%I (change, %I)', change, key);
END
$$;

-- The earliest day that a staged table reaches back to; a source that keeps so many years says nothing of those before.
CREATE OR REPLACE FUNCTION record_load_reach(kept text, day text) RETURNS date LANGUAGE plpgsql AS
$$
DECLARE
    first date;
BEGIN
    EXECUTE format('SELECT min(%I) FROM pg_temp.%I', day, 'stage_' || kept) INTO first;
    RETURN first;
END
$$;
