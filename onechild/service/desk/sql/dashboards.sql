-- What the pages of changes, of the front door and of the court ask of the database. Counts are told in full, as loads and
-- the board are: only a child of whom the viewer may not even be told is in none. A child is named only to who may see them.

-- Duties that turned late, by clock: from `first` to `last`, and from `before` to the day before `first`. A duty turns late
-- on the day after it was due, unless it was met by then. For who sees only what may be published 1 to 5 is kept back.
CREATE FUNCTION desk_turned_late(asked text[], before date, first date, last date)
RETURNS TABLE (clock text, now_late bigint, before_late bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH turned AS MATERIALIZED (
        SELECT o.clock, o.due_on, o.child_id FROM obligations o
        WHERE o.clock = ANY (asked) AND o.met_on IS NULL AND o.due_on >= before - 1 AND o.due_on < last
            AND (o.ended_on IS NULL OR o.ended_on > o.due_on)
        UNION ALL
        SELECT o.clock, o.due_on, o.child_id FROM obligations o
        WHERE o.clock = ANY (asked) AND o.met_on >= before - 1 AND o.due_on >= before - 1 AND o.due_on < last
            AND coalesce(o.met_at > o.due_at, o.met_on > o.due_on)
    ), counted AS (
        SELECT t.clock, count(*) FILTER (WHERE t.due_on >= first - 1) AS n, count(*) FILTER (WHERE t.due_on < first - 1) AS m
        FROM turned t
        WHERE (access_may('see_figures') OR access_may('see_figures_suppressed'))
            AND (t.child_id IS NULL OR NOT access_is_barred(t.child_id))
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = t.child_id)
                OR NOT access_may('see_figures') OR may_know_of(t.child_id))
        GROUP BY t.clock
    )
    SELECT c.clock::text,
        CASE WHEN access_may('see_figures') OR c.n NOT BETWEEN 1 AND 5 THEN c.n END,
        CASE WHEN access_may('see_figures') OR c.m NOT BETWEEN 1 AND 5 THEN c.m END
    FROM counted c
    WHERE c.n > 0
