-- The access log takes rows and gives none back to be changed: not by the owner either, without taking these triggers
-- away, which the chain of seals then shows.

CREATE FUNCTION access_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON access_events
    FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log_seals
    FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_change();
ALTER TABLE access_events ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE access_log_seals ENABLE ALWAYS TRIGGER refuse_change;

-- The moment of an event is the database's own, taken under a lock that the sealer waits for: once it has waited, no
-- event of an earlier minute can still arrive.
CREATE FUNCTION access_stamp_event() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('access log'));
    NEW.at := clock_timestamp();
    RETURN NEW;
END
$$;

CREATE TRIGGER stamp_event BEFORE INSERT ON access_events FOR EACH ROW EXECUTE FUNCTION access_stamp_event();
ALTER TABLE access_events ENABLE ALWAYS TRIGGER stamp_event;

CREATE FUNCTION access_log_settled() RETURNS timestamptz LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_advisory_lock(hashtext('access log'));
    PERFORM pg_advisory_unlock(hashtext('access log'));
    RETURN clock_timestamp();
END
$$;

-- Notes that the viewer of this transaction looked; nobody can note it for somebody else.
CREATE FUNCTION access_note(
    session text, kind text, what text, page text, method text, status integer, children text[], reason text
) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    INSERT INTO access_events (user_id, session, kind, what, page, method, status, children, reason)
    VALUES (access_viewer(), session, kind, what, page, method, status::smallint, children,
        CASE WHEN EXISTS (
            SELECT FROM access_glass g
            WHERE g.user_id = access_viewer() AND g.child_id = ANY (children)
                AND g.granted_at IS NOT NULL AND g.ended_at IS NULL AND g.ends_at > access_now()
        ) THEN concat_ws(', ', 'glass', nullif(reason, '')) ELSE reason END)
    RETURNING event_id
$$;

-- Everybody reads their own events, but for those with a child from whom they are barred.
ALTER TABLE access_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON access_events FOR SELECT TO onechild_web USING (
    user_id = access_viewer()
    AND NOT children && coalesce(nullif(current_setting('onechild.barred', true), '')::text[], '{}'));
GRANT SELECT ON access_events TO onechild_web;

-- Who has looked at a child, newest first, for whoever may see the log and the child. A function, because under a policy
-- the index of children would not be used.
CREATE FUNCTION access_looked(child text, since timestamptz, until timestamptz) RETURNS SETOF access_events
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT e.* FROM access_events e
    WHERE e.children @> ARRAY[child]
        AND (since IS NULL OR e.at >= since) AND (until IS NULL OR e.at < until)
        AND (SELECT access_may('see_access_log') AND may_see(child))
    ORDER BY e.at DESC, e.event_id DESC
$$;
