-- Complaints, allegations and requests for information name no child, and are still for few: whoever answers requests
-- for information, and whoever may see all children.

SELECT access_guard_by(place, guarded, 'access_may(''information_rights'') OR access_may(''see_all_children'')')
FROM unnest(ARRAY['public', 'history']) AS place,
    unnest(ARRAY['complaints', 'allegations', 'information_requests', 'request_pauses']) AS guarded;

-- A duty is seen by whoever may see its child. One about a worker, a household, an application to foster or adopters is
-- for whoever sees teams, and a worker's own for the worker; any other is as guarded as what it is about.
SELECT access_guard_by('public', 'obligations', $sees$CASE
    WHEN child_id IS NOT NULL THEN may_see(child_id)
    WHEN access_may('see_all_children') THEN true
    WHEN subject_kind IN ('worker', 'household', 'application', 'adopter') THEN access_may('see_team')
        OR (subject_kind = 'worker' AND subject_id = (SELECT u.worker_id FROM access_users u WHERE u.id = access_viewer()))
    ELSE access_may('information_rights') END$sees$);