$$;
REVOKE ALL ON FUNCTION desk_turned_late(text[], date, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_turned_late(text[], date, date, date) TO onechild_web;

CREATE INDEX contacts_by_day ON contacts (happened_on);
CREATE INDEX front_door_decisions_by_day ON front_door_decisions (happened_on);

-- Contacts that wait for a decision, each with how far it is, its priority, the child's age, and whether it is late. A
-- contact that was decided and passed on only to screening still waits.
CREATE FUNCTION desk_front_door_waiting(on_day date)
RETURNS TABLE (stage text, priority text, born_on date, source_kind text, received_on date, late boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT CASE (
            SELECT d.stage FROM front_door_decisions d
            WHERE d.child_id = c.child_id AND d.contact_id = c.contact_id AND d.gone_at IS NULL
            ORDER BY d.decided_at DESC NULLS LAST, d.happened_on DESC NULLS LAST LIMIT 1
        ) WHEN 'initial' THEN 'screening' WHEN 'screening' THEN 'final' ELSE 'contact' END,
        c.priority::text, k.born_on, c.source_kind::text, c.happened_on, o.due_on < on_day
    FROM obligations o
    JOIN contacts c ON c.contact_id = o.spell_id AND c.gone_at IS NULL
    JOIN children k ON k.child_id = c.child_id
    WHERE access_may('see_figures') AND o.clock = 'contact-decision' AND o.met_on IS NULL AND o.started_on <= on_day
        AND (o.ended_on IS NULL OR o.ended_on > on_day) AND NOT access_is_barred(c.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = c.child_id) OR may_know_of(c.child_id))
$$;
REVOKE ALL ON FUNCTION desk_front_door_waiting(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_front_door_waiting(date) TO onechild_web;

-- What came and what was decided, as counts: `what` says which, `key` of what kind. Arrived and decided are of the day and
-- since the week began; in_time of duties met then; by source since `recent`; early help since `early_from` to `early_to`,
-- and of those how many children were referred again within `back` days.
CREATE FUNCTION desk_front_door_counts(
    on_day date, week_from date, recent date, early_from date, early_to date, back integer
)
RETURNS TABLE (what text, key text, n bigint, m bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH came AS MATERIALIZED (
        SELECT c.contact_id, c.child_id, c.source_kind, c.happened_on FROM contacts c
        WHERE access_may('see_figures') AND c.gone_at IS NULL AND c.happened_on BETWEEN least(week_from, recent) AND on_day
            AND NOT access_is_barred(c.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = c.child_id) OR may_know_of(c.child_id))
    ), decided AS MATERIALIZED (
        SELECT d.contact_id, d.child_id, d.outcome, d.happened_on FROM front_door_decisions d
        WHERE access_may('see_figures') AND d.gone_at IS NULL AND d.outcome IS DISTINCT FROM 'screening'
            AND d.happened_on BETWEEN least(week_from, recent) AND on_day AND NOT access_is_barred(d.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = d.child_id) OR may_know_of(d.child_id))
    ), met AS MATERIALIZED (
        SELECT o.clock, o.met_on, o.met_on <= o.due_on AS in_time FROM obligations o
        WHERE access_may('see_figures') AND o.clock IN ('contact-decision', 'referral-decision')
            AND o.met_on BETWEEN week_from AND on_day AND NOT access_is_barred(o.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = o.child_id) OR may_know_of(o.child_id))
    ), sent AS MATERIALIZED (
        SELECT DISTINCT ON (d.child_id) d.child_id, d.happened_on FROM front_door_decisions d
        WHERE access_may('see_figures') AND d.gone_at IS NULL AND d.outcome = 'early_help'
            AND d.happened_on BETWEEN early_from AND early_to AND NOT access_is_barred(d.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = d.child_id) OR may_know_of(d.child_id))
        ORDER BY d.child_id, d.happened_on
    )
    SELECT 'arrived', 'today', count(*), NULL::bigint FROM came WHERE happened_on = on_day
    UNION ALL
    SELECT 'arrived', 'week', count(*), NULL::bigint FROM came WHERE happened_on >= week_from
    UNION ALL
    SELECT 'decided', coalesce(d.outcome, ''), count(*) FILTER (WHERE d.happened_on = on_day), count(*)
    FROM decided d WHERE d.happened_on >= week_from GROUP BY 1, 2
    UNION ALL
    SELECT 'in_time', m.clock, count(*) FILTER (WHERE m.in_time), count(*) FROM met m GROUP BY 1, 2
    UNION ALL
    SELECT 'in_time_today', m.clock, count(*) FILTER (WHERE m.in_time), count(*)
    FROM met m WHERE m.met_on = on_day GROUP BY 1, 2
    UNION ALL
    SELECT 'source', coalesce(c.source_kind, ''), count(*), count(*) FILTER (WHERE EXISTS (
        SELECT FROM front_door_decisions d WHERE d.child_id = c.child_id AND d.contact_id = c.contact_id AND d.gone_at IS NULL
            AND d.outcome IN ('referral', 'section_47')))
    FROM came c WHERE c.happened_on >= recent GROUP BY 1, 2
    UNION ALL
    SELECT 'early_help', 'back', count(*) FILTER (WHERE EXISTS (
        SELECT FROM referrals r WHERE r.child_id = s.child_id AND r.gone_at IS NULL
            AND r.started_on > s.happened_on AND r.started_on <= s.happened_on + back)), count(*)
    FROM sent s
