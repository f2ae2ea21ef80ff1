-- Whether nothing may go to the family of a child because of a brother or sister: one in whose record there is open work on
-- honour-based abuse, female genital mutilation or forced marriage, or a restriction in force for such a reason. It runs as
-- its owner, because whoever writes the letter may not open that record, nor so much as know of the tie; it says yes or no,
-- never of whom or why, and only of a child whose own record the viewer may open.
CREATE FUNCTION letters_silenced_around(asked text, asked_on date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH family AS (
        SELECT r.related_child_id AS other FROM relationships r
        WHERE r.child_id = asked AND r.gone_at IS NULL AND r.relation IN ('sibling', 'half_sibling')
            AND (r.ended_on IS NULL OR r.ended_on > asked_on)
        UNION
        SELECT r.child_id FROM relationships r
        WHERE r.related_child_id = asked AND r.gone_at IS NULL AND r.relation IN ('sibling', 'half_sibling')
            AND (r.ended_on IS NULL OR r.ended_on > asked_on)
        UNION
        SELECT o.child_id FROM family_members m JOIN family_members o ON o.family_id = m.family_id
        WHERE m.child_id = asked AND m.gone_at IS NULL AND (m.ended_on IS NULL OR m.ended_on > asked_on)
            AND o.gone_at IS NULL AND (o.ended_on IS NULL OR o.ended_on > asked_on)
    )
    SELECT coalesce(may_see(asked), false) AND EXISTS (
        SELECT FROM family f WHERE f.other <> asked AND (
            EXISTS (
                SELECT FROM pathways p
                WHERE p.child_id = f.other AND p.gone_at IS NULL AND (p.ended_on IS NULL OR p.ended_on > asked_on)
                    AND p.kind IN ('honour_based_abuse', 'fgm', 'forced_marriage')
            )
            OR EXISTS (
                SELECT FROM access_restricted x
                WHERE x.child_id = f.other AND x.restriction IN ('honour_based_abuse', 'fgm', 'forced_marriage')
            )
        )
    )
$$;

REVOKE ALL ON FUNCTION letters_silenced_around(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letters_silenced_around(text, date) TO onechild_web;
