-- Erasing takes the work itself too: rows of others that name the child. The tables with a child_id of their own are found
-- as before; what the front door was told goes by a trigger of the record's (intakes_erased.sql).

CREATE OR REPLACE FUNCTION rights_erase(erased text, asked bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    place record;
    gone bigint := 0;
    more bigint;
    public_id text := (SELECT la_child_id FROM children WHERE child_id = erased);
    relatives text[] := ARRAY(SELECT DISTINCT related_adult_id FROM relationships
                              WHERE child_id = erased AND related_adult_id IS NOT NULL);
BEGIN
    IF NOT EXISTS (SELECT FROM rights_erasures e WHERE e.id = asked AND e.child_ref = erased AND e.done_at IS NULL
                   AND e.refused_by_id IS NULL AND e.asked_by_id <> access_viewer()) THEN
        RAISE EXCEPTION 'nobody else asked for this erasure' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM rights_holds h WHERE h.child_id = erased AND h.lifted_at IS NULL) THEN
        RAISE EXCEPTION 'a legal hold forbids this erasure' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT access_may('information_rights') THEN
        RAISE EXCEPTION 'this viewer may not erase' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM set_config('onechild.erasing', 'on', true);
    UPDATE relationships SET related_child_id = NULL WHERE related_child_id = erased;
    UPDATE mothers SET her_child_id = NULL WHERE her_child_id = erased;
    UPDATE adults SET known_as_child_id = NULL WHERE known_as_child_id = erased;
    UPDATE children SET linked_to_id = NULL WHERE linked_to_id = erased;
    -- Rows of brothers and sisters that name the child: a place at a meeting, a letter's recipient.
    DELETE FROM meeting_people WHERE related_child_id = erased;
    DELETE FROM letter_recipients WHERE related_child_id = erased;
    DELETE FROM letter_parts WHERE related_child_id = erased;
    DELETE FROM adult_history_openings WHERE opened_child_id = erased;
    DELETE FROM history.adult_history_openings WHERE opened_child_id = erased;
    FOR place IN
        SELECT n.nspname, c.relname, a.attname
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
            AND a.attname IN ('child_id', 'related_child_id', 'her_child_id', 'known_as_child_id', 'kept_id', 'joined_id')
        WHERE n.nspname IN ('public', 'history') AND c.relkind IN ('r', 'p')
            AND (a.attname = 'child_id' OR n.nspname = 'history' OR c.relname = 'child_links')
        ORDER BY c.relname = 'child_link_rows' DESC, c.relname = 'children', c.relname LIKE 'rights\_subject%'
    LOOP
        IF place.relname = 'child_links' THEN
            DELETE FROM child_link_rows WHERE link_id IN
                (SELECT link_id FROM child_links WHERE kept_id = erased OR joined_id = erased);
        END IF;
        EXECUTE format('DELETE FROM %I.%I WHERE %I = $1', place.nspname, place.relname, place.attname) USING erased;
        GET DIAGNOSTICS more = ROW_COUNT;
        gone := gone + more;
    END LOOP;
    DELETE FROM quarantine WHERE position(public_id IN coalesce(row_values, '')) > 0;
    GET DIAGNOSTICS more = ROW_COUNT;
    gone := gone + more;
    -- Adults who were on record for this child alone.
    DELETE FROM adult_names WHERE adult_id = ANY(relatives)
        AND NOT EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = adult_names.adult_id);
    DELETE FROM history.adult_names n WHERE n.adult_id = ANY(relatives)
        AND NOT EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = n.adult_id);
    DELETE FROM adults WHERE adult_id = ANY(relatives)
        AND NOT EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = adults.adult_id);
    DELETE FROM history.adults a WHERE a.adult_id = ANY(relatives)
        AND NOT EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = a.adult_id);
    DELETE FROM adult_contacts WHERE adult_id = ANY(relatives)
        AND NOT EXISTS (SELECT FROM adults a WHERE a.adult_id = adult_contacts.adult_id);
    DELETE FROM history.adult_contacts c WHERE c.adult_id = ANY(relatives)
        AND NOT EXISTS (SELECT FROM adults a WHERE a.adult_id = c.adult_id);
    PERFORM set_config('onechild.erasing', '', true);
    RETURN gone;
END
$$;
