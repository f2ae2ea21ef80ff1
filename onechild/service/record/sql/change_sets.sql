-- A change-set takes effect when its transaction commits: the last thing the transaction does is to note the moment.

CREATE FUNCTION record_note_effect() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
    UPDATE change_sets SET took_effect_at = clock_timestamp() WHERE change_set_id = NEW.change_set_id;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER note_effect AFTER INSERT ON change_sets
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_note_effect();

-- Begins a change-set in this transaction and returns its number; the writes that follow belong to it.
CREATE FUNCTION record_begin_change_set(kind text, words text, made_by text, user_id bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
    number bigint;
BEGIN
    INSERT INTO change_sets (kind, words, made_by, user_id, began_at)
    VALUES (kind, words, made_by, user_id, clock_timestamp()) RETURNING change_set_id INTO number;
    PERFORM set_config('onechild.change_set', number::text, true);
    RETURN number;
END
$$;
GRANT SELECT ON change_sets TO onechild_web;
