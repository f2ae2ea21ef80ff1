-- Work on forced marriage, honour-based abuse or genital mutilation restricts the record before a word of it is typed. The
-- worker who begins it may restrict no record otherwise, so this is done here, for those three classes alone: the record
-- opens to that worker, to whoever leads on the child and to the manager asked to oversee the work.

-- Whether all that opens this restricted record to the viewer is a glass, for a time. Such a viewer names nobody on it,
-- themselves least of all: what was opened for a day would stay open.
CREATE FUNCTION access_only_by_glass(child text) RETURNS boolean
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = child)
        AND NOT EXISTS (
            SELECT FROM access_opened_to(access_viewer()) o WHERE o.child_id = child AND o.because <> 'glass')
$$;

-- The managers and seniors who may be asked to oversee work with a child: those whose reach the child is in, and those who
-- hold such work for the council; where the record is restricted already, in whatever way, those of them to whom it opens
-- for good. Never the viewer, nor anyone barred.
CREATE FUNCTION access_overseers_for(child text) RETURNS TABLE (user_id bigint, worker_id text, name text)
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT DISTINCT u.id, u.worker_id, u.name
    FROM access_roles_in_force f JOIN access_users u ON u.id = f.viewer_id
    WHERE may_see(child) AND 'approve_work' = ANY (f.permissions)
        AND u.worker_id IS NOT NULL AND u.id IS DISTINCT FROM access_viewer()
        AND child NOT IN (SELECT b.child_id FROM access_barred_from(u.id) b)
        AND CASE WHEN EXISTS (SELECT FROM access_restricted r WHERE r.child_id = child)
            THEN child IN (SELECT o.child_id FROM access_opened_to(u.id) o WHERE o.because <> 'glass')
            ELSE 'hold_sensitive' = ANY (f.permissions) OR EXISTS (
                SELECT FROM access_keys_of(u.id) k
                WHERE k.kind = 'all' OR EXISTS (
                    SELECT FROM access_locks l WHERE l.child_id = child AND l.kind = k.kind AND l.value = k.value))
            END
$$;

-- Who leads on the child now, as somebody with an account; none where a record that was restricted before leaves them out.
CREATE FUNCTION access_leads_of(child text) RETURNS TABLE (user_id bigint, name text)
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT DISTINCT u.id, u.name
    FROM allocations a JOIN access_users u ON u.worker_id = a.worker_id AND u.is_active
    WHERE may_see(child) AND a.child_id = child AND a.role = 'lead' AND a.gone_at IS NULL
        AND (a.ended_on IS NULL OR a.ended_on > access_today())
        AND child NOT IN (SELECT b.child_id FROM access_barred_from(u.id) b)
        AND (NOT EXISTS (SELECT FROM access_restrictions r WHERE r.child_id = child AND r.lifted_at IS NULL)
            OR child IN (SELECT o.child_id FROM access_opened_to(u.id) o WHERE o.because <> 'glass'))
$$;

-- Restricts the record from this moment and returns how many may open it by name. A record that is specially protected
-- already stays as whoever decided on it left it, and the answer is nought. Whoever is named on an ordinary restriction
-- stays named; a viewer who came in by a glass alone is refused.
CREATE FUNCTION access_restrict_at_once(child text, class text, overseer bigint) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    people bigint[];
    made bigint;
    opened text[] := nullif(current_setting('onechild.opened', true), '')::text[];
BEGIN
    IF NOT (access_may('do_casework') OR access_may('hold_sensitive')) OR NOT may_see(child) THEN
        RAISE EXCEPTION 'not for this viewer' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF class NOT IN ('forced_marriage', 'honour_based_abuse', 'fgm') THEN
        RAISE EXCEPTION 'no record is restricted at once as %', class USING ERRCODE = 'check_violation';
    END IF;
    IF overseer IS NOT NULL AND overseer NOT IN (SELECT o.user_id FROM access_overseers_for(child) o) THEN
        RAISE EXCEPTION 'this person can not oversee the work' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF access_only_by_glass(child) THEN
        RAISE EXCEPTION 'opened for a time only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM FROM children c WHERE c.child_id = child FOR NO KEY UPDATE;
    IF access_is_sensitive(child) AND EXISTS (
        SELECT FROM access_restrictions r WHERE r.child_id = child AND r.lifted_at IS NULL
    ) THEN
        RETURN 0;
    END IF;
    people := ARRAY(
        SELECT access_viewer() UNION SELECT overseer WHERE overseer IS NOT NULL
        UNION SELECT l.user_id FROM access_leads_of(child) l
        UNION SELECT p.user_id FROM access_restriction_people p
            JOIN access_restrictions r ON r.id = p.restriction_id AND r.lifted_at IS NULL
            JOIN access_users u ON u.id = p.user_id AND u.is_active
            WHERE r.child_id = child AND p.unnamed_at IS NULL
                AND child NOT IN (SELECT b.child_id FROM access_barred_from(u.id) b));
    UPDATE access_restrictions r SET lifted_at = access_now(), lifted_by_id = access_viewer(),
        lifted_reason = 'Specially protected from now on.'
    WHERE r.child_id = child AND r.lifted_at IS NULL;
    INSERT INTO access_restrictions (child_id, restriction, reason, began_at, began_by_id, lifted_reason)
    VALUES (child, class, 'Specially protected work began.', access_now(), access_viewer(), '')
    RETURNING id INTO made;
    INSERT INTO access_restriction_people (restriction_id, user_id, named_at, named_by_id)
    SELECT made, person, access_now(), access_viewer() FROM unnest(people) AS person;
    -- To the end of this transaction too: what is written next is about a record that is restricted by now.
    PERFORM set_config('onechild.opened', array_append(opened, child)::text, true);
    RETURN cardinality(people);
END
$$;

-- Tells one person something at once about a child whose record opens to them, on their own first page.
CREATE FUNCTION access_tell_person(child text, person bigint, words text, page text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH told AS (
        INSERT INTO access_notices (user_id, child_id, words, page, made_at)
        SELECT u.id, child, words, page, access_now() FROM access_users u
        WHERE u.id = person AND u.is_active AND access_viewer() IS NOT NULL AND may_see(child)
            AND child NOT IN (SELECT b.child_id FROM access_barred_from(u.id) b)
            AND (NOT access_is_sensitive(child) OR child IN (SELECT o.child_id FROM access_opened_to(u.id) o))
        RETURNING 1
    )
    SELECT count(*)::integer FROM told
$$;

REVOKE ALL ON FUNCTION access_only_by_glass(text), access_overseers_for(text), access_leads_of(text),
    access_restrict_at_once(text, text, bigint), access_tell_person(text, bigint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_only_by_glass(text), access_overseers_for(text), access_leads_of(text),
    access_restrict_at_once(text, text, bigint), access_tell_person(text, bigint, text, text) TO onechild_web;
