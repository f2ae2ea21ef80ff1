-- A worker's or a team's open allocations on a day, each child with the duty that falls due first. Row-level security
-- is in force: rows of children whom the viewer may not see are not there.

CREATE FUNCTION desk_listing(holder text, team text, lead_only boolean, on_day date)
RETURNS TABLE (
    child_id text, worker_id text, team_id text, role text, since date, priority text, manager_id text, due_on date
)
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS
$$
    SELECT a.child_id, a.worker_id, a.team_id, a.role, a.started_on, a.priority, a.responsible_manager_id, owed.due_on
    FROM allocations a
    LEFT JOIN LATERAL (
        SELECT min(o.due_on) AS due_on
        FROM obligations o
        WHERE o.child_id = a.child_id AND o.started_on <= on_day AND (o.met_on IS NULL OR o.met_on > on_day)
            AND (o.ended_on IS NULL OR o.ended_on > on_day)
    ) owed ON true
    WHERE (holder IS NULL OR a.worker_id = holder) AND (team IS NULL OR a.team_id = team)
        AND (NOT lead_only OR a.role = 'lead') AND a.gone_at IS NULL
        AND a.started_on <= on_day AND (a.ended_on IS NULL OR a.ended_on > on_day)
$$;
GRANT EXECUTE ON FUNCTION desk_listing(text, text, boolean, date) TO onechild_web;