$$;
REVOKE ALL ON FUNCTION desk_front_door_counts(date, date, date, date, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_front_door_counts(date, date, date, date, date, integer) TO onechild_web;

-- Each child before court or in it: since when, the three dates of pre-proceedings, the duty that ends it, and the team.
CREATE FUNCTION desk_before_court(on_day date)
RETURNS TABLE (
    part text, child_id text, team_id text, started_on date, letter_on date, first_meeting_on date, due_on date, extended boolean
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH found AS MATERIALIZED (
        SELECT 'before' AS part, p.child_id, p.pre_proceedings_id AS spell_id, p.started_on, p.letter_on, p.first_meeting_on
        FROM pre_proceedings p
        WHERE p.gone_at IS NULL AND p.started_on <= on_day AND (p.ended_on IS NULL OR p.ended_on > on_day)
        UNION ALL
        SELECT 'court', p.child_id, p.proceedings_id, p.started_on, NULL, NULL FROM proceedings p
        WHERE p.gone_at IS NULL AND p.started_on <= on_day AND (p.ended_on IS NULL OR p.ended_on > on_day)
    )
    SELECT f.part, CASE WHEN may_see(f.child_id) THEN f.child_id::text END, a.team_id::text, f.started_on, f.letter_on,
        f.first_meeting_on, o.due_on, coalesce(o.clock = 'care-proceedings-extended', false)
    FROM found f
    LEFT JOIN LATERAL (
        SELECT o.due_on, o.clock FROM obligations o
        WHERE o.child_id = f.child_id AND o.met_on IS NULL AND o.started_on <= on_day
            AND (o.ended_on IS NULL OR o.ended_on > on_day) AND o.clock = ANY (CASE f.part
                WHEN 'before' THEN ARRAY['pre-proceedings-concluded'] ELSE ARRAY['care-proceedings', 'care-proceedings-extended'] END)
        ORDER BY (o.spell_id = f.spell_id) DESC, o.due_on DESC LIMIT 1
    ) o ON true
    LEFT JOIN LATERAL (
        SELECT a.team_id FROM allocations a
        WHERE a.child_id = f.child_id AND a.role = 'lead' AND a.gone_at IS NULL AND a.started_on <= on_day
            AND (a.ended_on IS NULL OR a.ended_on > on_day)
        ORDER BY a.started_on DESC LIMIT 1
    ) a ON true
    WHERE (access_may('see_figures') OR access_may('see_own_children')) AND NOT access_is_barred(f.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = f.child_id) OR may_know_of(f.child_id))
$$;
REVOKE ALL ON FUNCTION desk_before_court(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_before_court(date) TO onechild_web;

-- Hearings listed from a day on and not yet held, and the last one that was held before it.
CREATE FUNCTION desk_hearings(on_day date, until date)
RETURNS TABLE (child_id text, team_id text, happened_on date, hearing_kind text, held boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH listed AS (
        SELECT h.child_id, h.happened_on, h.hearing_kind, false AS held FROM hearings h
        WHERE h.gone_at IS NULL AND h.held IS NOT TRUE AND h.happened_on BETWEEN on_day AND until
    ), last_one AS (
        SELECT NULL::text AS child_id, max(h.happened_on) AS happened_on, NULL::text AS hearing_kind, true AS held
        FROM hearings h WHERE h.gone_at IS NULL AND h.held AND h.happened_on < on_day
    )
    SELECT CASE WHEN may_see(l.child_id) THEN l.child_id::text END, a.team_id::text, l.happened_on, l.hearing_kind::text, l.held
    FROM listed l
    LEFT JOIN LATERAL (
        SELECT a.team_id FROM allocations a
        WHERE a.child_id = l.child_id AND a.role = 'lead' AND a.gone_at IS NULL AND a.started_on <= on_day
            AND (a.ended_on IS NULL OR a.ended_on > on_day)
        ORDER BY a.started_on DESC LIMIT 1
    ) a ON true
    WHERE (access_may('see_figures') OR access_may('see_own_children')) AND NOT access_is_barred(l.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = l.child_id) OR may_know_of(l.child_id))
    UNION ALL
    SELECT NULL, NULL, o.happened_on, NULL, true FROM last_one o WHERE (access_may('see_figures') OR access_may('see_own_children')) AND o.happened_on IS NOT NULL
$$;
REVOKE ALL ON FUNCTION desk_hearings(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_hearings(date, date) TO onechild_web;
