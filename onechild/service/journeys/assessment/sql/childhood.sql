-- The record of an adult's own childhood, for whoever assesses a child: known only that there is one, and read only while a
-- decision that opened it for this viewer holds. Sealed and other restricted records are never opened so, and to a barred
-- person there is none.

-- The adults around a child of whom there is such a record; `sealed` says that it is restricted and can't be opened here. One
-- of which nobody may be told is left out.
CREATE FUNCTION assessment_childhoods(asked text) RETURNS TABLE (adult_id text, sealed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT DISTINCT a.adult_id::text, EXISTS (SELECT FROM access_restricted x WHERE x.child_id = a.known_as_child_id)
    FROM relationships r JOIN adults a ON a.adult_id = r.related_adult_id AND a.gone_at IS NULL
    WHERE r.child_id = asked AND r.gone_at IS NULL AND a.known_as_child_id IS NOT NULL AND may_see(asked)
        AND may_know_of(a.known_as_child_id) AND NOT access_is_barred(a.known_as_child_id)
$$;

-- The childhood record that is open to the viewer today for the work with a child; nothing where none is.
CREATE FUNCTION assessment_opened_childhood(asked text, asked_adult text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT o.opened_child_id::text
    FROM adult_history_openings o
    JOIN access_users u ON u.worker_id = o.opened_for_id AND u.id = access_viewer()
    JOIN adults a ON a.adult_id = o.adult_id AND a.known_as_child_id = o.opened_child_id
    WHERE o.child_id = asked AND o.adult_id = asked_adult AND o.gone_at IS NULL
        AND o.happened_on <= access_today() AND o.ends_on > access_today() AND may_see(asked)
        AND NOT access_is_barred(o.opened_child_id)
        AND NOT EXISTS (SELECT FROM access_restricted x WHERE x.child_id = o.opened_child_id)
    ORDER BY o.ends_on DESC LIMIT 1
$$;

-- What that record says, in outline, the oldest first: what was decided and where the child lived, with nobody's words.
CREATE FUNCTION assessment_childhood(asked text, asked_adult text)
RETURNS TABLE (happened_on date, what text, row_key text, detail jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
DECLARE
    opened text := assessment_opened_childhood(asked, asked_adult);
BEGIN
    IF opened IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT h.happened_on, h.what, h.row_key::text, h.detail - ARRAY['words', 'reason', 'screened_by', 'provider', 'by', 'postcode']
    FROM happenings h
    WHERE h.child_id = opened AND h.happened_on <= access_today() AND h.restricted IS NULL
        AND h.part IN ('front_door', 'assessment', 'protection', 'support', 'care', 'legal', 'missing')
        AND h.what NOT IN ('outcome', 'conviction', 'immigration', 'hearing')
    ORDER BY h.happened_on, h.what, h.row_key;
END
$$;
