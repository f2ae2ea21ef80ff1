-- The duties still owed at the end of the day, as in lines.sql, with the moment that a clock of hours sets.

DROP FUNCTION record_due(text[], text[], date, date);
CREATE FUNCTION record_due(asked text[], clocks text[], on_day date, until date)
RETURNS TABLE (
    child_id text, clock text, version text, spell_id text, within text, counted_from date, follows_event boolean,
    due_on date, due_at timestamptz
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    SELECT o.child_id::text, o.clock::text, o.version, o.spell_id::text, o.within, o.started_on,
        EXISTS (
            SELECT FROM public.obligations b
            WHERE b.subject_kind = o.subject_kind AND b.subject_id = o.subject_id AND b.clock = o.clock
                AND b.spell_id = o.spell_id AND b.met_on = o.started_on
        ), o.due_on, o.due_at
    FROM public.obligations o
    WHERE o.child_id = ANY (asked) AND o.clock = ANY (clocks) AND o.started_on <= on_day
        AND (o.met_on IS NULL OR o.met_on > on_day) AND (o.ended_on IS NULL OR o.ended_on > on_day)
        AND o.due_on <= until
    ORDER BY o.due_on, o.clock, o.child_id;
END
$$;
GRANT EXECUTE ON FUNCTION record_due(text[], text[], date, date) TO onechild_web;
