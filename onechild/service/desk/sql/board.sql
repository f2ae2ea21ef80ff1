-- The manager's board: what is due soon, late, and was met of late, by team, worker and part of the work, in one question.
-- A duty that is owed stands with whoever leads the case today, one that was met with whoever led it that day. Counts
-- are told in full, as loads are: only a child of whom the viewer may not even be told is in none. Rows name nobody whom
-- the viewer may not see. `clocks`, `topics` and `leaders` go together: a clock, its part of the work, and the clock
-- that leads where both count one thing. A clock of hours is late from its moment, any other from the day after its own.

CREATE INDEX obligations_met ON obligations (child_id, met_on) WHERE met_on IS NOT NULL;
CREATE INDEX obligations_met_of_clock ON obligations (clock, met_on) WHERE met_on IS NOT NULL;

CREATE FUNCTION desk_board_rows(
    team text, worker text, clocks text[], topics text[], leaders text[], on_day date, at timestamptz, until date, since date
)
RETURNS TABLE (
    child_id text, team_id text, worker_id text, topic text, clock text, spell_id text, sequence bigint,
    due_on date, met_on date, which text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH asked AS MATERIALIZED (
        SELECT * FROM unnest(clocks, topics, leaders) AS x (clock, topic, leader)
    ), held AS MATERIALIZED (
        SELECT a.child_id, a.team_id, a.worker_id, a.started_on, a.ended_on
        FROM allocations a
        WHERE access_viewer() IS NOT NULL AND a.role = 'lead' AND a.gone_at IS NULL
            AND (team IS NULL OR a.team_id = team) AND (worker IS NULL OR a.worker_id IS NOT DISTINCT FROM nullif(worker, ''))
            AND a.started_on <= on_day AND (a.ended_on IS NULL OR a.ended_on > since)
            AND NOT access_is_barred(a.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = a.child_id) OR may_know_of(a.child_id))
    ), now_held AS MATERIALIZED (
        SELECT DISTINCT ON (h.child_id, h.team_id) * FROM held h
        WHERE h.ended_on IS NULL OR h.ended_on > on_day
        ORDER BY h.child_id, h.team_id, h.started_on DESC, h.worker_id
    ), owed AS MATERIALIZED (
        SELECT o.child_id, h.team_id, h.worker_id, a.topic, o.clock, o.spell_id, o.sequence, o.due_on, a.leader,
            CASE WHEN o.due_at IS NULL THEN o.due_on < on_day ELSE o.due_at < at END AS late
        FROM now_held h
        JOIN obligations o ON o.child_id = h.child_id AND o.met_on IS NULL AND o.due_on <= until
            AND o.started_on <= on_day AND (o.ended_on IS NULL OR o.ended_on > on_day)
        JOIN asked a ON a.clock = o.clock
    ), met AS MATERIALIZED (
        SELECT DISTINCT ON (o.child_id, h.team_id, o.clock, o.spell_id, o.sequence)
            o.child_id, h.team_id, h.worker_id, a.topic, o.clock, o.spell_id, o.sequence, o.due_on, o.met_on, a.leader,
            coalesce(o.met_at > o.due_at, o.met_on > o.due_on) AS late
        FROM obligations o
        JOIN asked a ON a.clock = o.clock
        JOIN held h ON h.child_id = o.child_id AND h.started_on <= o.met_on AND (h.ended_on IS NULL OR h.ended_on >= o.met_on)
        WHERE o.met_on BETWEEN since AND on_day
        ORDER BY o.child_id, h.team_id, o.clock, o.spell_id, o.sequence, h.started_on DESC
    )
    SELECT w.child_id, w.team_id, w.worker_id, w.topic, w.clock, w.spell_id, w.sequence, w.due_on, NULL::date,
        CASE WHEN w.late THEN 'late' ELSE 'due' END
    FROM owed w
    WHERE w.leader IS NULL
        OR NOT EXISTS (SELECT FROM owed b WHERE b.child_id = w.child_id AND b.clock = w.leader)
    UNION ALL
    SELECT m.child_id, m.team_id, m.worker_id, m.topic, m.clock, m.spell_id, m.sequence, m.due_on, m.met_on,
        CASE WHEN m.late THEN 'met_late' ELSE 'met' END
    FROM met m
    WHERE m.leader IS NULL
        OR NOT EXISTS (SELECT FROM met b WHERE b.child_id = m.child_id AND b.clock = m.leader AND b.met_on = m.met_on)
$$;
REVOKE ALL ON FUNCTION desk_board_rows(text, text, text[], text[], text[], date, timestamptz, date, date) FROM PUBLIC;

