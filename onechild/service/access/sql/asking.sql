-- How a request says who is asking, and how the policies ask in turn. The definition is that of reach.sql; here it is
-- asked for one child, from keys gathered once a request, so that a page's five hundred rows cost little more than none.

-- What the policies need to know of a viewer, in one go.
CREATE FUNCTION access_facts(
    viewer bigint, OUT keys text[], OUT may text[], OUT opened text[], OUT barred text[], OUT roles jsonb, OUT teams text[]
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    SELECT array_agg(k.kind || ':' || k.value) INTO keys FROM access_keys_of(viewer) k;
    SELECT array_agg(DISTINCT p) INTO may FROM access_roles_in_force f, unnest(f.permissions) p WHERE f.viewer_id = viewer;
    SELECT array_agg(b.child_id) INTO barred FROM access_barred_from(viewer) b;
    IF keys IS NOT NULL THEN
        SELECT array_agg(DISTINCT o.child_id) INTO opened FROM access_opened_to(viewer) o;
    END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_array(f.role, f.team_id)), '[]') INTO roles
    FROM access_roles_in_force f WHERE f.viewer_id = viewer;
    SELECT array_agg(t.team_id) INTO teams FROM access_teams_of(viewer) t;
END
$$;

-- From here to the end of the transaction, the web's role asks as this viewer, at this moment. Returns the roles in
-- force, each with its team, and the viewer's teams.
CREATE FUNCTION access_enter(viewer bigint, moment timestamptz) RETURNS jsonb LANGUAGE plpgsql AS
$$
DECLARE
    facts record;
BEGIN
    PERFORM set_config('onechild.now', coalesce(moment::text, ''), true), set_config('onechild.recent_from', '', true);
    PERFORM set_config('onechild.recent_from', public.access_recent_from()::text, true);
    SELECT * INTO facts FROM public.access_facts(viewer);
    PERFORM set_config('onechild.viewer', coalesce(viewer::text, ''), true),
        set_config('onechild.keys', coalesce(facts.keys::text, ''), true),
        set_config('onechild.other_keys', CASE WHEN EXISTS (
            SELECT FROM unnest(facts.keys) k WHERE split_part(k, ':', 1) NOT IN ('role', 'own', 'team')
        ) THEN 'yes' ELSE '' END, true),
        set_config('onechild.may', coalesce(facts.may::text, ''), true),
        set_config('onechild.opened', coalesce(facts.opened::text, ''), true),
        set_config('onechild.barred', coalesce(facts.barred::text, ''), true),
        set_config('onechild.known', chr(31), true),
        set_config('onechild.hidden', CASE WHEN viewer IS NOT NULL AND 'all:' = ANY (facts.keys) THEN 'ask' ELSE '' END, true);
    PERFORM set_config('role', 'onechild_web', true);
    RETURN jsonb_build_object('roles', facts.roles, 'teams', coalesce(to_jsonb(facts.teams), '[]'));
END
$$;

-- Back to whoever connected, with nobody asking: for work that goes on in the same transaction.
CREATE FUNCTION access_leave() RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('role', 'none', true);
    PERFORM set_config('onechild.' || name, '', true)
    FROM unnest(ARRAY['viewer', 'now', 'recent_from', 'keys', 'other_keys', 'may', 'opened', 'barred', 'known', 'hidden']) AS name;
END
$$;

