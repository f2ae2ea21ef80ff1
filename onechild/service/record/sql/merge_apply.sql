-- The second half of a load: what `record_load_compare` found is written, and what can't be is noted.

-- Of rows that somebody edited since their source last sent them: an edit stands as long as the source says what it
-- said then. Where the source has changed the row since, the source's version is taken, and a finding says so.
CREATE OR REPLACE FUNCTION record_load_spare_edits(kept text, key text, columns text[], of_child boolean) RETURNS bigint
LANGUAGE plpgsql SET client_min_messages = error AS
$$
DECLARE
    change text := 'change_' || kept;
    compared text[] := CASE WHEN of_child THEN array_remove(columns, 'child_id') ELSE columns END;
    given text := (SELECT string_agg('c.' || quote_ident(x), ', ' ORDER BY n)
                   FROM unnest(compared) WITH ORDINALITY AS u(x, n));
    said text := (SELECT string_agg('w.' || quote_ident(x), ', ' ORDER BY n)
                  FROM unnest(compared) WITH ORDINALITY AS u(x, n));
    same_child text := CASE WHEN of_child
        THEN ' AND w.child_id IN (c.child_id, coalesce(c.given_child, c.child_id))' ELSE '' END;
    spared bigint;
BEGIN
    DROP TABLE IF EXISTS pg_temp.load_edited;
    EXECUTE format(
        'CREATE TEMP TABLE load_edited ON COMMIT DROP AS '
        'SELECT c.%1$I AS row_id, coalesce(ROW(%2$s) IS NOT DISTINCT FROM ROW(%3$s) %4$s, false) AS stands '
        'FROM pg_temp.%5$I c JOIN public.%6$I t ON t.%1$I = c.%1$I '
        'JOIN public.change_sets made ON made.change_set_id = t.change_set_id AND made.kind <> ''load'' '
        'LEFT JOIN LATERAL ('
        '    SELECT h.* FROM history.%6$I h JOIN public.change_sets m USING (change_set_id) '
        '    WHERE h.%1$I = c.%1$I AND m.kind = ''load'' ORDER BY h.edit_version DESC LIMIT 1) w ON true '
        'WHERE c.change = ''changed'' AND (made.kind <> ''link'' OR EXISTS ('
        '    SELECT FROM history.%6$I h JOIN public.change_sets m USING (change_set_id) '
        '    WHERE h.%1$I = c.%1$I AND h.edit_version > coalesce(w.edit_version, 0) AND m.kind NOT IN (''load'', ''link'')))',
        key, given, said, same_child, change, kept);
    EXECUTE format('DELETE FROM pg_temp.%I c USING pg_temp.load_edited e WHERE e.row_id = c.%I AND e.stands', change, key);
    GET DIAGNOSTICS spared = ROW_COUNT;
    INSERT INTO load_overruled SELECT kept, row_id FROM load_edited WHERE NOT stands;
    IF 'restricted' = ANY (columns) THEN  -- a source that is silent lifts no restriction that somebody here put on
        EXECUTE format('UPDATE pg_temp.%I c SET restricted = t.restricted FROM public.%I t, pg_temp.load_edited e '
            'WHERE t.%3$I = c.%3$I AND e.row_id = c.%3$I AND c.restricted IS NULL', change, kept, key);
    END IF;
    RETURN spared;
END
$$;

-- Rows that the record can't hold, kept whole for the quarantine.
CREATE OR REPLACE FUNCTION record_load_put_aside(kept text, key text, columns text[], of_child boolean) RETURNS void
LANGUAGE plpgsql AS
$$
DECLARE
    change text := 'change_' || kept;
    listed text := (SELECT string_agg('c.' || quote_ident(x), ', ' ORDER BY n)
                    FROM unnest(columns) WITH ORDINALITY AS u(x, n));
    whole text := (SELECT string_agg(format('%L, c.%I', x, x), ', ' ORDER BY n)
                   FROM unnest(columns) WITH ORDINALITY AS u(x, n));
BEGIN
    EXECUTE format(
        'INSERT INTO pg_temp.load_refused '
        'SELECT %L, c.%I, %s, c.change, c.source, c.source_row, '
        'jsonb_strip_nulls(jsonb_build_object(%s))::text '
        'FROM pg_temp.%I c LEFT JOIN (SELECT t.%2$I AS row_id FROM public.%6$I t JOIN public.change_sets m '
        'USING (change_set_id) WHERE m.kind <> ''load'') mended ON mended.row_id = c.%2$I AND c.change = ''orphan'' '
        'WHERE c.change IN (''orphan'', ''refused'', ''kept_here'') AND mended.row_id IS NULL',
        kept, key, CASE WHEN of_child THEN 'c.child_id' ELSE 'NULL' END, whole, change, kept);
END
$$;