CREATE FUNCTION desk_board(
    team text, worker text, clocks text[], topics text[], leaders text[], on_day date, at timestamptz, until date, since date
)
RETURNS TABLE (team_id text, worker_id text, topic text, due bigint, late bigint, met bigint, met_late bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT b.team_id, b.worker_id, b.topic, count(*) FILTER (WHERE b.which = 'due'), count(*) FILTER (WHERE b.which = 'late'),
        count(*) FILTER (WHERE b.which = 'met'), count(*) FILTER (WHERE b.which = 'met_late')
    FROM desk_board_rows(team, worker, clocks, topics, leaders, on_day, at, until, since) b
    GROUP BY b.team_id, b.worker_id, b.topic
$$;
REVOKE ALL ON FUNCTION desk_board(text, text, text[], text[], text[], date, timestamptz, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_board(text, text, text[], text[], text[], date, timestamptz, date, date) TO onechild_web;

-- The duties behind one of its numbers; of children whom the viewer may not see there is only that there is one.
CREATE FUNCTION desk_board_behind(
    team text, worker text, clocks text[], topics text[], leaders text[], on_day date, at timestamptz, until date, since date, asked text
)
RETURNS TABLE (
    child_id text, team_id text, worker_id text, clock text, spell_id text, sequence bigint, due_on date, met_on date
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT s.child_id, s.team_id, CASE WHEN s.seen THEN s.worker_id END, CASE WHEN s.seen THEN s.clock END,
        CASE WHEN s.seen THEN s.spell_id END, CASE WHEN s.seen THEN s.sequence END, CASE WHEN s.seen THEN s.due_on END,
        CASE WHEN s.seen THEN s.met_on END
    FROM (
        SELECT CASE WHEN may_see(b.child_id) THEN b.child_id END AS child_id, may_see(b.child_id) AS seen, b.team_id,
            b.worker_id, b.clock, b.spell_id, b.sequence, b.due_on, b.met_on
        FROM desk_board_rows(team, worker, clocks, topics, leaders, on_day, at, until, since) b
        WHERE b.which = asked
    ) s
$$;
REVOKE ALL ON FUNCTION desk_board_behind(text, text, text[], text[], text[], date, timestamptz, date, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_board_behind(text, text, text[], text[], text[], date, timestamptz, date, date, text) TO onechild_web;

-- The children whom the viewer may see, found from their own keys and not child by child; may_see() has the last word.
CREATE FUNCTION desk_children_seen() RETURNS TABLE (child_id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    keys text[] := nullif(current_setting('onechild.keys', true), '')::text[];
    opened text[] := nullif(current_setting('onechild.opened', true), '')::text[];
BEGIN
    IF access_viewer() IS NULL OR keys IS NULL THEN
        RETURN;
    END IF;
    IF 'all:' = ANY (keys) THEN
        RETURN QUERY
        SELECT c.child_id::text FROM children c
        WHERE NOT access_is_barred(c.child_id)
            AND (access_is_opened(c.child_id) OR NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = c.child_id));
        RETURN;
    END IF;
    RETURN QUERY
    SELECT f.child_id FROM (
        SELECT a.child_id::text FROM allocations a
        WHERE a.worker_id = ANY (SELECT substr(k, 5) FROM unnest(keys) k WHERE k LIKE 'own:_%')
        UNION
        SELECT a.child_id::text FROM allocations a
        WHERE a.team_id = ANY (SELECT substr(k, 6) FROM unnest(keys) k WHERE k LIKE 'team:_%')
        UNION
        SELECT l.child_id::text FROM access_locks l
        WHERE current_setting('onechild.other_keys', true) = 'yes' AND l.kind NOT IN ('own', 'team')
            AND l.kind || ':' || l.value = ANY (keys)
        UNION
        SELECT unnest(opened)
    ) f
    WHERE may_see(f.child_id);
END
$$;
REVOKE ALL ON FUNCTION desk_children_seen() FROM PUBLIC;

-- How the duties under each clock stand, of the children whom the viewer may see; without `since`, only those still owed.
CREATE FUNCTION desk_rule_counts(asked text[], on_day date, at timestamptz, since date)
RETURNS TABLE (clock text, open bigint, late bigint, met bigint, met_late bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH seen AS MATERIALIZED (SELECT s.child_id FROM desk_children_seen() s), stood AS (
        SELECT o.clock, o.child_id, false AS done,
            CASE WHEN o.due_at IS NULL THEN o.due_on < on_day ELSE o.due_at < at END AS late
        FROM obligations o
        WHERE o.clock = ANY (asked) AND o.met_on IS NULL AND o.started_on <= on_day
            AND (o.ended_on IS NULL OR o.ended_on > on_day)
        UNION ALL
        SELECT o.clock, o.child_id, true, coalesce(o.met_at > o.due_at, o.met_on > o.due_on)
        FROM obligations o
        WHERE o.clock = ANY (asked) AND o.met_on BETWEEN since AND on_day AND o.started_on <= on_day
    )
    SELECT t.clock::text, count(*) FILTER (WHERE NOT t.done AND NOT t.late), count(*) FILTER (WHERE NOT t.done AND t.late),
        count(*) FILTER (WHERE t.done AND NOT t.late), count(*) FILTER (WHERE t.done AND t.late)
    FROM stood t
    JOIN seen s ON s.child_id = t.child_id
    GROUP BY t.clock
$$;
REVOKE ALL ON FUNCTION desk_rule_counts(text[], date, timestamptz, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_rule_counts(text[], date, timestamptz, date) TO onechild_web;
