-- What a later load may not bring back: children who were erased, and adults who were on record for them alone, by the
-- digest of their key. Nothing else of them is kept.

CREATE TABLE erased_keys (digest text PRIMARY KEY, erased_on date NOT NULL DEFAULT current_date);

CREATE FUNCTION record_digest(key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS
$$ SELECT encode(sha256(convert_to(key, 'UTF8')), 'hex') $$;

CREATE FUNCTION record_note_erased() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF current_setting('onechild.erasing', true) = 'on' THEN
        IF TG_TABLE_NAME = 'children' THEN
            INSERT INTO erased_keys SELECT record_digest(child_id) FROM gone_rows ON CONFLICT DO NOTHING;
        ELSE
            INSERT INTO erased_keys SELECT record_digest(adult_id) FROM gone_rows ON CONFLICT DO NOTHING;
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_erased AFTER DELETE ON children REFERENCING OLD TABLE AS gone_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_note_erased();
CREATE TRIGGER note_erased AFTER DELETE ON adults REFERENCING OLD TABLE AS gone_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_note_erased();

-- Takes rows of erased children out of a staged table; a row of another child that names one forgets the name.
CREATE FUNCTION record_load_forget_erased(kept text) RETURNS bigint LANGUAGE plpgsql SET client_min_messages = error AS
$$
DECLARE
    stage regclass := to_regclass('pg_temp.stage_' || kept);
    named text;
    forgotten bigint := 0;
BEGIN
    IF NOT EXISTS (SELECT FROM erased_keys) THEN
        RETURN 0;
    END IF;
    FOR named IN SELECT attname FROM pg_attribute WHERE attrelid = stage AND NOT attisdropped
        AND attname IN ('related_child_id', 'her_child_id', 'known_as_child_id')
    LOOP
        EXECUTE format('UPDATE %s SET %I = NULL WHERE record_digest(%2$I) IN (SELECT digest FROM erased_keys)', stage, named);
    END LOOP;
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = stage AND attname = 'child_id' AND NOT attisdropped) THEN
        EXECUTE format('DELETE FROM %s WHERE record_digest(child_id) IN (SELECT digest FROM erased_keys)', stage);
        GET DIAGNOSTICS forgotten = ROW_COUNT;
    END IF;
    RETURN forgotten;
END
$$;

-- Adults whom a load brought back although they were erased with a child, and who are nobody's in the record now.
CREATE FUNCTION record_load_forget_adults() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    nobodys text[];
BEGIN
    IF NOT EXISTS (SELECT FROM erased_keys) THEN
        RETURN;
    END IF;
    nobodys := ARRAY(SELECT adult_id FROM adults a WHERE record_digest(adult_id) IN (SELECT digest FROM erased_keys)
        AND NOT EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = a.adult_id));
    PERFORM set_config('onechild.erasing', 'on', true);
    DELETE FROM adult_names WHERE adult_id = ANY(nobodys);
    DELETE FROM history.adult_names WHERE adult_id = ANY(nobodys);
    DELETE FROM adults WHERE adult_id = ANY(nobodys);
    DELETE FROM history.adults WHERE adult_id = ANY(nobodys);
    PERFORM set_config('onechild.erasing', '', true);
END
$$;
REVOKE ALL ON FUNCTION record_load_forget_erased(text), record_load_forget_adults(), record_note_erased() FROM PUBLIC;
