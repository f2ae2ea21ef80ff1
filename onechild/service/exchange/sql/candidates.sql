-- Pairs of records that may be of one child: the same number, or the same date of birth and names alike in two sources.
-- Runs as its owner, since policies would keep joins from being quick, and gives only pairs of which the viewer may see both.
CREATE FUNCTION exchange_candidates(most integer) RETURNS TABLE (kept text, joined text, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH free AS MATERIALIZED (
        SELECT c.child_id::text AS child_id, c.born_on, c.origin_id FROM children c
        WHERE c.gone_at IS NULL AND c.linked_to_id IS NULL AND c.restricted IS DISTINCT FROM 'adoption'
            AND NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = c.child_id AND r.restriction = 'adoption')
    ), by_number AS (
        SELECT a.child_id::text AS one, b.child_id::text AS other,
            CASE a.identifier_kind WHEN 'nhs' THEN 'the same NHS number' ELSE 'the same unique pupil number' END AS why
        FROM identifiers a JOIN identifiers b ON b.identifier_kind = a.identifier_kind AND b.value = a.value
            AND b.child_id > a.child_id AND b.gone_at IS NULL
        WHERE a.identifier_kind IN ('upn', 'nhs') AND a.gone_at IS NULL
    ), named AS MATERIALIZED (
        SELECT n.child_id::text AS child_id, f.born_on, f.origin_id, lower(unaccent(n.surname)) AS surname,
            lower(unaccent(n.forename)) AS forename
        FROM child_names n JOIN free f ON f.child_id = n.child_id
        WHERE n.gone_at IS NULL AND f.born_on IS NOT NULL AND n.surname <> '' AND n.forename <> ''
    ), by_name AS (
        SELECT a.child_id AS one, b.child_id AS other,
            CASE WHEN a.surname = b.surname AND a.forename = b.forename THEN 'the same date of birth and name'
                ELSE 'the same date of birth and names alike' END AS why
        FROM named a JOIN named b ON b.born_on = a.born_on AND b.child_id > a.child_id
            AND b.origin_id IS DISTINCT FROM a.origin_id
        WHERE (similarity(a.surname, b.surname) >= 0.5 OR levenshtein(left(a.surname, 60), left(b.surname, 60)) <= 2)
            AND (similarity(a.forename, b.forename) >= 0.4 OR levenshtein(left(a.forename, 60), left(b.forename, 60)) <= 2
                 OR starts_with(a.forename, b.forename) OR starts_with(b.forename, a.forename))
    )
    SELECT p.one, p.other, string_agg(DISTINCT p.why, ' and ' ORDER BY p.why)
    FROM (SELECT * FROM by_number UNION ALL SELECT * FROM by_name) p
    JOIN free a ON a.child_id = p.one JOIN free b ON b.child_id = p.other
    WHERE access_viewer() IS NOT NULL AND may_see(p.one) AND may_see(p.other)
    GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT most
$$;
REVOKE ALL ON FUNCTION exchange_candidates(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exchange_candidates(integer) TO onechild_web;
