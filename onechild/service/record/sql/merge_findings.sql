-- What a load says of the rows it brought: contradictions, references that lead nowhere, rows that could not be taken.
-- Gathered in `load_found`, then merged into the tables findings and quarantine like any other rows of the source.

CREATE OR REPLACE FUNCTION record_load_begin_findings() RETURNS void LANGUAGE plpgsql SET client_min_messages = error AS
$$
BEGIN
    DROP TABLE IF EXISTS pg_temp.load_found;
    CREATE TEMP TABLE load_found (
        finding_kind text, child_id text, table_name text, row_id text, other_row_id text, words text
    ) ON COMMIT DROP;
END
$$;

-- Two spells of one child on the same day where there can be only one: each against the one before that reaches furthest.
CREATE OR REPLACE FUNCTION record_load_find_overlaps(kept text, key text, only_column text, only_value text, origin integer)
RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format(
        'INSERT INTO pg_temp.load_found '
        'SELECT ''overlap'', child_id, %1$L, row_id, substr(furthest, 11), '
        'format(''the spell from %%s begins before the one of %%s ends'', started_on, substr(furthest, 11)) FROM ('
        '    SELECT child_id, %2$I AS row_id, started_on, ended_on, '
        '    max(to_char(coalesce(ended_on, ''9999-12-31''), ''YYYY-MM-DD'') || %2$I) OVER '
        '    (PARTITION BY child_id ORDER BY started_on, %2$I ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS furthest '
        '    FROM public.%1$I WHERE origin_id = %3$s AND gone_at IS NULL AND (ended_on IS NULL OR ended_on > started_on) %4$s'
        ') spells WHERE to_char(started_on, ''YYYY-MM-DD'') < left(furthest, 10)',
        kept, key, origin, CASE WHEN only_column IS NULL THEN '' ELSE format('AND %I = %L', only_column, only_value) END);
END
$$;

CREATE OR REPLACE FUNCTION record_load_find_disorder(kept text, key text, earlier text, later text, origin integer)
RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format(
        'INSERT INTO pg_temp.load_found '
        'SELECT ''impossible_order'', %1$s, %2$L, %3$I, NULL, format(''%4$s %%s comes before %5$s %%s'', %4$I, %5$I) '
        'FROM public.%2$I WHERE origin_id = %6$s AND gone_at IS NULL AND %4$I < %5$I',
        CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('public.%I', kept)::regclass
                          AND attname = 'child_id' AND NOT attisdropped) THEN 'child_id' ELSE 'NULL' END,
        kept, key, later, earlier, origin);
END
$$;

