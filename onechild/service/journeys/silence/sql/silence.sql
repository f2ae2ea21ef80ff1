-- The list of what has not happened: who may call what, and the lists that pages ask for. Row-level security is in force:
-- which children a list is of is found first, so that the policy is asked of those alone.

CREATE FUNCTION silence_looked_on() RETURNS date LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_temp AS
$$
BEGIN
    RETURN (SELECT m.day FROM silence.moment m);
END
$$;

GRANT USAGE ON SCHEMA silence TO onechild_web;
GRANT EXECUTE ON FUNCTION silence.renew(text[]), silence_looked_on() TO onechild_web;

-- The children whom a worker holds in any part, or who are in the hands of these teams, or were in the last 90 days: a child
-- whom nobody holds any more is still for the manager of the last team to see to.
CREATE FUNCTION silence_held(worker text, teams text[], on_day date) RETURNS TABLE (child_id text)
LANGUAGE plpgsql STABLE AS
$$
BEGIN
    RETURN QUERY
    SELECT h.child_id::text FROM allocations h
    WHERE h.worker_id = worker AND h.gone_at IS NULL AND h.started_on <= on_day AND (h.ended_on IS NULL OR h.ended_on > on_day)
    UNION
    SELECT h.child_id::text FROM allocations h
    WHERE h.team_id = ANY (teams) AND h.role = 'lead' AND h.gone_at IS NULL AND h.started_on <= on_day
        AND (h.ended_on IS NULL OR h.ended_on > on_day - 90);
END
$$;

-- Silences that stand, with who holds the child in which part, and the snooze in force: of everybody, or else of the children
-- named, those whom a worker or teams hold, and, for some checks, of whoever it is.
CREATE FUNCTION silence_listed(everybody boolean, named text[], worker text, teams text[], checks text[], on_day date)
RETURNS TABLE (
    silence_id bigint, child_id text, check_key text, row_id text, since_on date, detail text, found_on date,
    lead_id text, team_id text, manager_id text, adviser_id text, officer_id text,
    snooze_id bigint, snoozed_until date, snooze_reason text, snoozed_by text
)
LANGUAGE plpgsql STABLE AS
$$
DECLARE
    ids text[] := CASE WHEN NOT everybody THEN named || ARRAY(SELECT h.child_id FROM silence_held(worker, teams, on_day) h) END;
BEGIN
    RETURN QUERY
    SELECT s.silence_id, s.child_id::text, s.check_key::text, s.row_id::text, s.since_on, s.detail, s.found_on,
        l.worker_id, l.team_id, l.responsible_manager_id, a.worker_id, o.worker_id,
        z.id, z.until_on, z.reason, z.made_by_name
    FROM (
        SELECT x.* FROM silences x WHERE x.gone_on IS NULL AND ids IS NULL
        UNION
        SELECT x.* FROM silences x WHERE x.gone_on IS NULL AND x.child_id = ANY (ids)
        UNION
        SELECT x.* FROM silences x WHERE x.gone_on IS NULL AND x.check_key = ANY (checks)
    ) s
    LEFT JOIN LATERAL (
        -- An open one first, with a worker before one that waits; else the last team's, which no worker holds any more.
        SELECT CASE WHEN h.ended_on IS NULL OR h.ended_on > on_day THEN h.worker_id END AS worker_id, h.team_id,
            h.responsible_manager_id
        FROM allocations h
        WHERE h.child_id = s.child_id AND h.role = 'lead' AND h.gone_at IS NULL AND h.started_on <= on_day
            AND (h.ended_on IS NULL OR h.ended_on > on_day - 90)
        ORDER BY h.ended_on IS NOT NULL AND h.ended_on <= on_day, h.worker_id IS NULL, h.started_on DESC, h.allocation_id
        LIMIT 1
    ) l ON true
    LEFT JOIN LATERAL (
        SELECT h.worker_id FROM allocations h
        WHERE h.child_id = s.child_id AND h.role = 'personal_adviser' AND h.worker_id IS NOT NULL AND h.gone_at IS NULL
            AND h.started_on <= on_day AND (h.ended_on IS NULL OR h.ended_on > on_day)
        ORDER BY h.started_on DESC, h.allocation_id LIMIT 1
    ) a ON true
    LEFT JOIN LATERAL (
        SELECT h.worker_id FROM allocations h
        WHERE h.child_id = s.child_id AND h.role = 'reviewing_officer' AND h.worker_id IS NOT NULL AND h.gone_at IS NULL
            AND h.started_on <= on_day AND (h.ended_on IS NULL OR h.ended_on > on_day)
        ORDER BY h.started_on DESC, h.allocation_id LIMIT 1
    ) o ON true
    LEFT JOIN LATERAL (
        SELECT n.id, n.until_on, n.reason, n.made_by_name FROM snoozes n
        WHERE n.child_id = s.child_id AND n.check_key = s.check_key AND n.row_id = s.row_id AND n.ended_on IS NULL
            AND n.from_on <= on_day AND n.until_on > on_day
        ORDER BY n.id DESC LIMIT 1
    ) z ON true
    ORDER BY s.since_on, s.silence_id;
END
$$;

GRANT EXECUTE ON FUNCTION silence_listed(boolean, text[], text, text[], text[], date), silence_held(text, text[], date)
    TO onechild_web;
