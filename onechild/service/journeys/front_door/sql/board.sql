-- What the board asks beyond the rows that a viewer may read: priorities as they were, contacts that are hidden from the
-- viewer, and telling those who decide.

-- The priorities that a contact had, as [priority, moment it was set], the first one first; as far as the asker may read it.
CREATE FUNCTION front_door_priorities(asked text) RETURNS jsonb LANGUAGE sql STABLE STRICT AS
$$
    SELECT coalesce(jsonb_agg(jsonb_build_array(v.priority, v.priority_at) ORDER BY v.edit_version), '[]')
    FROM (
        SELECT h.edit_version, h.priority, h.priority_at FROM history.intakes h WHERE h.intake_id = asked
        UNION ALL SELECT i.edit_version, i.priority, i.priority_at FROM intakes i WHERE i.intake_id = asked
    ) v
    WHERE v.priority IS NOT NULL
$$;

-- Contacts that wait and are hidden from the viewer because they, or a child in them, are restricted: how far each is and by
-- when it is due, and nothing of whom it is about. One about a child from whom the viewer is barred is not there at all.
CREATE FUNCTION front_door_hidden(
    OUT stage text, OUT received_at timestamptz, OUT priorities jsonb, OUT needed_before timestamptz, OUT held boolean
) RETURNS SETOF record LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT i.stage, i.received_at, front_door_priorities(i.intake_id), i.needed_before, i.holder_id IS NOT NULL
    FROM intakes i
    WHERE access_may('screen_contact') AND i.gone_at IS NULL AND i.stage IN ('contact', 'initial', 'screening', 'final')
        AND (i.sensitive IS NOT NULL OR EXISTS (
            SELECT FROM intake_children c JOIN access_restricted r ON r.child_id = c.child_id
            WHERE c.intake_id = i.intake_id AND c.gone_at IS NULL))
        AND NOT may_open_intake(i.intake_id, i.sensitive, i.open_to_ids)
        AND NOT EXISTS (
            SELECT FROM intake_children c
            WHERE c.intake_id = i.intake_id AND c.child_id IS NOT NULL AND access_is_barred(c.child_id))
$$;

-- Tells, on their own first page, whoever holds a contact, whoever is on duty out of hours, and those who decide at the
-- front door. None who may not open it; never the one who acts. The words name no child.
CREATE FUNCTION front_door_tell(asked text, words text, page text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH contact AS (
        SELECT i.* FROM intakes i WHERE i.intake_id = asked AND access_may('screen_contact')
            AND may_open_intake(i.intake_id, i.sensitive, i.open_to_ids)
    ), children AS (
        SELECT c.child_id FROM intake_children c
        WHERE c.intake_id = asked AND c.child_id IS NOT NULL AND c.gone_at IS NULL
    ), people AS (
        SELECT u.id FROM access_users u JOIN contact i ON i.holder_id = u.worker_id
        UNION
        SELECT u.id FROM access_users u JOIN out_of_hours_holders o ON o.worker_id = u.worker_id
        WHERE o.gone_at IS NULL AND o.starts_at <= access_now() AND access_now() < o.ends_at
        UNION
        SELECT f.viewer_id FROM access_roles_in_force f WHERE f.reach = 'all' AND 'decide_contact' = ANY (f.permissions)
    ), told AS (
        INSERT INTO access_notices (user_id, child_id, words, page, made_at)
        SELECT u.id, NULL, front_door_tell.words, front_door_tell.page, access_now() -- a contact has words of its own
        FROM access_users u JOIN people p ON p.id = u.id CROSS JOIN contact i
        WHERE u.is_active AND u.id <> access_viewer()
            AND (i.sensitive IS NULL OR u.worker_id = ANY (i.open_to_ids) OR EXISTS (
                SELECT FROM access_roles_in_force f WHERE f.viewer_id = u.id AND 'hold_sensitive' = ANY (f.permissions)))
            AND NOT EXISTS (
                SELECT FROM children c
                WHERE c.child_id IN (SELECT b.child_id FROM access_barred_from(u.id) b)
                    OR (EXISTS (SELECT FROM access_restricted r WHERE r.child_id = c.child_id)
                        AND c.child_id NOT IN (SELECT o.child_id FROM access_opened_to(u.id) o)))
        RETURNING 1
    )
    SELECT count(*)::integer FROM told
$$;

REVOKE ALL ON FUNCTION front_door_hidden(), front_door_tell(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION front_door_hidden(), front_door_tell(text, text, text) TO onechild_web;