-- One finding for a column, with a few of the keys that lead nowhere: a file of one return names many.
CREATE OR REPLACE FUNCTION record_load_find_unlinked(kept text, reference text, target text, target_key text, origin integer)
RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format(
        'INSERT INTO pg_temp.load_found '
        'SELECT ''unlinked'', NULL, %1$L, NULL, NULL, format(''%2$s leads to no row of %3$s: %%s%%s'', '
        'array_to_string((array_agg(DISTINCT %2$I))[1:3], '', ''), '
        'CASE WHEN count(DISTINCT %2$I) > 3 THEN format('' and %%s more'', count(DISTINCT %2$I) - 3) ELSE '''' END) '
        'FROM public.%1$I r WHERE r.origin_id = %5$s AND r.gone_at IS NULL AND r.%2$I IS NOT NULL '
        'AND NOT EXISTS (SELECT FROM public.%3$I t WHERE t.%4$I = r.%2$I AND t.gone_at IS NULL) '
        'HAVING count(*) > 0',
        kept, reference, target, target_key, origin);
END
$$;

CREATE OR REPLACE FUNCTION record_load_find_refused() RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO pg_temp.load_found
    SELECT 'orphan', child_id, min(table_name), NULL, NULL,
           format('the child is on no list of children, yet has rows (%s); they wait in the quarantine',
                  string_agg(format('%s of %s', number, table_name), ', ' ORDER BY table_name))
    FROM (SELECT child_id, table_name, count(*) AS number FROM pg_temp.load_refused WHERE why = 'orphan' GROUP BY 1, 2) met
    GROUP BY child_id;

    INSERT INTO pg_temp.load_found
    SELECT 'conflict', child_id, table_name, row_id, NULL,
           'another source, or OneChild itself, has a row of this key; it was left as it is'
    FROM pg_temp.load_refused WHERE why = 'refused';

    INSERT INTO pg_temp.load_found
    SELECT 'conflict', NULL, table_name, row_id, NULL,
           'the source changed a row that had been edited here; its version was taken, and the edit is in the history'
    FROM pg_temp.load_overruled;

    IF to_regclass('pg_temp.load_kept_here') IS NOT NULL THEN
        INSERT INTO pg_temp.load_found
        SELECT 'conflict', child_id, 'allocations', row_id, NULL,
               format('the source has this allocation run past %s, from which day it is kept in OneChild; what OneChild has '
                      'was left standing', since)
        FROM pg_temp.load_kept_here;
    END IF;
END
$$;

-- Makes the staged findings whole: those of the files, less what is looked for here anew, and what was found.
CREATE OR REPLACE FUNCTION record_load_stage_findings(prefix text) RETURNS bigint LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM pg_temp.stage_findings WHERE finding_kind IN ('overlap', 'orphan', 'unlinked', 'impossible_order');
    INSERT INTO pg_temp.stage_findings (finding_id, finding_kind, child_id, table_name, row_id, other_row_id, words, source)
    SELECT gen_random_uuid()::text, finding_kind, child_id, table_name, row_id, other_row_id, words, 'onechild'
    FROM pg_temp.load_found;
    UPDATE pg_temp.stage_findings f SET child_id = l.kept_id FROM child_links l
    WHERE l.undone_at IS NULL AND l.joined_id = f.child_id;
    -- Named by what it says, so that the same finding is the same row from load to load.
    UPDATE pg_temp.stage_findings SET finding_id = prefix || 'f:' || md5(concat_ws(
        '|', prefix, finding_kind, child_id, table_name, row_id, other_row_id, words));
    DELETE FROM pg_temp.stage_findings f USING (
        SELECT ctid, row_number() OVER (PARTITION BY finding_id) AS turn FROM pg_temp.stage_findings) twice
    WHERE f.ctid = twice.ctid AND twice.turn > 1;
    RETURN (SELECT count(*) FROM pg_temp.stage_findings);
END
$$;

-- Rows put aside by the load itself, beside those that reading put aside.
CREATE OR REPLACE FUNCTION record_load_stage_quarantine(prefix text) RETURNS bigint LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO pg_temp.stage_quarantine (
        quarantine_id, file, place, table_name, column_name, value, reason, row_refused, row_values, source, source_row)
    SELECT format('%sload/%s/%s', prefix, table_name, row_id), coalesce(source, 'extract'),
           coalesce(source_row, row_id), table_name,
           CASE why WHEN 'orphan' THEN 'child_id' END, CASE why WHEN 'orphan' THEN child_id END,
           CASE why WHEN 'orphan' THEN 'the child is on no list of children'
                    WHEN 'kept_here' THEN 'who holds the child on these days is kept in OneChild'
                    ELSE 'another source, or OneChild itself, has a row of this key' END,
           true, row_values, source, source_row
    FROM pg_temp.load_refused;
    RETURN (SELECT count(*) FROM pg_temp.stage_quarantine);
END
$$;

-- Findings of tables that were not looked at again stay as they are.
CREATE OR REPLACE FUNCTION record_load_keep_findings(looked_at text[]) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM pg_temp.change_findings c USING findings f
    WHERE c.change = 'gone' AND f.finding_id = c.finding_id AND f.table_name <> ALL (looked_at);
END
$$;

-- So do quarantined rows of files that were not read again (`files` null: all were), and what loads put aside of
-- tables that were not looked at.
CREATE OR REPLACE FUNCTION record_load_keep_quarantine(prefix text, files text[], looked_at text[]) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM pg_temp.change_quarantine c USING quarantine q
    WHERE c.change = 'gone' AND q.quarantine_id = c.quarantine_id AND CASE
        WHEN starts_with(q.quarantine_id, prefix || 'load/') THEN q.table_name <> ALL (looked_at)
        ELSE files IS NOT NULL AND q.file <> ALL (files) END;
END
$$;

-- The children whose rows this load wrote.
CREATE OR REPLACE FUNCTION record_load_touched() RETURNS SETOF text LANGUAGE plpgsql AS
$$
BEGIN
    RETURN QUERY SELECT DISTINCT child_id FROM pg_temp.load_touched WHERE child_id IS NOT NULL ORDER BY 1;
END
$$;
