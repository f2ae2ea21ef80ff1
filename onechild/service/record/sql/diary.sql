-- The diary, cover and the reasons for lateness: their history, and what pages ask of them in one question each. Row-level
-- security is in force. The plans are kept, as for the other lists.

SELECT record_keep_history('diary_entries', 'entry_id');
SELECT record_keep_history('covers', 'cover_id');
SELECT record_keep_history('late_reasons', 'late_reason_id');

CREATE INDEX diary_of_worker ON diary_entries (worker_id, planned_on) WHERE gone_at IS NULL;
CREATE INDEX diary_of_child ON diary_entries (child_id, planned_on) WHERE gone_at IS NULL;
CREATE INDEX diary_rounds ON diary_entries (round_id);
CREATE INDEX covers_by_worker ON covers (by_worker_id, ended_on) WHERE gone_at IS NULL;
CREATE INDEX covers_of_child ON covers (child_id, ended_on) WHERE gone_at IS NULL;

-- Whether anything is written of what this worker planned with a child for a day: a visit by the worker, or by whoever
-- covered for the worker that day. A visit of which nobody says whether the child was seen is nothing written.
CREATE FUNCTION record_visit_written(child text, worker text, on_day date) RETURNS boolean LANGUAGE sql STABLE AS
$$
    SELECT EXISTS (
        SELECT FROM public.visits v
        WHERE v.child_id = child AND v.happened_on = on_day AND v.seen IS NOT NULL AND v.gone_at IS NULL
            AND (v.worker_id = worker OR EXISTS (
                SELECT FROM public.covers c
                WHERE c.child_id = child AND c.worker_id = worker AND c.by_worker_id = v.worker_id AND c.gone_at IS NULL
                    AND c.started_on <= on_day AND c.ended_on > on_day)))
$$;

-- What these workers have planned up to a day: entries of the diary, and visits that another system planned. All from the
-- day `since` on, and of the days before it only the visits of which nothing is written. Of a meeting nothing need be.
CREATE FUNCTION record_diary(asked text[], since date, until date)
RETURNS TABLE (
    entry_id text, round_id text, child_id text, worker_id text, kind text, purpose text, planned_on date,
    starts_at time, minutes integer, place text, visit_id text, written boolean
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    SELECT d.entry_id::text, d.round_id::text, d.child_id::text, d.worker_id, d.kind, d.purpose, d.planned_on, d.starts_at,
        d.minutes, d.place, d.visit_id, d.kind = 'meeting' OR w.written
    FROM public.diary_entries d
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM public.visits v WHERE v.visit_id = d.visit_id AND v.gone_at IS NULL)
            OR public.record_visit_written(d.child_id, d.worker_id, d.planned_on) AS written
    ) w
    WHERE d.worker_id = ANY (asked) AND d.planned_on <= until AND d.gone_at IS NULL AND d.cancelled_on IS NULL
        AND (d.planned_on >= since OR (d.kind = 'visit' AND NOT w.written))
    UNION ALL
    SELECT NULL, v.visit_id::text, v.child_id::text, v.worker_id, 'visit', v.purpose, v.planned_on, NULL::time,
        NULL::integer, '', NULL, w.written
    FROM public.visits v
    CROSS JOIN LATERAL (SELECT public.record_visit_written(v.child_id, v.worker_id, v.planned_on) AS written) w
    WHERE v.worker_id = ANY (asked) AND v.planned_on <= until AND v.seen IS NULL AND v.gone_at IS NULL
        AND (v.planned_on >= since OR NOT w.written)
    ORDER BY 7, 8 NULLS LAST, 2, 3;
END
$$;

-- Where each child is, as a mark that two children share who live together: in one fostering household, else at one
-- placement's or home's address, else nothing. The mark is for grouping, and is never shown.
CREATE FUNCTION record_places(asked text[], on_day date) RETURNS TABLE (child_id text, mark text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    SELECT one.id, coalesce('household ' || p.household_id, 'address ' || a.mark, 'placement ' || p.placement_id)
    FROM unnest(asked) AS one (id)
    LEFT JOIN LATERAL (
        SELECT x.household_id, x.placement_id FROM public.placements x
        WHERE x.child_id = one.id AND x.gone_at IS NULL AND x.started_on <= on_day AND (x.ended_on IS NULL OR x.ended_on > on_day)
        ORDER BY x.started_on DESC LIMIT 1
    ) p ON true
    LEFT JOIN LATERAL (
        SELECT coalesce(x.uprn, lower(regexp_replace(coalesce(x.postcode, '') || coalesce(x.lines, ''), '[^[:alnum:]]', '', 'g'))) AS mark
        FROM public.addresses x
        WHERE x.child_id = one.id AND x.gone_at IS NULL AND (x.started_on IS NULL OR x.started_on <= on_day)
            AND (x.ended_on IS NULL OR x.ended_on > on_day)
            AND CASE WHEN p.placement_id IS NULL THEN x.placement_id IS NULL ELSE x.placement_id = p.placement_id END
            AND coalesce(x.uprn, x.postcode, x.lines) IS NOT NULL
        ORDER BY x.started_on DESC NULLS LAST LIMIT 1
    ) a ON true;
END
$$;

-- Workers of these teams, or who hold children in them, who are not at work on a day: absent, with the first day back where
-- it is known, or no longer in post. Why somebody is away is nobody's business here.
CREATE FUNCTION record_away(teams text[], on_day date) RETURNS TABLE (worker_id text, team_id text, left_post boolean, back_on date)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    WITH here AS (
        SELECT m.worker_id, m.team_id FROM public.team_memberships m
        WHERE m.team_id = ANY (teams) AND m.gone_at IS NULL AND (m.started_on IS NULL OR m.started_on <= on_day)
            AND (m.ended_on IS NULL OR m.ended_on > on_day)
        UNION
        SELECT a.worker_id, a.team_id FROM public.allocations a
        WHERE a.team_id = ANY (teams) AND a.worker_id IS NOT NULL AND a.role = 'lead' AND a.gone_at IS NULL
            AND a.started_on <= on_day AND (a.ended_on IS NULL OR a.ended_on > on_day)
    ), off AS (
        SELECT h.worker_id, h.team_id, (
            SELECT max(coalesce(x.ended_on, 'infinity')) FROM public.absences x
            WHERE x.worker_id = h.worker_id AND x.gone_at IS NULL AND x.started_on <= on_day
                AND (x.ended_on IS NULL OR x.ended_on > on_day)
        ) AS back, (
            SELECT bool_and(x.ended_on <= on_day) FROM public.employments x
            WHERE x.worker_id = h.worker_id AND x.gone_at IS NULL
        ) AS gone
        FROM here h
    )
    SELECT o.worker_id::text, min(o.team_id)::text, bool_or(coalesce(o.gone, false)), nullif(max(o.back), 'infinity')
    FROM off o WHERE o.back IS NOT NULL OR o.gone
    GROUP BY o.worker_id ORDER BY o.worker_id;
END
$$;
GRANT EXECUTE ON FUNCTION record_visit_written(text, text, date), record_diary(text[], date, date),
    record_places(text[], date), record_away(text[], date) TO onechild_web;
