-- Who sees how work is shared out and followed through: plans of allocation, supervision, the academy, the workforce.

-- A child whom one team asked another to take over is within the reach of who allocates for the team that must answer,
-- until it has; only they have the key, so that nobody else's questions take longer. A restricted record stays shut.
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
    SELECT 'asked', r.to_team_id FROM public.transfer_requests r
    JOIN public.access_teams_of(viewer) t ON t.team_id = r.to_team_id
    WHERE r.gone_at IS NULL AND r.answer = '' AND EXISTS (
        SELECT FROM public.access_roles_in_force f WHERE f.viewer_id = viewer AND 'allocate' = ANY (f.permissions))
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
WHERE gone_at IS NULL AND (ended_on IS NULL OR ended_on > access_today())
UNION ALL
SELECT child_id, 'asked', to_team_id FROM transfer_requests WHERE gone_at IS NULL AND answer = '';

-- Whether the viewer is this worker.
CREATE FUNCTION access_is_worker(worker text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT worker IS NOT NULL AND EXISTS (SELECT FROM access_users u WHERE u.id = access_viewer() AND u.worker_id = worker) $$;

-- Whether the viewer supervises this worker: may supervise, and the worker is a member of a team of the viewer's.
CREATE FUNCTION access_supervises(worker text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT access_may('supervise') AND NOT access_is_worker(worker) AND EXISTS (
        SELECT FROM team_memberships m JOIN access_teams_of(access_viewer()) t ON t.team_id = m.team_id
        WHERE m.worker_id = worker AND m.gone_at IS NULL AND (m.ended_on IS NULL OR m.ended_on > access_recent_from()))
$$;
REVOKE ALL ON FUNCTION access_is_worker(text), access_supervises(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_is_worker(text), access_supervises(text) TO onechild_web;

-- A worker's own supervision is for the two of them: no manager above, no auditor and no administrator reads it.
SELECT access_guard_by(place, 'personal_supervisions', 'access_is_worker(worker_id) OR access_is_worker(supervisor_id)'),
    access_guard_by(place, 'supervision_sessions',
        'access_is_worker(worker_id) OR access_is_worker(supervisor_id) OR access_supervises(worker_id)'),
    access_guard_by(place, 'allocation_plans', 'access_may(''allocate'')'),
    access_guard_by(place, 'worker_details', 'access_is_worker(worker_id) OR access_may(''plan_workforce'')'),
    access_guard_by(place, 'employment_notes', 'access_may(''plan_workforce'')'),
    access_guard_by(place, 'worker_limits',
        'access_is_worker(worker_id) OR access_may(''allocate'') OR access_may(''plan_workforce'')'),
    access_guard_by(place, 'academy_places',
        'access_is_worker(worker_id) OR access_is_worker(mentor_id) OR access_supervises(worker_id) OR access_may(''keep_academy'')'),
    access_guard_by(place, 'practice_observations',
        'access_is_worker(worker_id) OR access_is_worker(observer_id) OR access_supervises(worker_id) OR access_may(''keep_academy'')'),
    access_guard_by(place, 'assessed_year_notes',
        'access_is_worker(worker_id) OR access_supervises(worker_id) OR access_may(''keep_academy'') OR EXISTS (
            SELECT FROM assessed_year_reviews r JOIN assessed_years y ON y.assessed_year_id = r.assessed_year_id
            WHERE r.assessed_year_review_id = review_id AND access_is_worker(y.assessor_id))')
FROM unnest(ARRAY['public', 'history']) AS place;