CREATE FUNCTION access_may(permission text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(permission = ANY (nullif(current_setting('onechild.may', true), '')::text[]), false) $$;

CREATE FUNCTION access_is_barred(child text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(child = ANY (nullif(current_setting('onechild.barred', true), '')::text[]), false) $$;

CREATE FUNCTION access_is_opened(child text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(child = ANY (nullif(current_setting('onechild.opened', true), '')::text[]), false) $$;

-- The definition, asked for one child. Barred goes before all else. The keys that most people have, of a worker and of
-- teams, are tried on the child's allocations in one step; the rest on the locks, by who has any other key. A test holds
-- this to the relation `visible`, for every role and every child.
CREATE FUNCTION access_allows(child text) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    keys text[] := nullif(current_setting('onechild.keys', true), '')::text[];
    recent date;
BEGIN
    IF keys IS NULL OR access_viewer() IS NULL OR access_is_barred(child) THEN
        RETURN false;
    END IF;
    IF access_is_opened(child) THEN
        RETURN true;
    END IF;
    IF NOT 'all:' = ANY (keys) THEN
        recent := access_recent_from();
        IF NOT EXISTS (
            SELECT FROM allocations a
            WHERE a.child_id = child AND a.gone_at IS NULL AND (a.ended_on IS NULL OR a.ended_on > recent)
                AND ('own:' || a.worker_id = ANY (keys) OR 'team:' || a.team_id = ANY (keys))
        ) THEN
            IF current_setting('onechild.other_keys', true) <> 'yes' OR NOT EXISTS (
                SELECT FROM access_locks l WHERE l.child_id = child AND l.kind || ':' || l.value = ANY (keys)
            ) THEN
                RETURN false;
            END IF;
        END IF;
    END IF;
    RETURN NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = child);
END
$$;

-- For a viewer whose reach is every child: the few whom they may not see, gathered when the first row asks, so that
-- reading many rows asks no table again. Too many to keep: nothing is gathered, and each child is asked for.
CREATE FUNCTION access_gather_hidden() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    hidden text;
BEGIN
    SELECT CASE WHEN count(*) <= 4000 THEN chr(31) || coalesce(string_agg(h.child_id, chr(31)) || chr(31), '') ELSE '' END
    INTO hidden
    FROM (
        SELECT r.child_id::text FROM access_restricted r WHERE NOT access_is_opened(r.child_id)
        UNION
        SELECT unnest(nullif(current_setting('onechild.barred', true), '')::text[])
        LIMIT 4001
    ) h;
    RETURN set_config('onechild.hidden', hidden, true);
END
$$;

-- What every policy asks. A yes is remembered until the end of the transaction; a no is asked again. The mark between
-- remembered ids is chr(31), and an id that holds one itself is never taken from memory.
CREATE FUNCTION may_see(child text) RETURNS boolean LANGUAGE plpgsql STABLE STRICT COST 1000 AS
$$
DECLARE
    hidden text := current_setting('onechild.hidden', true);
    known text;
BEGIN
    IF hidden = 'ask' THEN
        hidden := public.access_gather_hidden();
    END IF;
    IF hidden <> '' AND strpos(child, chr(31)) = 0 THEN
        RETURN strpos(hidden, chr(31) || child || chr(31)) = 0;
    END IF;
    known := current_setting('onechild.known', true);
    IF strpos(known, chr(31) || child || chr(31)) > 0 AND strpos(child, chr(31)) = 0 THEN
        RETURN true;
    END IF;
    IF NOT public.access_allows(child) THEN
        RETURN false;
    END IF;
    PERFORM set_config(
        'onechild.known', CASE WHEN length(known) < 8000 THEN known ELSE chr(31) END || child || chr(31), true);
    RETURN true;
END
$$;

-- An adult is seen with a child: on the record of one whom the viewer sees, or as the child that they once were.
CREATE FUNCTION may_see_adult(adult text) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp COST 2000 AS
$$
BEGIN
    RETURN EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = adult AND may_see(r.child_id))
        OR EXISTS (SELECT FROM adults a WHERE a.adult_id = adult AND may_see(a.known_as_child_id))
        -- Somebody about whom no child says anything yet.
        OR (access_may('see_all_children')
            AND NOT EXISTS (SELECT FROM relationships r WHERE r.related_adult_id = adult)
            AND NOT EXISTS (SELECT FROM adults a WHERE a.adult_id = adult AND a.known_as_child_id IS NOT NULL));
END
$$;

-- Whether the viewer may be told that there is such a child at all. Whoever decides on specially protected records is.
CREATE FUNCTION may_know_of(child text) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp COST 2000 AS
$$
BEGIN
    IF access_viewer() IS NULL OR access_is_barred(child) THEN
        RETURN false;
    END IF;
    RETURN access_may('grant_glass') OR may_see(child) OR NOT EXISTS (
        SELECT FROM access_restricted r LEFT JOIN access_classes c ON c.restriction = r.restriction
        WHERE r.child_id = child AND c.told IS NOT TRUE);
END
$$;

-- A row marked restricted within a record that is not: for those who hold the child, and those it was opened to.
CREATE FUNCTION may_see_marked(child text) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp COST 2000 AS
$$
BEGIN
    RETURN NOT access_is_barred(child) AND (access_is_opened(child) OR EXISTS (
        SELECT FROM access_locks l
        WHERE l.child_id = child AND l.kind = 'own'
            AND 'own:' || l.value = ANY (nullif(current_setting('onechild.keys', true), '')::text[])));
END
$$;

-- How a viewer stands to a child asked for by public id: no row where they may not be told that there is one.
-- `standing` is open; restricted, with its class; or elsewhere: not within the viewer's reach.
CREATE FUNCTION access_standing(
    public_id text, OUT child_id text, OUT standing text, OUT restriction text
) RETURNS SETOF record LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT c.child_id::text,
        CASE WHEN may_see(c.child_id) THEN 'open' WHEN r.child_id IS NOT NULL THEN 'restricted' ELSE 'elsewhere' END,
        r.restriction
    FROM children c LEFT JOIN access_restricted r ON r.child_id = c.child_id
    WHERE c.la_child_id = public_id AND may_know_of(c.child_id)
$$;

-- The same for whoever asks to open a record that they were not told of: only ever used to note the asking.
CREATE FUNCTION access_hidden_child(
    public_id text, OUT child_id text, OUT restriction text
) RETURNS SETOF record LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT c.child_id::text, r.restriction FROM children c JOIN access_restricted r ON r.child_id = c.child_id
    WHERE c.la_child_id = public_id AND access_may('break_glass') AND NOT access_is_barred(c.child_id)
$$;

-- Whether a second person must grant that the record is opened: of a class that roles.py does not know, always.
CREATE FUNCTION access_is_sensitive(child text) RETURNS boolean
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT EXISTS (
        SELECT FROM access_restricted r LEFT JOIN access_classes c ON c.restriction = r.restriction
        WHERE r.child_id = child AND c.sensitive IS NOT FALSE)
$$;

-- Who may open a child's record by name, or as the one who holds the child, for whoever may know of the child.
CREATE FUNCTION access_who_can_open(child text) RETURNS TABLE (user_id bigint, name text, because text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT DISTINCT u.id, u.name, o.because
    FROM (
        SELECT p.user_id FROM access_restriction_people p
        JOIN access_restrictions r ON r.id = p.restriction_id AND r.lifted_at IS NULL
        WHERE r.child_id = child AND p.unnamed_at IS NULL
        UNION
        SELECT u.id FROM allocations a JOIN access_users u ON u.worker_id = a.worker_id
        WHERE a.child_id = child AND a.gone_at IS NULL AND (a.ended_on IS NULL OR a.ended_on > access_today())
        UNION
        SELECT g.user_id FROM access_glass g WHERE g.child_id = child AND g.ended_at IS NULL AND g.ends_at > access_now()
    ) candidate
    JOIN access_users u ON u.id = candidate.user_id AND u.is_active
    CROSS JOIN LATERAL (
        SELECT o.because FROM access_opened_to(u.id) o WHERE o.child_id = child
        UNION
        SELECT k.kind FROM access_keys_of(u.id) k JOIN access_locks l ON l.kind = k.kind AND l.value = k.value
        WHERE k.kind = 'own' AND l.child_id = child AND NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = child)
    ) o
    WHERE may_know_of(child) AND child NOT IN (SELECT b.child_id FROM access_barred_from(u.id) b)
$$;

-- The people to tell about a child: the manager named on the open allocation, else the managers of its team, else
-- whoever may grant that such a record is opened. None who is barred.
CREATE FUNCTION access_managers_of(child text) RETURNS TABLE (user_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH leads AS (
        SELECT a.responsible_manager_id, a.team_id FROM allocations a
        WHERE a.child_id = child AND a.role = 'lead' AND a.gone_at IS NULL
            AND (a.ended_on IS NULL OR a.ended_on > access_today())
    ), named AS (
        SELECT f.viewer_id FROM access_roles_in_force f JOIN leads l ON l.responsible_manager_id = f.worker_id
    ), of_team AS (
        SELECT f.viewer_id FROM access_roles_in_force f JOIN leads l ON l.team_id IN (SELECT access_teams_of(f.viewer_id))
        WHERE f.manages AND f.reach = 'team'
    ), asked AS (
        SELECT viewer_id FROM named
        UNION SELECT viewer_id FROM of_team WHERE NOT EXISTS (SELECT FROM named)
        UNION SELECT f.viewer_id FROM access_roles_in_force f
            WHERE 'grant_glass' = ANY (f.permissions)
                AND NOT EXISTS (SELECT FROM named) AND NOT EXISTS (SELECT FROM of_team)
    )
    SELECT DISTINCT a.viewer_id FROM asked a
    WHERE child NOT IN (SELECT b.child_id FROM access_barred_from(a.viewer_id) b)
$$;

-- Tells people something at once, on their own first page: a child's managers, or whoever may grant that a specially
-- protected record is opened. Never the one who acts, unless there is nobody else; never anyone barred.
CREATE FUNCTION access_tell(child text, whom text, words text, page text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH granters AS (
        SELECT DISTINCT f.viewer_id FROM access_roles_in_force f
        WHERE 'grant_glass' = ANY (f.permissions) AND f.viewer_id <> access_viewer()
            AND child NOT IN (SELECT b.child_id FROM access_barred_from(f.viewer_id) b)
    ), managers AS (
        SELECT m.user_id FROM access_managers_of(child) m WHERE whom = 'managers' AND m.user_id <> access_viewer()
    ), told AS (
        INSERT INTO access_notices (user_id, child_id, words, page, made_at)
        SELECT t.user_id, child, words, page, access_now() FROM (
            SELECT user_id FROM managers
            UNION SELECT viewer_id FROM granters WHERE NOT EXISTS (SELECT FROM managers)
        ) t
        WHERE access_viewer() IS NOT NULL
        RETURNING 1
    )
    SELECT count(*)::integer FROM told
$$;
