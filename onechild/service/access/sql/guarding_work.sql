-- Who sees a contact at the front door, before and after it is known whom it is about; and adults of whom nothing is said yet.

-- Whether a child who is linked to the contact is hidden from the viewer: one such child hides the whole contact. Asked as
-- the owner, so that the policies of the two tables do not ask one another.
CREATE FUNCTION intake_hides_a_child(intake text) RETURNS boolean
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp COST 2000 AS
$$
    SELECT EXISTS (SELECT FROM intake_children c WHERE c.intake_id = intake AND c.child_id IS NOT NULL AND c.gone_at IS NULL
        AND NOT may_see(c.child_id))
        -- Before anybody has linked them: a child told of by the family name and birth date of one the viewer is barred from.
        OR EXISTS (SELECT FROM unnest(nullif(current_setting('onechild.barred', true), '')::text[]) AS b (child_id)
            JOIN children k ON k.child_id = b.child_id JOIN child_names n ON n.child_id = k.child_id
            JOIN intake_children c ON c.intake_id = intake AND c.child_id IS NULL AND c.gone_at IS NULL
                AND c.born_on = k.born_on AND lower(trim(c.surname)) = lower(n.surname))
$$;

-- Whether it is about a child whom the viewer may see, so that who works with the child can read it.
CREATE FUNCTION intake_tells_of_a_child(intake text) RETURNS boolean
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp COST 2000 AS
$$
    SELECT EXISTS (SELECT FROM intake_children c WHERE c.intake_id = intake AND c.child_id IS NOT NULL AND c.gone_at IS NULL
        AND may_see(c.child_id))
$$;

-- Whether the viewer is one of these workers.
CREATE FUNCTION access_is_one_of(workers text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM access_users u WHERE u.id = access_viewer() AND u.worker_id = ANY (workers)) $$;

-- A contact marked as sensitive opens to those who hold such work, and to whoever is named on it.
CREATE FUNCTION may_open_intake(intake text, sensitive text, open_to text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp COST 4000 AS
$$
BEGIN
    RETURN (access_may('screen_contact') OR intake_tells_of_a_child(intake))
        AND (sensitive IS NULL OR access_may('hold_sensitive') OR access_is_one_of(open_to))
        AND NOT intake_hides_a_child(intake);
END
$$;

CREATE FUNCTION may_open_intake(asked text) RETURNS boolean
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp COST 4000 AS
$$ SELECT coalesce((SELECT may_open_intake(i.intake_id, i.sensitive, i.open_to_ids) FROM intakes i WHERE i.intake_id = asked), false) $$;

-- Earlier versions open as the contact does now: one that was marked later is hidden back to its beginning.
SELECT access_guard_by('public', 'intakes', 'may_open_intake(intake_id, sensitive, open_to_ids)'),
    access_guard_by('history', 'intakes', 'may_open_intake(intake_id)');
SELECT access_guard_by(place, 'intake_children', 'may_open_intake(intake_id) AND (child_id IS NULL OR may_see(child_id))'),
    access_guard_by(place, 'intake_adults', 'may_open_intake(intake_id)'),
    access_guard_by(place, 'intake_moves', 'may_open_intake(intake_id)'),
    access_guard_by(place, 'partner_checks', 'may_open_intake(intake_id)'),
    access_guard_by(place, 'adult_contacts', 'may_see_adult(adult_id)')
FROM unnest(ARRAY['public', 'history']) AS place;

GRANT SELECT, INSERT, UPDATE ON intakes, intake_children, intake_adults, intake_moves, partner_checks, out_of_hours_holders,
    adult_contacts TO onechild_web;

-- Who works with families writes down adults about whom no child says anything yet.
CREATE OR REPLACE FUNCTION may_see_adult(adult text) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp COST 2000 AS
$$
BEGIN
    RETURN EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = adult AND may_see(r.child_id))
        OR EXISTS (SELECT FROM adults a WHERE a.adult_id = adult AND may_see(a.known_as_child_id))
        OR ((access_may('see_all_children') OR access_may('do_casework'))
            AND NOT EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = adult)
            AND NOT EXISTS (SELECT FROM adults a WHERE a.adult_id = adult AND a.known_as_child_id IS NOT NULL));
END
$$;
