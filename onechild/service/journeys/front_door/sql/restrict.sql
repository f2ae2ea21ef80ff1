-- Restricts the record of a child to whom a sensitive contact was linked. Who screens contacts may not restrict records
-- otherwise, so this asks for itself. The record opens to whoever links, to the workers named on the contact, to those who
-- work with the child now, to whoever it opened to by name before, and to those at the front door who hold such work.
-- Who opened an ordinarily restricted record in an emergency alone is refused, unless they hold such work: what opened for
-- a day would stay open. Says whether it restricted: a record that is specially protected already stays as it is; an ordinary restriction gives
-- way to the stricter one.
CREATE FUNCTION front_door_restrict(child text, why text, words text, workers text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    before bigint[];
    made bigint;
BEGIN
    IF access_viewer() IS NULL OR NOT access_may('screen_contact') OR NOT may_see(child)
        OR why NOT IN ('forced_marriage', 'honour_based_abuse', 'fgm')
    THEN
        RAISE EXCEPTION 'this record is not for the front door to restrict' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF access_is_sensitive(child) THEN
        RETURN false;
    END IF;
    IF access_only_by_glass(child) AND NOT EXISTS (
        SELECT FROM access_roles_in_force f
        WHERE f.viewer_id = access_viewer() AND f.reach = 'all' AND 'hold_sensitive' = ANY (f.permissions))
    THEN
        RAISE EXCEPTION 'opened for a time only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT array_agg(p.user_id) INTO before FROM access_restriction_people p
    JOIN access_restrictions r ON r.id = p.restriction_id AND r.lifted_at IS NULL
    WHERE r.child_id = child AND p.unnamed_at IS NULL;
    UPDATE access_restrictions r SET lifted_at = access_now(), lifted_by_id = access_viewer(), lifted_reason = words
    WHERE r.child_id = child AND r.lifted_at IS NULL;
    INSERT INTO access_restrictions (child_id, restriction, reason, began_at, began_by_id, lifted_reason)
    VALUES (child, why, words, access_now(), access_viewer(), '') RETURNING id INTO made;
    INSERT INTO access_restriction_people (restriction_id, user_id, named_at, named_by_id)
    SELECT made, u.id, access_now(), access_viewer() FROM access_users u
    WHERE u.is_active
        AND (u.id = access_viewer() OR u.id = ANY (before) OR u.worker_id = ANY (workers)
            OR EXISTS (
                SELECT FROM allocations a
                WHERE a.child_id = child AND a.worker_id = u.worker_id AND a.gone_at IS NULL
                    AND (a.ended_on IS NULL OR a.ended_on > access_today()))
            OR EXISTS (
                SELECT FROM access_roles_in_force f
                WHERE f.viewer_id = u.id AND f.reach = 'all' AND 'hold_sensitive' = ANY (f.permissions)))
        AND child NOT IN (SELECT b.child_id FROM access_barred_from(u.id) b);
    RETURN true;
END
$$;
REVOKE ALL ON FUNCTION front_door_restrict(text, text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION front_door_restrict(text, text, text, text[]) TO onechild_web;

-- Whether a contact has this acknowledgement already, also one that the viewer may not open; nobody else can write one
-- with it until the transaction ends. Only who knows all its words and its one-time key can ask.
CREATE FUNCTION front_door_number_taken(number text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF NOT access_may('screen_contact') THEN
        RAISE EXCEPTION 'contacts are taken in by the front door' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(number, 0));
    RETURN EXISTS (SELECT FROM intakes i WHERE i.acknowledgement = number);
END
$$;
REVOKE ALL ON FUNCTION front_door_number_taken(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION front_door_number_taken(text) TO onechild_web;
