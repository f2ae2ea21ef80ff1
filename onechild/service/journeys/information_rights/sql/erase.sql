-- Takes a child out of every table that has a child_id, and out of their histories; says how many rows went.

CREATE FUNCTION rights_erase(erased text, asked bigint) RETURNS bigint
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
    PERFORM set_config('onechild.erasing', '', true);
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION rights_erase(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rights_erase(text, bigint) TO onechild_web;

-- A disclosure once signed is never changed.
CREATE FUNCTION rights_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'a disclosure is never changed: a further entry corrects it' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER never_changed BEFORE UPDATE ON rights_disclosures
    FOR EACH STATEMENT EXECUTE FUNCTION rights_refuse_change();
