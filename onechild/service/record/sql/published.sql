-- Published figures: whoever may see figures reads what was told; a child behind one is guarded as a child's record.

-- What was told to the public is one number for all readers. Somebody barred from a child reads the rows without that
-- child, and counts of them that leave the child out.
CREATE FUNCTION published_rows_behind(asked text, OUT behind bigint, OUT hidden bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    barred text[] := coalesce(nullif(current_setting('onechild.barred', true), '')::text[], ARRAY[]::text[]);
BEGIN
    IF current_setting('role') = 'onechild_web' AND NOT access_may('see_figures') THEN
        RETURN;
    END IF;
    SELECT count(*), count(*) FILTER (WHERE child_id IS NOT NULL AND NOT may_see(child_id)) INTO behind, hidden
    FROM published_figure_children WHERE published_id = asked AND (child_id IS NULL OR child_id <> ALL (barred));
END
$$;

-- The fingerprint of stored rows, and how many they are: the same rows, the same words, whoever asks.
CREATE FUNCTION published_fingerprint(
    days bigint[], first date, last date, asked text, OUT content text, OUT many bigint
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT md5(coalesce(string_agg(line, chr(10) ORDER BY line COLLATE "C"), '')), count(*)
    FROM (SELECT concat_ws('|', f.row_id, f.child_id, f.worker_id, f.team_id, f.counted_on, f.counted, f.adds, f.base) AS line
          FROM figure_children f
          WHERE f.figure_day_id = ANY (days) AND f.measure = asked AND f.counted_on BETWEEN first AND last) AS lines
$$;

-- Keeps stored rows with a figure that has just been published. It copies every child, so only who may publish may ask.
CREATE FUNCTION published_keep_rows(figure text, days bigint[], first date, last date, asked text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    kept bigint;
BEGIN
    IF current_setting('role') = 'onechild_web' AND NOT access_may('see_figures') THEN
        RAISE EXCEPTION 'this viewer may not publish figures' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM published_figure_children WHERE published_id = figure) THEN
        RAISE EXCEPTION 'a published figure is never changed' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO published_figure_children
        (published_id, row_id, child_id, worker_id, team_id, counted_on, counted, adds, base)
    SELECT figure, f.row_id, f.child_id, f.worker_id, f.team_id, f.counted_on, f.counted, f.adds, f.base
    FROM figure_children f
    WHERE f.figure_day_id = ANY (days) AND f.measure = asked AND f.counted_on BETWEEN first AND last;
    GET DIAGNOSTICS kept = ROW_COUNT;
    RETURN kept;
END
$$;

-- A figure once published is never changed.
CREATE FUNCTION published_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'a published figure is never changed' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER never_changed BEFORE UPDATE ON published_figures
    FOR EACH STATEMENT EXECUTE FUNCTION published_refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE ON published_figure_children
    FOR EACH STATEMENT EXECUTE FUNCTION published_refuse_change();

-- What the public copy of a viewer's figures is counted as: the council's own, without anybody left out.
CREATE FUNCTION published_days(asked_from date, asked_to date) RETURNS TABLE (
    figure_day_id bigint, kind text, from_on date, to_on date
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT d.figure_day_id, d.kind, d.from_on, d.to_on FROM figure_days d
    WHERE d.variant = '' AND (
        (d.from_on IS NOT DISTINCT FROM asked_from AND d.to_on = asked_to)
        OR (asked_from IS NOT NULL AND d.kind IN ('month', 'rows') AND d.to_on >= asked_from AND d.from_on <= asked_to))
$$;

CREATE FUNCTION published_numbers(day bigint, asked text, asked_by text) RETURNS TABLE (
    version integer, by text, cut text, team_id text, worker_id text, label text,
    numerator double precision, denominator double precision, value double precision, own_rows boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT f.version, f.by, f.cut, f.team_id, f.worker_id, f.label, f.numerator, f.denominator, f.value, f.own_rows
    FROM figures f WHERE f.figure_day_id = day AND f.measure = asked AND f.by IN ('', asked_by) ORDER BY f.figure_id
$$;

-- What of the record the council's stored figures were counted from.
CREATE FUNCTION published_known(OUT known_at timestamptz, OUT change_sets bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT r.known_at, r.change_sets FROM figure_runs r
    WHERE r.variant = '' AND r.known_at IS NOT NULL ORDER BY r.computed_at DESC LIMIT 1
$$;

-- What became of the rows of some children since a moment, table by table: every version that took effect after it, with
-- what it changed. The caller reads with its own rights.
CREATE FUNCTION record_changes_since(whose text[], since timestamptz, among text[]) RETURNS TABLE (
    table_name text, row_key text, child_id text, before_child_id text, what text, changed text[],
    change_set_id bigint, kind text, words text, made_by text, took_effect_at timestamptz
) LANGUAGE plpgsql STABLE AS
$$
DECLARE
    place record;
BEGIN
    FOR place IN
        SELECT t.relname::text AS name, k.attname::text AS key
        FROM pg_class t
        JOIN pg_class h ON h.relname = t.relname AND h.relnamespace = 'history'::regnamespace
        JOIN pg_attribute c ON c.attrelid = t.oid AND c.attname = 'child_id' AND NOT c.attisdropped
        JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
        JOIN pg_attribute k ON k.attrelid = t.oid AND k.attnum = i.indkey[0]
        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname::text = ANY (among)
        ORDER BY 1
    LOOP
        RETURN QUERY EXECUTE format($inner$
            WITH mine AS (
                SELECT DISTINCT v.%2$I::text AS row_key FROM (
                    SELECT %2$I, child_id FROM public.%1$I UNION ALL SELECT %2$I, child_id FROM history.%1$I) v
                WHERE v.child_id = ANY ($1)),
            versions AS (
                SELECT v.*, c.kind, c.words, c.made_by, c.took_effect_at FROM (
                    SELECT %2$I::text AS row_key, child_id::text, gone_at, edit_version, change_set_id, to_jsonb(t) AS facts
                    FROM public.%1$I t WHERE %2$I::text IN (SELECT m.row_key FROM mine m)
                    UNION ALL
                    SELECT %2$I::text, child_id::text, gone_at, edit_version, change_set_id, to_jsonb(t)
                    FROM history.%1$I t WHERE %2$I::text IN (SELECT m.row_key FROM mine m)) v
                JOIN public.change_sets c USING (change_set_id)
                WHERE c.took_effect_at IS NOT NULL),
            then_known AS (
                SELECT DISTINCT ON (row_key) * FROM versions WHERE took_effect_at <= $2
                ORDER BY row_key, took_effect_at DESC, edit_version DESC),
            since AS (SELECT * FROM versions WHERE took_effect_at > $2),
            beside AS (
                SELECT s.*, lag(s.facts, 1, t.facts) OVER w AS before, lag(s.child_id, 1, t.child_id) OVER w AS before_child
                FROM since s LEFT JOIN then_known t USING (row_key)
                WINDOW w AS (PARTITION BY s.row_key ORDER BY s.took_effect_at, s.edit_version))
            SELECT %1$L, b.row_key, b.child_id, b.before_child,
                CASE WHEN b.before IS NULL THEN 'new'
                    WHEN b.before_child IS DISTINCT FROM b.child_id THEN 'moved'
                    WHEN b.gone_at IS NOT NULL AND b.before ->> 'gone_at' IS NULL THEN 'gone'
                    WHEN b.gone_at IS NULL AND b.before ->> 'gone_at' IS NOT NULL THEN 'back'
                    ELSE 'changed' END,
                ARRAY(SELECT n.key FROM jsonb_each(b.facts) n
                    WHERE n.value IS DISTINCT FROM b.before -> n.key AND b.before IS NOT NULL
                        AND n.key NOT IN ('edit_version', 'change_set_id', 'gone_at', 'recorded_on', 'end_recorded_on',
                            'source', 'source_row', 'origin_id', 'child_id') ORDER BY 1),
                b.change_set_id, b.kind, b.words, b.made_by, b.took_effect_at
            FROM beside b ORDER BY b.took_effect_at, b.row_key
        $inner$, place.name, place.key) USING whose, since;
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION published_rows_behind(text), published_fingerprint(bigint[], date, date, text),
    published_keep_rows(text, bigint[], date, date, text), published_days(date, date),
    published_numbers(bigint, text, text), published_known() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_rows_behind(text), published_fingerprint(bigint[], date, date, text),
    published_keep_rows(text, bigint[], date, date, text), published_days(date, date),
    published_numbers(bigint, text, text), published_known() TO onechild_web;

SELECT access_guard_by('public', 'published_figures', 'access_may(''see_figures'')'),
    access_guard_by('public', 'published_uses', 'access_may(''see_figures'')'),
    access_guard_by('public', 'published_figure_children',
        'access_may(''see_figures'') AND (child_id IS NULL OR may_see(child_id))');
GRANT SELECT, INSERT ON published_figures, published_uses TO onechild_web;
GRANT SELECT ON published_figure_children TO onechild_web;
