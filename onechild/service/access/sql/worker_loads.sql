-- How much each worker holds on a day, each child in the first standing that it has: counts alone, so that a load is told in full to whoever may see the worker. A
-- child of whom the viewer may not even be told is in no count: one who is barred to the viewer, or whose restriction
-- is not spoken of. Without `whole`, only the cases are counted.

CREATE FUNCTION access_worker_loads(workers text[], team text, on_day date, whole boolean)
RETURNS TABLE (
    worker_id text, here bigint, cases bigint, families bigint,
    proceedings bigint, protection bigint, assessed bigint, looked_after bigint
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH held AS MATERIALIZED (
        SELECT a.worker_id, a.child_id, bool_or(a.team_id IS NOT DISTINCT FROM team) AS here
        FROM allocations a
        WHERE a.worker_id = ANY (workers) AND a.role = 'lead' AND a.gone_at IS NULL
            AND a.started_on <= on_day AND (a.ended_on IS NULL OR a.ended_on > on_day)
            AND NOT access_is_barred(a.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = a.child_id) OR may_know_of(a.child_id))
        GROUP BY a.worker_id, a.child_id
    )
    SELECT h.worker_id, count(*) FILTER (WHERE h.here), count(*),
        count(DISTINCT coalesce(family.family_id, h.child_id)),
        count(*) FILTER (WHERE court.held),
        count(*) FILTER (WHERE plan.held AND NOT court.held),
        count(*) FILTER (WHERE assessment.held AND NOT plan.held AND NOT court.held),
        count(*) FILTER (WHERE care.held AND NOT assessment.held AND NOT plan.held AND NOT court.held)
    FROM held h
    LEFT JOIN LATERAL (
        SELECT f.family_id FROM family_members f
        WHERE whole AND f.child_id = h.child_id AND f.gone_at IS NULL AND (f.started_on IS NULL OR f.started_on <= on_day)
            AND (f.ended_on IS NULL OR f.ended_on > on_day)
        ORDER BY f.started_on DESC NULLS LAST, f.family_member_id LIMIT 1
    ) family ON true
    CROSS JOIN LATERAL (
        SELECT EXISTS (
            SELECT FROM child_protection_plans p
            WHERE whole AND p.child_id = h.child_id AND p.gone_at IS NULL AND p.of_other_council IS NOT TRUE
                AND p.started_on <= on_day AND (p.ended_on IS NULL OR p.ended_on > on_day)) AS held
    ) plan
    CROSS JOIN LATERAL (
        SELECT EXISTS (
            SELECT FROM periods_of_care p
            WHERE whole AND p.child_id = h.child_id AND p.gone_at IS NULL
                AND p.started_on <= on_day AND (p.ended_on IS NULL OR p.ended_on > on_day)) AS held
    ) care
    CROSS JOIN LATERAL (
        SELECT EXISTS (
            SELECT FROM proceedings p
            WHERE whole AND p.child_id = h.child_id AND p.gone_at IS NULL
                AND p.started_on <= on_day AND (p.ended_on IS NULL OR p.ended_on > on_day)) AS held
    ) court
    CROSS JOIN LATERAL (
        SELECT EXISTS (
            SELECT FROM assessments p
            WHERE whole AND p.child_id = h.child_id AND p.gone_at IS NULL
                AND p.started_on <= on_day AND (p.ended_on IS NULL OR p.ended_on > on_day)) AS held
    ) assessment
    GROUP BY h.worker_id
$$;
REVOKE ALL ON FUNCTION access_worker_loads(text[], text, date, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_worker_loads(text[], text, date, boolean) TO onechild_web;

-- The visits that each worker's children are due by a day; brothers and sisters due on one day are one visit.
CREATE FUNCTION access_visits_due(workers text[], clocks text[], on_day date, until date)
RETURNS TABLE (worker_id text, visits bigint, late bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT a.worker_id,
        count(DISTINCT (coalesce(f.family_id, a.child_id), o.due_on)),
        count(DISTINCT (coalesce(f.family_id, a.child_id), o.due_on)) FILTER (WHERE o.due_on < on_day)
    FROM allocations a
    JOIN obligations o ON o.child_id = a.child_id AND o.met_on IS NULL AND o.clock = ANY (clocks)
        AND o.started_on <= on_day AND (o.ended_on IS NULL OR o.ended_on > on_day) AND o.due_on <= until
    LEFT JOIN LATERAL (
        SELECT m.family_id FROM family_members m
        WHERE m.child_id = a.child_id AND m.gone_at IS NULL AND (m.ended_on IS NULL OR m.ended_on > on_day)
        ORDER BY m.started_on DESC NULLS LAST, m.family_member_id LIMIT 1
    ) f ON true
    WHERE a.worker_id = ANY (workers) AND a.role = 'lead' AND a.gone_at IS NULL
        AND a.started_on <= on_day AND (a.ended_on IS NULL OR a.ended_on > on_day)
        AND NOT access_is_barred(a.child_id)
        AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = a.child_id) OR may_know_of(a.child_id))
    GROUP BY a.worker_id
$$;
REVOKE ALL ON FUNCTION access_visits_due(text[], text[], date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_visits_due(text[], text[], date, date) TO onechild_web;

-- Each team's cases and waiting children on a day, counted as above.
CREATE FUNCTION access_team_counts(on_day date) RETURNS TABLE (team_id text, cases bigint, waiting bigint, workers bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT a.team_id, count(DISTINCT a.child_id) FILTER (WHERE a.worker_id IS NOT NULL),
        count(DISTINCT a.child_id) FILTER (WHERE a.worker_id IS NULL), count(DISTINCT a.worker_id)
    FROM allocations a
    WHERE a.role = 'lead' AND a.team_id IS NOT NULL AND a.gone_at IS NULL
        AND a.started_on <= on_day AND (a.ended_on IS NULL OR a.ended_on > on_day)
        AND NOT access_is_barred(a.child_id)
        AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = a.child_id) OR may_know_of(a.child_id))
    GROUP BY a.team_id
$$;
REVOKE ALL ON FUNCTION access_team_counts(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_team_counts(date) TO onechild_web;
