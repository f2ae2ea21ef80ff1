-- A duty is seen by whoever may see its child. One about a household, an application to foster or adopters is for whoever
-- works with children; one about a worker for those who supervise, and for the worker; any other is as guarded as what
-- it is about.
SELECT access_guard_by('public', 'obligations', $sees$CASE
    WHEN child_id IS NOT NULL THEN may_see(child_id)
    WHEN access_may('see_all_children') THEN true
    WHEN subject_kind IN ('household', 'application', 'adopter') THEN access_may('see_own_children')
    WHEN subject_kind = 'worker' THEN access_may('supervise')
        OR subject_id = (SELECT u.worker_id FROM access_users u WHERE u.id = access_viewer())
    ELSE access_may('information_rights') END$sees$);