-- Keeps the notes by which undoing a link takes back its rows, in step with what the source says of their child.
CREATE OR REPLACE FUNCTION record_load_note_links(kept text, key text) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format(
        'INSERT INTO public.child_link_rows (link_id, table_name, row_key) '
        'SELECT l.link_id, %L, c.%I FROM pg_temp.%I c JOIN public.child_links l '
        'ON l.joined_id = c.given_child AND l.undone_at IS NULL '
        'WHERE c.change IN (''new'', ''changed'', ''back'') ON CONFLICT DO NOTHING', kept, key, 'change_' || kept);
    EXECUTE format(
        'DELETE FROM public.child_link_rows r USING public.child_links l, pg_temp.%I c '
        'WHERE l.link_id = r.link_id AND l.undone_at IS NULL AND r.table_name = %L AND r.row_key = c.%I '
        'AND c.change IN (''changed'', ''back'') AND c.given_child IS DISTINCT FROM l.joined_id',
        'change_' || kept, kept, key);
END
$$;

-- Writes what was compared. Gives the rows that were new, changed, gone, gone and back, edits that stand, and refused.
CREATE OR REPLACE FUNCTION record_load_apply(
    kept text, key text, columns text[], origin integer, of_child boolean, prefix text, at timestamptz,
    OUT new bigint, OUT changed bigint, OUT gone bigint, OUT back bigint, OUT spared bigint, OUT refused bigint
) LANGUAGE plpgsql SET client_min_messages = error AS
$$
DECLARE
    change text := 'change_' || kept;
    number bigint := record_change_set();
    others text[] := array_remove(columns, key);
    listed text := (SELECT string_agg(quote_ident(x), ', ' ORDER BY n) FROM unnest(columns) WITH ORDINALITY AS u(x, n));
    given text := (SELECT string_agg('c.' || quote_ident(x), ', ' ORDER BY n)
                   FROM unnest(columns) WITH ORDINALITY AS u(x, n));
    settings text := (SELECT string_agg(format('%I = c.%I', x, x), ', ') FROM unnest(others) AS x);
    public_id text := '';
    own_id text := '';
BEGIN
    IF kept = 'allocations' THEN
        PERFORM record_load_note_kept_here();
    END IF;
    spared := record_load_spare_edits(kept, key, columns, of_child);
    IF kept = 'allocations' THEN
        spared := spared + record_load_hold_kept_here(columns);
    END IF;
    PERFORM record_load_put_aside(kept, key, columns, of_child);
    IF of_child THEN
        PERFORM record_load_note_links(kept, key);
        EXECUTE format(
            'INSERT INTO pg_temp.load_touched '
            'SELECT child_id FROM pg_temp.%1$I WHERE change IN (''new'', ''changed'', ''back'') UNION '
            'SELECT t.child_id FROM public.%2$I t JOIN pg_temp.%1$I c ON c.%3$I = t.%3$I '
            'WHERE c.change IN (''changed'', ''back'', ''gone'')', change, kept, key);
    END IF;
    IF kept = 'children' THEN  -- the source's own id is the public one, where it will do and nobody has it
        EXECUTE format(
            'INSERT INTO pg_temp.load_touched SELECT child_id FROM pg_temp.%I WHERE change NOT IN (''refused'')', change);
        public_id := ', la_child_id';
        own_id := format(', CASE WHEN substr(c.child_id, %1$s) ~ ''^[A-Za-z0-9]{1,20}$'' '
            'AND substr(c.child_id, %1$s) !~ ''^OC[0-9]{8}$'' AND NOT EXISTS ('
            'SELECT FROM public.children o WHERE o.la_child_id = substr(c.child_id, %1$s)) '
            'THEN substr(c.child_id, %1$s) ELSE record_new_child_id() END', length(prefix) + 1);
    END IF;
    EXECUTE format('UPDATE public.%1$I t SET %2$s, gone_at = NULL FROM pg_temp.%3$I c '
        'WHERE t.%4$I = c.%4$I AND t.origin_id = %5$s AND c.change IN (''changed'', ''back'')',
        kept, settings, change, key, origin);
    EXECUTE format('UPDATE public.%1$I t SET gone_at = %2$L FROM pg_temp.%3$I c '
        'WHERE t.%4$I = c.%4$I AND c.change = ''gone''', kept, at, change, key);
    EXECUTE format('INSERT INTO public.%1$I (%2$s, origin_id, change_set_id %3$s) '
        'SELECT %4$s, %5$s, %6$s %7$s FROM pg_temp.%8$I c WHERE c.change = ''new''',
        kept, listed, public_id, given, origin, number, own_id, change);
    EXECUTE format(
        'SELECT count(*) FILTER (WHERE change = ''new''), count(*) FILTER (WHERE change = ''changed''), '
        'count(*) FILTER (WHERE change = ''gone''), count(*) FILTER (WHERE change = ''back''), '
        'count(*) FILTER (WHERE change IN (''orphan'', ''refused'', ''kept_here'')) FROM pg_temp.%I', change)
        INTO new, changed, gone, back, refused;
    EXECUTE format('DROP TABLE pg_temp.%I', change);
    IF new + changed + back > 1000 THEN
        EXECUTE format('ANALYZE public.%I', kept);
    END IF;
END
$$;
