-- Which quarantined rows a viewer may see: with the permission, all but those that name a child who is hidden from them.
-- A value put aside names no child by a reference, so the words of the row are looked through for the ids of the few
-- children whom somebody whose reach is every child may not see; for any other reach, nothing is shown.
CREATE FUNCTION exchange_hidden_ids() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT coalesce(array_agg(DISTINCT word), '{}') FROM (
        SELECT r.child_id::text AS child_id FROM access_restricted r WHERE NOT access_is_opened(r.child_id)
        UNION SELECT unnest(nullif(current_setting('onechild.barred', true), '')::text[])
    ) h LEFT JOIN children c ON c.child_id = h.child_id,
    LATERAL (VALUES (h.child_id), (substring(h.child_id from ':(.*)$')), (c.la_child_id)) AS ids(word)
    WHERE word IS NOT NULL
$$;

CREATE FUNCTION exchange_may_see_aside(hidden text[], place text, value text, row_values text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS
$$
    SELECT NOT coalesce(regexp_split_to_array(concat_ws(' ', place, value, row_values), '[^A-Za-z0-9_-]+') && hidden, false)
$$;

SELECT access_guard_by(place, 'quarantine',
    'access_may(''mend_quarantine'') AND ''all:'' = ANY (coalesce(nullif(current_setting(''onechild.keys'', true), ''''), ''{}'')::text[]) '
    'AND exchange_may_see_aside((SELECT exchange_hidden_ids()), concat_ws('' '', place, source_row), value, row_values)')
FROM unnest(ARRAY['public', 'history']) AS place;
SELECT access_guard_by('public', 'aside_decisions',
    'access_may(''mend_quarantine'') AND exchange_may_see_aside((SELECT exchange_hidden_ids()), quarantine_id, value, '
    'concat_ws('' '', row_values, given::text))');
GRANT SELECT, INSERT, UPDATE ON aside_decisions TO onechild_web;
GRANT EXECUTE ON FUNCTION exchange_hidden_ids(), exchange_may_see_aside(text[], text, text, text) TO onechild_web;

-- Of places in a source, those whose row is about a child whom the viewer may not see.
CREATE FUNCTION exchange_hidden_places(kept text, places text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(format('public.%I', kept))
                   AND attname = 'child_id' AND NOT attisdropped) THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT DISTINCT t.source_row FROM public.%I t WHERE t.source_row = ANY ($1) AND NOT may_see(t.child_id)', kept)
        USING places;
END
$$;
GRANT EXECUTE ON FUNCTION exchange_hidden_places(text, text[]) TO onechild_web;
