-- What a list says of children and workers, each in one question: who they are, how they stand, what is due. Row-level
-- security is in force. The plans are kept, as working one out anew would take longer than the answer.

-- Each child as named on the day: the name used, else the legal one, else any.
CREATE FUNCTION record_heads(asked text[], on_day date)
RETURNS TABLE (
    child_id text, la_child_id text, forename text, surname text, born_on date, expected_on date, died_on date,
    family_id text, restricted text
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    SELECT c.child_id::text, c.la_child_id, n.forename, n.surname, c.born_on, c.expected_on, c.died_on, f.family_id,
        c.restricted
    FROM public.children c
    LEFT JOIN LATERAL (
        SELECT m.forename, m.surname FROM public.child_names m
        WHERE m.child_id = c.child_id AND m.gone_at IS NULL AND (m.started_on IS NULL OR m.started_on <= on_day)
            AND (m.ended_on IS NULL OR m.ended_on > on_day)
        ORDER BY CASE m.name_kind WHEN 'used' THEN 0 WHEN 'legal' THEN 1 ELSE 2 END, m.started_on DESC, m.name_id LIMIT 1
    ) n ON true
    LEFT JOIN LATERAL (
        SELECT m.family_id FROM public.family_members m
        WHERE m.child_id = c.child_id AND m.gone_at IS NULL AND (m.started_on IS NULL OR m.started_on <= on_day)
            AND (m.ended_on IS NULL OR m.ended_on > on_day)
        ORDER BY m.started_on DESC, m.family_member_id LIMIT 1
    ) f ON true
    WHERE c.child_id = ANY (asked) AND c.gone_at IS NULL;
END
$$;

-- How each child stands at the end of the day: the keys are those of queries/status.py. `breaks` are the legal statuses
-- of short breaks, `not_yet` the entitlements on leaving care that are none yet.
CREATE FUNCTION record_statuses(asked text[], on_day date, breaks text[], not_yet text[])
RETURNS TABLE (child_id text, kind text, since date)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    SELECT s.child_id::text, s.kind, s.started_on FROM (
        SELECT p.child_id, CASE WHEN p.of_other_council THEN 'other_council' ELSE 'child_protection' END AS kind,
            p.started_on, p.ended_on, p.gone_at
        FROM public.child_protection_plans p WHERE p.child_id = ANY (asked)
        UNION ALL
        SELECT p.child_id, 'looked_after', p.started_on, p.ended_on, p.gone_at
        FROM public.periods_of_care p WHERE p.child_id = ANY (asked)
        UNION ALL
        SELECT p.child_id, 'short_breaks', p.started_on, p.ended_on, p.gone_at
        FROM public.care_episodes p WHERE p.child_id = ANY (asked) AND p.legal_status = ANY (breaks)
        UNION ALL
        SELECT p.child_id, 'short_breaks', p.started_on, p.ended_on, p.gone_at
        FROM public.legal_statuses p WHERE p.child_id = ANY (asked) AND p.status = ANY (breaks)
        UNION ALL
        SELECT p.child_id, 'care_leaver', p.started_on, p.ended_on, p.gone_at
        FROM public.leaving_care_eligibility p WHERE p.child_id = ANY (asked) AND p.eligibility <> ALL (not_yet)
        UNION ALL
        SELECT p.child_id, 'child_in_need', p.started_on, p.ended_on, p.gone_at
        FROM public.child_in_need_plans p WHERE p.child_id = ANY (asked)
        UNION ALL
        SELECT p.child_id, 'proceedings', p.started_on, p.ended_on, p.gone_at
        FROM public.proceedings p WHERE p.child_id = ANY (asked)
        UNION ALL
        SELECT p.child_id, 'pre_proceedings', p.started_on, p.ended_on, p.gone_at
        FROM public.pre_proceedings p WHERE p.child_id = ANY (asked)
        UNION ALL
        SELECT p.child_id, 'section_47', p.started_on, p.ended_on, p.gone_at
        FROM public.section_47_enquiries p WHERE p.child_id = ANY (asked)
        UNION ALL
        SELECT p.child_id, 'assessment', p.started_on, p.ended_on, p.gone_at
        FROM public.assessments p WHERE p.child_id = ANY (asked)
    ) s
    WHERE s.gone_at IS NULL AND s.started_on <= on_day AND (s.ended_on IS NULL OR s.ended_on > on_day);
END
$$;

-- The duties still owed at the end of the day, and whether each is counted from an event that met the one before it.
CREATE FUNCTION record_due(asked text[], clocks text[], on_day date, until date)
RETURNS TABLE (
    child_id text, clock text, version text, spell_id text, within text, counted_from date, follows_event boolean,
    due_on date
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
        ), o.due_on
    FROM public.obligations o
    WHERE o.child_id = ANY (asked) AND o.clock = ANY (clocks) AND o.started_on <= on_day
        AND (o.met_on IS NULL OR o.met_on > on_day) AND (o.ended_on IS NULL OR o.ended_on > on_day)
        AND o.due_on <= until
    ORDER BY o.due_on, o.clock, o.child_id;
END
$$;

-- Workers on a day, with what holds then as lists: employments, places in teams, and absences that have not ended.
CREATE FUNCTION record_people(asked text[], on_day date)
RETURNS TABLE (
    worker_id text, newly_qualified_to date, name text, job_title text, employed jsonb, member jsonb, away jsonb
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    SELECT w.worker_id::text, w.newly_qualified_to, n.name, n.job_title, e.found, m.found, a.found
    FROM public.workers w
    LEFT JOIN LATERAL (
        SELECT x.name, x.job_title FROM public.worker_names x
        WHERE x.worker_id = w.worker_id AND x.gone_at IS NULL ORDER BY x.worker_name_id DESC LIMIT 1
    ) n ON true
    CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_agg(jsonb_build_object('fte', x.fte, 'role', x.role)), '[]') AS found
        FROM public.employments x
        WHERE x.worker_id = w.worker_id AND x.gone_at IS NULL AND (x.started_on IS NULL OR x.started_on <= on_day)
            AND (x.ended_on IS NULL OR x.ended_on > on_day)
    ) e
    CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_agg(jsonb_build_object('role', x.role, 'team', x.team_id)), '[]') AS found
        FROM public.team_memberships x
        WHERE x.worker_id = w.worker_id AND x.gone_at IS NULL AND (x.started_on IS NULL OR x.started_on <= on_day)
            AND (x.ended_on IS NULL OR x.ended_on > on_day)
    ) m
    CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_agg(
            jsonb_build_object('kind', x.absence_kind, 'start', x.started_on, 'end', x.ended_on) ORDER BY x.started_on
        ), '[]') AS found
        FROM public.absences x
        WHERE x.worker_id = w.worker_id AND x.gone_at IS NULL AND (x.ended_on IS NULL OR x.ended_on > on_day)
    ) a
    WHERE w.worker_id = ANY (asked) AND w.gone_at IS NULL;
END
$$;
GRANT EXECUTE ON FUNCTION record_heads(text[], date), record_statuses(text[], date, text[], text[]),
    record_due(text[], text[], date, date), record_people(text[], date) TO onechild_web;
