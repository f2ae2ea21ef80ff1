-- What a private calendar feed says of its owner's days: how many visits and other duties fall due, and at what times visits
-- and meetings are planned. No child, place or purpose leaves this function. Runs as its owner, since nobody is signed in:
-- so it asks for itself whom the feed's owner may see. Nothing where the feed was ended or the account closed.

CREATE FUNCTION diary_feed(asked text, visit_clocks text[], other_clocks text[], since date, until date)
RETURNS TABLE (feed_id bigint, on_day date, starts_at time, minutes integer, kind text, many bigint, mark text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
DECLARE
    feed bigint;
    owner bigint;
    worker text;
BEGIN
    SELECT f.id, u.id, u.worker_id INTO feed, owner, worker
    FROM calendar_feeds f JOIN access_users u ON u.id = f.user_id AND u.is_active
    WHERE f.digest = asked AND f.ended_at IS NULL;
    IF feed IS NULL THEN
        RETURN;
    END IF;
    -- One row that says nothing but that there is such a feed.
    RETURN QUERY SELECT feed, NULL::date, NULL::time, NULL::integer, 'feed', 0::bigint, '';
    RETURN QUERY
    WITH theirs AS (
        SELECT DISTINCT h.child_id::text AS child_id, h.ends
        FROM (
            SELECT a.child_id, NULL::date AS ends FROM allocations a
            WHERE a.worker_id = worker AND a.role = 'lead' AND a.gone_at IS NULL AND a.started_on <= access_today()
                AND (a.ended_on IS NULL OR a.ended_on > access_today())
            UNION ALL
            SELECT c.child_id, c.ended_on FROM covers c
            WHERE c.by_worker_id = worker AND c.gone_at IS NULL AND c.started_on <= access_today()
                AND c.ended_on > access_today()
        ) h
        WHERE diary_may_count(owner, h.child_id)
    ), owed AS (
        SELECT DISTINCT o.child_id, o.clock, o.spell_id, o.due_on, o.clock = ANY (visit_clocks) AS visit
        FROM theirs t JOIN obligations o ON o.child_id = t.child_id
            AND (t.ends IS NULL OR (o.clock = ANY (visit_clocks) AND o.due_on < t.ends))
        WHERE o.clock = ANY (visit_clocks || other_clocks) AND o.due_on BETWEEN since AND until
            AND o.started_on <= access_today() AND o.met_on IS NULL
            AND (o.ended_on IS NULL OR o.ended_on > access_today())
    )
    SELECT feed, w.due_on, NULL::time, NULL::integer, CASE WHEN w.visit THEN 'visits due' ELSE 'duties due' END, count(*),
        w.due_on::text
    FROM owed w GROUP BY w.due_on, w.visit
    UNION ALL
    SELECT feed, d.planned_on, d.starts_at, max(d.minutes), d.kind, 1::bigint, d.round_id::text
    FROM diary_entries d
    WHERE d.worker_id = worker AND d.planned_on BETWEEN since AND until AND d.cancelled_on IS NULL AND d.gone_at IS NULL
        AND diary_may_count(owner, d.child_id)
    GROUP BY d.round_id, d.planned_on, d.starts_at, d.kind;
END
$$;

-- Whether a child counts in somebody's feed: somebody with a role that sees children, who is not barred; and of a
-- restricted record, somebody to whom it is open.
CREATE FUNCTION diary_may_count(owner bigint, child text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT EXISTS (SELECT FROM access_roles_in_force f WHERE f.viewer_id = owner AND f.reach <> 'none')
        AND child NOT IN (SELECT b.child_id FROM access_barred_from(owner) b)
        AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = child)
            OR child IN (SELECT o.child_id FROM access_opened_to(owner) o))
$$;
REVOKE ALL ON FUNCTION diary_feed(text, text[], text[], date, date), diary_may_count(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION diary_feed(text, text[], text[], date, date) TO onechild_web;
