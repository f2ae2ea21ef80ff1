-- Who may see which child, and why: the viewer's keys, the child's locks, what is restricted and who is barred, and from
-- them the one relation visible(viewer_id, child_id, because). Words of reach are those of access/roles.py.

CREATE TABLE access_roles (role text PRIMARY KEY, reach text NOT NULL, manages boolean NOT NULL, permissions text[] NOT NULL);
CREATE TABLE access_classes (restriction text PRIMARY KEY, told boolean NOT NULL, sensitive boolean NOT NULL);
CREATE TABLE access_recent (days integer NOT NULL);

-- What roles.py says, in place of what it said before.
CREATE FUNCTION access_write_roles(written jsonb) RETURNS void LANGUAGE sql AS
$$
    DELETE FROM public.access_roles;
    INSERT INTO public.access_roles (role, reach, manages, permissions)
    SELECT r->>'role', r->>'reach', (r->>'manages')::boolean, ARRAY(SELECT jsonb_array_elements_text(r->'permissions'))
    FROM jsonb_array_elements(written->'roles') AS r;
    DELETE FROM public.access_classes;
    INSERT INTO public.access_classes (restriction, told, sensitive)
    SELECT c->>'class', (c->>'told')::boolean, (c->>'sensitive')::boolean FROM jsonb_array_elements(written->'classes') AS c;
    DELETE FROM public.access_recent;
    INSERT INTO public.access_recent (days) VALUES ((written->>'recent_days')::integer);
$$;

-- ---- the viewer and the day, as the request says; with no request, nobody and this moment ----

CREATE FUNCTION access_viewer() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('onechild.viewer', true), '')::bigint $$;

CREATE FUNCTION access_now() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('onechild.now', true), '')::timestamptz, now()) $$;

CREATE FUNCTION access_today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (access_now() AT TIME ZONE 'Europe/London')::date $$;

-- The day from which work that ended still counts.
CREATE FUNCTION access_recent_from() RETURNS date LANGUAGE sql STABLE AS
$$
    SELECT coalesce(nullif(current_setting('onechild.recent_from', true), '')::date,
        access_today() - (SELECT max(days) FROM public.access_recent))
$$;

-- ---- a viewer's keys ----

CREATE VIEW access_roles_in_force AS
SELECT h.user_id AS viewer_id, u.worker_id, h.role, h.team_id, r.reach, r.manages, r.permissions
FROM access_roles_held h
JOIN access_users u ON u.id = h.user_id AND u.is_active
JOIN access_roles r ON r.role = h.role
WHERE h.started_on <= access_today() AND (h.ended_on IS NULL OR h.ended_on > access_today());

