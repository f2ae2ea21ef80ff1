-- Duties owed to a worker (supervision, the assessed year, registration) are also for those who keep the workforce and
-- the academy: what they write moves these duties in the same transaction. All else stays as whose_duties.sql has it.
SELECT access_guard_by('public', 'obligations', $sees$CASE
    WHEN child_id IS NOT NULL THEN may_see(child_id)
    WHEN access_may('see_all_children') THEN true
    WHEN subject_kind IN ('household', 'application', 'adopter') THEN access_may('see_own_children')
    WHEN subject_kind = 'worker' THEN access_may('supervise') OR access_may('plan_workforce')
        OR access_may('keep_academy')
        OR subject_id = (SELECT u.worker_id FROM access_users u WHERE u.id = access_viewer())
    ELSE access_may('information_rights') END$sees$);
