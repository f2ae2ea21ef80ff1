-- Who is meant: the words asked for, against search_terms. Row-level security would keep its indexes from being used, so
-- this runs as its owner and applies the relation itself: of children, only those whom the viewer may see; of adults,
-- only those around such a child. What it tells of others is one line: that a restricted record is the one asked for,
-- where such a class of record may be spoken of.

-- The words that there are which are like the one asked for, the likest first. `also` is what it is short for.
CREATE OR REPLACE FUNCTION search_like(asked text, also text[]) RETURNS TABLE (word text, likeness real, how text)
LANGUAGE sql STABLE ROWS 15 SET search_path = public, pg_temp SET pg_trgm.similarity_threshold = 0.45 AS
$$
    SELECT likest.word, likest.likeness, likest.how FROM (
        SELECT DISTINCT ON (f.word) f.word, f.likeness::real AS likeness, f.how FROM (
            SELECT s.word, 1.0 AS likeness, 'same' AS how FROM search_words s WHERE s.word = asked
            UNION ALL
            SELECT s.word, 0.85, 'short' FROM search_words s WHERE s.word = ANY (also)
            UNION ALL
            SELECT s.word, 0.9, 'begins' FROM search_words s
            WHERE length(asked) >= 3 AND s.word ~>=~ asked AND s.word ~<~ (asked || chr(1114111))
            UNION ALL
            SELECT s.word, 0.5 + 0.4 * similarity(s.word, asked), 'sounds' FROM search_words s
            WHERE s.sound = dmetaphone(asked) AND s.sound <> '' AND levenshtein(left(s.word, 60), left(asked, 60)) <= 3
            UNION ALL
            SELECT s.word, similarity(s.word, asked), 'spelt' FROM search_words s WHERE s.word % asked
        ) f ORDER BY f.word, f.likeness DESC
    ) likest ORDER BY likest.likeness DESC, likest.word LIMIT 15
$$;