-- The teams that a viewer's roles hold for: those named in the role, else those whose member the viewer is; with the
-- reach "below", the teams under them too.
CREATE FUNCTION access_teams_of(viewer bigint) RETURNS TABLE (team_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH RECURSIVE first_teams AS (
        SELECT coalesce(f.team_id, m.team_id) AS team_id, f.reach
        FROM public.access_roles_in_force f
        LEFT JOIN public.team_memberships m
            ON f.team_id IS NULL AND m.worker_id = f.worker_id AND m.gone_at IS NULL
            AND (m.started_on IS NULL OR m.started_on <= public.access_today())
            AND (m.ended_on IS NULL OR m.ended_on > public.access_today())
        WHERE f.viewer_id = viewer AND f.reach <> 'none'
    ), teams_below AS (
        SELECT team_id, reach FROM first_teams WHERE team_id IS NOT NULL
        UNION
        SELECT t.team_id, b.reach FROM teams_below b
        JOIN public.teams t ON t.parent_team_id = b.team_id AND b.reach = 'below' AND t.gone_at IS NULL
    )
    SELECT DISTINCT team_id FROM teams_below
$$;

CREATE FUNCTION access_keys_of(viewer bigint) RETURNS TABLE (kind text, value text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT 'role', '' WHERE EXISTS (
        SELECT FROM public.access_roles_in_force f WHERE f.viewer_id = viewer AND f.reach <> 'none')
    UNION
    SELECT 'own', f.worker_id FROM public.access_roles_in_force f
    WHERE f.viewer_id = viewer AND f.reach <> 'none' AND f.worker_id IS NOT NULL
    UNION
    SELECT 'chairing', f.worker_id FROM public.access_roles_in_force f
    WHERE f.viewer_id = viewer AND f.reach = 'chairing' AND f.worker_id IS NOT NULL
    UNION
    SELECT f.reach, '' FROM public.access_roles_in_force f
    WHERE f.viewer_id = viewer AND f.reach IN ('all', 'legal', 'fostering', 'protection')
    UNION
    SELECT 'team', t.team_id FROM public.access_teams_of(viewer) t
    WHERE EXISTS (SELECT FROM public.access_roles_in_force f
                  WHERE f.viewer_id = viewer AND f.reach IN ('team', 'below', 'protection'))
$$;

-- ---- a child's locks: each is opened by the key of the same kind and value ----

CREATE VIEW access_locks AS
SELECT child_id, 'own'::text AS kind, worker_id AS value FROM allocations
WHERE gone_at IS NULL AND worker_id IS NOT NULL AND (ended_on IS NULL OR ended_on > (SELECT access_recent_from()))
UNION ALL
SELECT child_id, 'team', team_id FROM allocations
WHERE gone_at IS NULL AND team_id IS NOT NULL AND (ended_on IS NULL OR ended_on > (SELECT access_recent_from()))
UNION ALL
SELECT child_id, 'chairing', worker_id FROM conferences
WHERE gone_at IS NULL AND worker_id IS NOT NULL AND happened_on > (SELECT access_recent_from())
UNION ALL
SELECT child_id, 'legal', '' FROM pre_proceedings
WHERE gone_at IS NULL AND (ended_on IS NULL OR ended_on > (SELECT access_recent_from()))
UNION ALL
SELECT child_id, 'legal', '' FROM proceedings
WHERE gone_at IS NULL AND (ended_on IS NULL OR ended_on > (SELECT access_recent_from()))
UNION ALL
SELECT child_id, 'fostering', '' FROM placements
WHERE gone_at IS NULL AND household_id IS NOT NULL AND (ended_on IS NULL OR ended_on > access_today())
UNION ALL
SELECT child_id, 'protection', '' FROM child_protection_plans
WHERE gone_at IS NULL AND (ended_on IS NULL OR ended_on > access_today())
UNION ALL
SELECT child_id, 'protection', '' FROM section_47_enquiries
WHERE gone_at IS NULL AND (ended_on IS NULL OR ended_on > access_today());

CREATE INDEX allocations_of_worker ON allocations (worker_id, ended_on);
CREATE INDEX allocations_of_team ON allocations (team_id, ended_on);
CREATE INDEX conferences_of_worker ON conferences (worker_id, happened_on);
CREATE INDEX memberships_of_worker ON team_memberships (worker_id);
CREATE INDEX relationships_of_adult ON relationships (related_adult_id);
CREATE INDEX children_restricted ON children (child_id) WHERE restricted IS NOT NULL;

-- ---- restricted records, who may open them, and who is barred ----

-- What was restricted here goes before what a source says.
CREATE VIEW access_restricted AS
SELECT child_id, restriction FROM access_restrictions WHERE lifted_at IS NULL
UNION ALL
SELECT c.child_id, c.restricted FROM children c
WHERE c.restricted IS NOT NULL
    AND NOT EXISTS (SELECT FROM access_restrictions r WHERE r.child_id = c.child_id AND r.lifted_at IS NULL);

-- What is opened to a viewer by name or for a time. Where only a source says that a record is restricted, nobody was
-- named, so whoever holds the child now may open it, in any part.
CREATE FUNCTION access_opened_to(viewer bigint) RETURNS TABLE (child_id text, because text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT r.child_id::text, 'named' FROM public.access_restriction_people p
    JOIN public.access_restrictions r ON r.id = p.restriction_id AND r.lifted_at IS NULL
    WHERE p.user_id = viewer AND p.unnamed_at IS NULL
        AND EXISTS (SELECT FROM public.access_keys_of(viewer))
    UNION ALL
    SELECT g.child_id::text, 'glass' FROM public.access_glass g
    WHERE g.user_id = viewer AND g.granted_at IS NOT NULL AND g.ended_at IS NULL AND g.ends_at > public.access_now()
        AND EXISTS (SELECT FROM public.access_keys_of(viewer))
        -- What was opened by asking alone does not open a record that was specially protected since.
        AND (g.sensitive OR NOT EXISTS (
            SELECT FROM public.access_restricted r LEFT JOIN public.access_classes c ON c.restriction = r.restriction
            WHERE r.child_id = g.child_id AND c.sensitive IS NOT FALSE))
    UNION ALL
    SELECT a.child_id::text, 'own' FROM public.access_roles_in_force f
    JOIN public.allocations a ON a.worker_id = f.worker_id AND a.gone_at IS NULL
        AND (a.ended_on IS NULL OR a.ended_on > public.access_today())
    JOIN public.children c ON c.child_id = a.child_id AND c.restricted IS NOT NULL
    WHERE f.viewer_id = viewer AND f.reach <> 'none'
        AND NOT EXISTS (SELECT FROM public.access_restrictions r WHERE r.child_id = a.child_id AND r.lifted_at IS NULL)
$$;

CREATE FUNCTION access_barred_from(viewer bigint) RETURNS TABLE (child_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT b.child_id::text FROM public.access_bars b
    WHERE b.ended_at IS NULL
        AND (b.user_id = viewer OR b.worker_id = (SELECT u.worker_id FROM public.access_users u WHERE u.id = viewer))
$$;

-- ---- the relation ----

-- Whether this is the web asking: it may ask for its own viewer only.
CREATE FUNCTION access_may_ask_of(viewer bigint) RETURNS boolean LANGUAGE sql STABLE AS
$$
    SELECT viewer = public.access_viewer()
        OR NOT (current_setting('role') = 'onechild_web' OR session_user = 'onechild_web')
$$;

CREATE FUNCTION access_keys_to_show(viewer bigint) RETURNS TABLE (kind text, value text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT k.kind, k.value FROM access_keys_of(viewer) k WHERE access_may_ask_of(viewer) $$;

CREATE FUNCTION access_opened_to_show(viewer bigint) RETURNS TABLE (child_id text, because text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT o.child_id, o.because FROM access_opened_to(viewer) o WHERE access_may_ask_of(viewer) $$;

CREATE FUNCTION access_barred_to_show(viewer bigint) RETURNS TABLE (child_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT b.child_id FROM access_barred_from(viewer) b WHERE access_may_ask_of(viewer) $$;

CREATE VIEW visible AS
SELECT DISTINCT v.viewer_id, v.child_id, v.because
FROM (
    SELECT u.id AS viewer_id, c.child_id::text AS child_id, 'all'::text AS because
    FROM access_users u CROSS JOIN LATERAL access_keys_to_show(u.id) k JOIN children c ON k.kind = 'all'
    WHERE NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = c.child_id)
    UNION ALL
    SELECT u.id, l.child_id::text, l.kind
    FROM access_users u CROSS JOIN LATERAL access_keys_to_show(u.id) k
    JOIN access_locks l ON l.kind = k.kind AND l.value = k.value
    WHERE NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = l.child_id)
    UNION ALL
    SELECT u.id, o.child_id, o.because FROM access_users u CROSS JOIN LATERAL access_opened_to_show(u.id) o
) v
WHERE v.child_id NOT IN (SELECT b.child_id FROM access_barred_to_show(v.viewer_id) b);
