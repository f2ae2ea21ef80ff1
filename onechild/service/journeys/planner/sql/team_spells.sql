-- From when to when children were with each of these teams, waiting ones included, since a day: no child is named, and a
-- change of worker inside a team is no end. For whoever may allocate; a child of whom the viewer may not even be told is
-- in no count.

CREATE FUNCTION planner_team_spells(teams text[], since date, on_day date)
RETURNS TABLE (team_id text, started_on date, ended_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT spells.team_id, lower(spells.spell), upper(spells.spell)
    FROM (
        SELECT a.team_id, unnest(range_agg(daterange(a.started_on, a.ended_on))) AS spell
        FROM allocations a
        WHERE access_may('allocate') AND a.team_id = ANY (teams) AND a.role = 'lead' AND a.gone_at IS NULL
            AND a.started_on <= on_day AND (a.ended_on IS NULL OR (a.ended_on > since AND a.ended_on > a.started_on))
            AND NOT access_is_barred(a.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = a.child_id) OR may_know_of(a.child_id))
        GROUP BY a.team_id, a.child_id
    ) spells
$$;
REVOKE ALL ON FUNCTION planner_team_spells(text[], date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION planner_team_spells(text[], date, date) TO onechild_web;
