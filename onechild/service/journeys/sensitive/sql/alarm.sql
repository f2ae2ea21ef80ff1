-- When a manager must next look at specially careful work, and who is told that nobody has.

-- The day of the next look: the one that the last look set, or the interval counted from the last look or the beginning,
-- whichever is sooner. None where the work has no interval and nobody set a day.
CREATE FUNCTION sensitive_due_on(asked text) RETURNS date LANGUAGE sql STABLE AS
$$
    SELECT least(l.next_by, coalesce(l.happened_on, p.started_on) + p.oversight_every_days)
    FROM pathways p
    LEFT JOIN LATERAL (
        SELECT o.happened_on, o.next_by FROM oversights o
        WHERE o.about = 'pathways' AND o.about_id = p.pathway_id AND o.gone_at IS NULL
        ORDER BY o.happened_on DESC, o.edit_version DESC, o.oversight_id DESC LIMIT 1
    ) l ON true
    WHERE p.pathway_id = asked
$$;

-- The silence alarm. Whoever may grant that a specially protected record is opened is told that there is one at which nobody
-- has looked in time, or which nobody oversees; that is all they are told, since they may not open it themselves.
CREATE FUNCTION sensitive_unseen(asked_on date) RETURNS TABLE (child_id text, la_child_id text, due_on date, overseen boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT c.child_id::text, c.la_child_id, min(d.due_on), bool_and(p.overseer_id IS NOT NULL)
    FROM pathways p JOIN children c ON c.child_id = p.child_id
    CROSS JOIN LATERAL (SELECT sensitive_due_on(p.pathway_id) AS due_on) d
    WHERE access_may('grant_glass') AND NOT access_is_barred(c.child_id)
        AND p.gone_at IS NULL AND p.ended_on IS NULL AND p.kind IN ('honour_based_abuse', 'fgm', 'forced_marriage')
        AND (p.overseer_id IS NULL OR d.due_on < asked_on)
    GROUP BY c.child_id, c.la_child_id
$$;

REVOKE ALL ON FUNCTION sensitive_unseen(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sensitive_unseen(date) TO onechild_web;
