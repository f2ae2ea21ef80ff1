-- A worker's or a team's open allocations on a day (one of the two is given), each child with the day of the duty that falls due first. Runs as its
-- owner, so that the relation is asked once for each child and not for each row: children whom the viewer may not see
-- are left out, and allocations that are themselves marked restricted, but for those who may see such.

CREATE FUNCTION desk_listing(holder text, team text, lead_only boolean, on_day date)
RETURNS TABLE (
    child_id text, worker_id text, team_id text, role text, since date, priority text, manager_id text, due_on date
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    keys text[] := coalesce(nullif(current_setting('onechild.keys', true), '')::text[], '{}');
    -- These allocations are themselves what lets the viewer in, so that the locks need not be looked for child by child;
    -- what is restricted, and who is barred, is asked all the same. A test holds this to what may_see() says.
    let_in boolean := 'all:' = ANY (keys) OR 'team:' || team = ANY (keys) OR 'own:' || holder = ANY (keys);
BEGIN
    IF access_viewer() IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT a.child_id::text, a.worker_id, a.team_id, a.role, a.started_on, a.priority, a.responsible_manager_id, (
        SELECT min(o.due_on) FROM obligations o
        WHERE o.child_id = a.child_id AND o.met_on IS NULL AND o.started_on <= on_day
            AND (o.ended_on IS NULL OR o.ended_on > on_day))
    FROM (
        SELECT * FROM allocations w
        WHERE w.worker_id = holder AND (w.ended_on IS NULL OR w.ended_on > on_day)
        UNION ALL
        SELECT * FROM allocations t
        WHERE t.team_id = team AND (t.ended_on IS NULL OR t.ended_on > on_day)
    ) a
    WHERE (NOT lead_only OR a.role = 'lead') AND a.gone_at IS NULL AND a.started_on <= on_day
        AND CASE WHEN let_in AND NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = a.child_id)
            THEN NOT access_is_barred(a.child_id) ELSE may_see(a.child_id) END
        AND (a.restricted IS NULL OR may_see_marked(a.child_id));
END
$$;
REVOKE ALL ON FUNCTION desk_listing(text, text, boolean, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_listing(text, text, boolean, date) TO onechild_web;
