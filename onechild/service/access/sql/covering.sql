-- A worker who covers for another may open the children whom the cover names, from its first day to its last. A restricted
-- record stays shut, and whoever is barred stays barred. Only a worker who covers has the key, so that nobody else's
-- questions take longer.

CREATE OR REPLACE FUNCTION access_keys_of(viewer bigint) RETURNS TABLE (kind text, value text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT 'role', '' WHERE EXISTS (
        SELECT FROM public.access_roles_in_force f WHERE f.viewer_id = viewer AND f.reach <> 'none')
    UNION
    SELECT 'own', f.worker_id FROM public.access_roles_in_force f
    WHERE f.viewer_id = viewer AND f.reach <> 'none' AND f.worker_id IS NOT NULL
    UNION
    SELECT 'cover', f.worker_id FROM public.access_roles_in_force f
    WHERE f.viewer_id = viewer AND f.reach <> 'none' AND EXISTS (
        SELECT FROM public.covers c
        WHERE c.by_worker_id = f.worker_id AND c.gone_at IS NULL AND c.started_on <= public.access_today()
            AND c.ended_on > public.access_today())
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

CREATE OR REPLACE VIEW access_locks AS
SELECT child_id, 'own'::text AS kind, worker_id AS value FROM allocations
WHERE gone_at IS NULL AND worker_id IS NOT NULL AND (ended_on IS NULL OR ended_on > (SELECT access_recent_from()))
UNION ALL
SELECT child_id, 'team', team_id FROM allocations
WHERE gone_at IS NULL AND team_id IS NOT NULL AND (ended_on IS NULL OR ended_on > (SELECT access_recent_from()))
UNION ALL
SELECT child_id, 'cover', by_worker_id FROM covers
WHERE gone_at IS NULL AND started_on <= access_today() AND ended_on > access_today()
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
