-- When the oldest change-set that is still open began, as every session can see it: each holds, until its transaction
-- ends, a shared advisory lock whose second number is that second, counted from 2020. What took effect by an earlier
-- moment is all there to be read; of a later one nobody can say yet.

CREATE OR REPLACE FUNCTION record_begin_change_set(kind text, words text, made_by text, user_id bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
    number bigint;
    began timestamptz := clock_timestamp();
BEGIN
    PERFORM pg_advisory_xact_lock_shared(
        hashtext('change-set'), floor(extract(epoch FROM began - timestamptz '2020-01-01 00:00+00'))::int);
    INSERT INTO change_sets (kind, words, made_by, user_id, began_at)
    VALUES (kind, words, made_by, user_id, began) RETURNING change_set_id INTO number;
    PERFORM set_config('onechild.change_set', number::text, true);
    RETURN number;
END
$$;

-- Null where none is open. Ask before the snapshot is taken from which the past is read, never in it.
CREATE OR REPLACE FUNCTION record_oldest_open_change_set() RETURNS timestamptz LANGUAGE sql VOLATILE AS
$$
    SELECT timestamptz '2020-01-01 00:00+00' + min(l.objid::bigint) * interval '1 second'
    FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
      AND l.classid = (hashtext('change-set')::bit(32)::bigint)::oid
$$;

CREATE OR REPLACE VIEW record_open_change_sets AS SELECT record_oldest_open_change_set() AS began_at;
