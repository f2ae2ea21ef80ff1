-- OneChild takes allocation over child by child (decision 18). From the day that an allocation of a load was ended
-- here, or that a lead of our own began, no load lets the source's row run on, and none puts another lead beside ours.

-- Notes what the source says of a time that is kept here, and puts aside its leads that would stand beside our own.
CREATE OR REPLACE FUNCTION record_load_note_kept_here() RETURNS void LANGUAGE plpgsql SET client_min_messages = error AS
$$
BEGIN
    DROP TABLE IF EXISTS pg_temp.load_kept_here;
    CREATE TEMP TABLE load_kept_here (row_id text, child_id text, since date) ON COMMIT DROP;
    IF NOT EXISTS (SELECT FROM public.allocations WHERE origin_id IS NULL AND gone_at IS NULL)
        AND NOT EXISTS (SELECT FROM public.allocation_moves WHERE undone_at IS NULL AND gone_at IS NULL)
    THEN
        RETURN;
    END IF;
    INSERT INTO load_kept_here
    SELECT c.allocation_id, c.child_id, ours.started_on
    FROM pg_temp.change_allocations c CROSS JOIN LATERAL (
        SELECT o.started_on FROM public.allocations o
        WHERE o.child_id = c.child_id AND o.role = 'lead' AND o.origin_id IS NULL AND o.gone_at IS NULL
            AND o.started_on <= c.started_on AND coalesce(o.ended_on, 'infinity') > c.started_on
            AND coalesce(c.ended_on, 'infinity') > c.started_on
        ORDER BY o.started_on LIMIT 1) ours
    WHERE c.change IN ('new', 'back') AND c.role = 'lead';
    UPDATE pg_temp.change_allocations c SET change = 'kept_here' FROM load_kept_here k WHERE k.row_id = c.allocation_id;
    INSERT INTO load_kept_here
    SELECT c.allocation_id, c.child_id, least(
        (SELECT min(o.started_on) FROM public.allocations o
         WHERE c.role = 'lead' AND o.child_id = c.child_id AND o.role = 'lead' AND o.origin_id IS NULL AND o.gone_at IS NULL
             AND o.started_on >= c.started_on AND coalesce(o.ended_on, 'infinity') > o.started_on),
        (SELECT min(m.happened_on) FROM public.allocation_moves m
         WHERE m.ended_allocation_id = c.allocation_id AND m.undone_at IS NULL AND m.gone_at IS NULL))
    FROM pg_temp.change_allocations c WHERE c.change IN ('new', 'back', 'changed');
    DELETE FROM load_kept_here k USING pg_temp.change_allocations c
    WHERE c.allocation_id = k.row_id AND (k.since IS NULL OR coalesce(c.ended_on, 'infinity') <= k.since);
END
$$;

-- Of what is left to write after the edits that stand: our end is kept where the source's row would run on past it.
CREATE OR REPLACE FUNCTION record_load_hold_kept_here(columns text[]) RETURNS bigint LANGUAGE plpgsql AS
$$
DECLARE
    given text := (SELECT string_agg('c.' || quote_ident(x), ', ' ORDER BY n)
                   FROM unnest(columns) WITH ORDINALITY AS u(x, n));
    there text := (SELECT string_agg('t.' || quote_ident(x), ', ' ORDER BY n)
                   FROM unnest(columns) WITH ORDINALITY AS u(x, n));
    held bigint;
BEGIN
    UPDATE pg_temp.change_allocations c SET ended_on = k.since,
        end_recorded_on = t.end_recorded_on, end_reason = t.end_reason, end_words = t.end_words
    FROM pg_temp.load_kept_here k LEFT JOIN public.allocations t ON t.allocation_id = k.row_id AND t.ended_on = k.since
    WHERE k.row_id = c.allocation_id AND c.change IN ('new', 'back', 'changed');
    DELETE FROM pg_temp.load_overruled o USING pg_temp.load_kept_here k
    WHERE o.table_name = 'allocations' AND o.row_id = k.row_id;
    EXECUTE format(
        'DELETE FROM pg_temp.change_allocations c USING public.allocations t, pg_temp.load_kept_here k '
        'WHERE k.row_id = c.allocation_id AND t.allocation_id = c.allocation_id AND c.change = ''changed'' '
        'AND ROW(%s) IS NOT DISTINCT FROM ROW(%s)', given, there);
    GET DIAGNOSTICS held = ROW_COUNT;
    RETURN held;
END
$$;
