-- Whose past belongs to the history of a child: brothers and sisters, past and present, and the other children of the adults
-- around the child. Of each, how the viewer stands to the record, as access_standing says it: open, restricted or elsewhere. No
-- row for a child of whom the viewer may not be told, barred ones and sealed adoptions among them. It runs as its owner,
-- because a row that ties two children is hidden from whoever may not open the other; it gives away no more than the tie.
CREATE FUNCTION assessment_circle(asked text)
RETURNS TABLE (child_id text, tie text, adult_id text, relation text, standing text, team text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH family AS (
        SELECT r.related_child_id AS other, r.relation FROM relationships r
        WHERE r.child_id = asked AND r.gone_at IS NULL AND r.relation IN ('sibling', 'half_sibling')
        UNION
        SELECT r.child_id, r.relation FROM relationships r
        WHERE r.related_child_id = asked AND r.gone_at IS NULL AND r.relation IN ('sibling', 'half_sibling')
        UNION
        SELECT o.child_id, 'sibling' FROM family_members m JOIN family_members o ON o.family_id = m.family_id
        WHERE m.child_id = asked AND m.gone_at IS NULL AND o.gone_at IS NULL
    ), of_adults AS (
        SELECT DISTINCT ON (o.child_id) o.child_id AS other, o.related_adult_id AS adult_id, o.relation
        FROM relationships r JOIN relationships o ON o.related_adult_id = r.related_adult_id AND o.gone_at IS NULL
        WHERE r.child_id = asked AND r.gone_at IS NULL AND r.relation <> 'professional' AND o.relation <> 'professional'
            AND (r.same_household OR r.parental_responsibility
                OR r.relation IN ('mother', 'father', 'step_parent', 'parents_partner', 'carer'))
        ORDER BY o.child_id, o.relation
    ), tied AS (
        SELECT DISTINCT ON (f.other) f.other, 'sibling' AS tie, NULL::text AS adult_id, f.relation FROM family f
        UNION ALL
        SELECT a.other, 'adult', a.adult_id, a.relation FROM of_adults a
        WHERE NOT EXISTS (SELECT FROM family f WHERE f.other = a.other)
    )
    SELECT t.other::text, t.tie, t.adult_id::text, t.relation,
        CASE WHEN may_see(t.other) THEN 'open'
            WHEN EXISTS (SELECT FROM access_restricted x WHERE x.child_id = t.other) THEN 'restricted'
            ELSE 'elsewhere' END,
        coalesce((SELECT m.name FROM allocations a JOIN teams m ON m.team_id = a.team_id
            WHERE a.child_id = t.other AND a.role = 'lead' AND a.gone_at IS NULL
                AND (a.ended_on IS NULL OR a.ended_on > access_today())
            ORDER BY a.started_on DESC LIMIT 1), '')
    FROM tied t JOIN children c ON c.child_id = t.other AND c.gone_at IS NULL AND c.linked_to_id IS NULL
    WHERE t.other <> asked AND may_see(asked) AND may_know_of(t.other)
$$;