-- names: [{"word": "kayden", "also": []}, ...], at most four, all of which must be found. born: a day, and the same with
-- day and month changed round. numbers and postcodes ("i:", "p:"): any is enough. pairs ("a:"): all must be found.
CREATE OR REPLACE FUNCTION desk_search(names jsonb, born date[], numbers text[], pairs text[], kinds text[], most integer)
RETURNS TABLE (kind text, subject_id text, score real, why text[], around text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = public, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS  -- planning it anew would take longer than doing it
$$
DECLARE
    likes jsonb;
    first_set text[]; second_set text[]; third_set text[]; fourth_set text[]; any_set text[];
    reach text[];
BEGIN
    IF access_viewer() IS NULL THEN
        RETURN;
    END IF;
    SELECT jsonb_agg(jsonb_build_object('n', n.place, 'word', 'n:' || l.word, 'likeness', l.likeness, 'how', l.how)),
        array_agg('n:' || l.word) FILTER (WHERE n.place = 1), array_agg('n:' || l.word) FILTER (WHERE n.place = 2),
        array_agg('n:' || l.word) FILTER (WHERE n.place = 3), array_agg('n:' || l.word) FILTER (WHERE n.place = 4),
        array_agg('n:' || l.word)
    INTO likes, first_set, second_set, third_set, fourth_set, any_set
    FROM jsonb_array_elements(names) WITH ORDINALITY AS n (asked, place),
        search_like(n.asked->>'word', ARRAY(SELECT jsonb_array_elements_text(n.asked->'also'))) AS l;
    -- A word like nothing that there is finds nobody; a word that was not asked for stands for the first.
    first_set := coalesce(first_set, '{}');
    second_set := CASE WHEN jsonb_array_length(names) >= 2 THEN coalesce(second_set, '{}') ELSE first_set END;
    third_set := CASE WHEN jsonb_array_length(names) >= 3 THEN coalesce(third_set, '{}') ELSE first_set END;
    fourth_set := CASE WHEN jsonb_array_length(names) >= 4 THEN coalesce(fourth_set, '{}') ELSE first_set END;
    any_set := coalesce(any_set, '{}');
    -- To ask of each of many people alike whether the viewer may see them takes longer than to list whom they may see.
    IF NOT ('all:' = ANY (coalesce(nullif(current_setting('onechild.keys', true), '')::text[], '{}'))) AND 300 < (
        SELECT count(*) FROM (
            SELECT FROM search_terms t
            WHERE (t.words && first_set AND t.words && second_set AND t.words && third_set AND t.words && fourth_set)
                AND t.kind = 'child' LIMIT 301) many)
    THEN
        SELECT coalesce(array_agg(v.child_id), '{}') INTO reach FROM visible v WHERE v.viewer_id = access_viewer();
    END IF;
    RETURN QUERY
    WITH found AS MATERIALIZED (
        SELECT t.kind, t.subject_id, t.child_id, t.born_on, t.words FROM search_terms t
        WHERE t.words && first_set AND t.words && second_set AND t.words && third_set AND t.words && fourth_set
            AND t.kind = ANY (kinds)
        UNION
        SELECT t.kind, t.subject_id, t.child_id, t.born_on, t.words FROM search_terms t
        WHERE t.born_on = ANY (born) AND t.kind = ANY (kinds) AND (jsonb_array_length(names) = 0 OR t.words && any_set)
        UNION
        SELECT t.kind, t.subject_id, t.child_id, t.born_on, t.words FROM search_terms t
        WHERE t.words && numbers AND t.kind = ANY (kinds)
        UNION
        SELECT t.kind, t.subject_id, t.child_id, t.born_on, t.words FROM search_terms t
        WHERE pairs <> '{}' AND t.words @> pairs AND t.kind = ANY (kinds)
    ), alike AS MATERIALIZED (
        SELECT l.n, l.word, l.likeness, l.how
        FROM jsonb_to_recordset(coalesce(likes, '[]')) AS l (n integer, word text, likeness real, how text)
    ), scored AS MATERIALIZED (
        SELECT f.kind, f.subject_id, f.child_id, f.born_on,
            ((coalesce(named.total, 0) / greatest(jsonb_array_length(names), 1))
                + CASE WHEN f.born_on = born[1] THEN 0.5 WHEN f.born_on = ANY (born) THEN 0.3 ELSE 0 END
                + CASE WHEN f.words && numbers THEN 2 ELSE 0 END
                + CASE WHEN pairs <> '{}' AND f.words @> pairs THEN 1 ELSE 0 END)::real AS score,
            coalesce(named.ways, '{}')
                || CASE WHEN f.born_on = born[1] THEN ARRAY['born'] WHEN f.born_on = ANY (born) THEN ARRAY['turned'] ELSE '{}' END
                || CASE WHEN f.words && numbers THEN ARRAY['number'] ELSE '{}' END
                || CASE WHEN pairs <> '{}' AND f.words @> pairs THEN ARRAY['address'] ELSE '{}' END AS ways
        FROM found f LEFT JOIN LATERAL (
            SELECT sum(best.likeness) AS total, array_agg(best.how || ':' || substr(best.word, 3) ORDER BY best.n) AS ways
            FROM (SELECT DISTINCT ON (a.n) a.n, a.word, a.likeness, a.how FROM alike a
                  WHERE a.word = ANY (f.words) ORDER BY a.n, a.likeness DESC) best
        ) named ON true
    ), in_order AS (
        SELECT s.* FROM scored s
        WHERE s.kind <> 'child' OR reach IS NULL OR s.child_id = ANY (reach)
        ORDER BY s.score DESC, s.born_on DESC NULLS LAST, s.subject_id
    )
    (SELECT o.kind, o.subject_id, o.score, o.ways, NULL::text[] FROM in_order o
     WHERE o.kind = 'worker' OR (o.kind = 'child' AND may_see(o.child_id)) LIMIT most)
    UNION ALL
    (SELECT o.kind, o.subject_id, o.score, o.ways, r.children FROM (SELECT * FROM in_order WHERE in_order.kind = 'adult' LIMIT 300) o
     CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT r.child_id::text) AS children FROM relationships r
        WHERE r.related_adult_id = o.subject_id AND r.gone_at IS NULL AND may_see(r.child_id)
     ) r WHERE r.children IS NOT NULL LIMIT most)
    UNION ALL
    (SELECT 'restricted', c.la_child_id, s.score, '{}', NULL::text[] FROM scored s
     JOIN access_restricted x ON x.child_id = s.child_id JOIN children c ON c.child_id = s.child_id
     WHERE s.kind = 'child' AND s.score >= 1 AND cardinality(s.ways) >= 2 - (numbers <> '{}')::integer
        AND NOT may_see(s.child_id) AND may_know_of(s.child_id) LIMIT 3);
END
$$;
REVOKE ALL ON FUNCTION desk_search(jsonb, date[], text[], text[], text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_search(jsonb, date[], text[], text[], text[], integer) TO onechild_web;
