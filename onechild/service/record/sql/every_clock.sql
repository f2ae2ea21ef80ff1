-- Steps, stays, powers that end at a time and serious incidents join the timeline of a child; what is asked of workers
-- and requests is found by what it is about.

CREATE INDEX pauses_of_request ON request_pauses (information_request_id);
CREATE INDEX checks_of_household ON household_checks (household_id);
CREATE INDEX assessed_years_of_worker ON assessed_years (worker_id);
CREATE INDEX assessed_year_reviews_of_worker ON assessed_year_reviews (worker_id);
CREATE INDEX renewals_of_worker ON registration_renewals (worker_id, happened_on);

-- The view as it stands, and four tables more: a view can be made again with the same columns.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW happenings WITH (security_invoker = true) AS '
        || rtrim(pg_get_viewdef('happenings'::regclass), '; ') || $more$
UNION ALL
SELECT child_id, happened_on, 'step', CASE
        WHEN step ~ '^ehc_' THEN 'school'
        WHEN step ~ '^(review|placement|setting|visit|panel|agency|adoption|life|later|permanence|long_term|support)_'
            OR step ~ '^(section_20|transfer_scheme|transferred|stay)_' THEN 'care'
        WHEN step ~ '^(pre_proceedings|proceedings|supervision_order|special_guardianship|secure|deprivation)_' THEN 'legal'
        WHEN step ~ '^(child_in_need|family_group|homeless|presented|step_down)_' THEN 'support'
        WHEN step ~ '^(conference|trafficking|fgm|significant|transfer_in|long_plan)_' THEN 'protection'
        WHEN step = 'missing_meeting' THEN 'missing'
        WHEN step = 'handover_meeting' THEN 'workers'
        ELSE 'oversight' END,
    false, false, step_id, worker_id, recorded_on, restricted,
    jsonb_build_object('step', step, 'set_for', set_for_on)
FROM steps_taken WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'stay_' || turn.way, CASE stay_kind WHEN 'hospital' THEN 'health'
        WHEN 'residential_school' THEN 'school' WHEN 'custody' THEN 'legal' ELSE 'leaving_care' END,
    true, false, stay_id, NULL, turn.written, restricted, jsonb_build_object('kind', stay_kind, 'words', words)
FROM stays CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'timed_power_' || turn.way, 'legal', true, false, timed_power_id, NULL, turn.written, restricted,
    jsonb_build_object('power', power)
FROM timed_powers CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'serious_incident', 'protection', true, false, serious_incident_id, NULL, recorded_on,
    restricted, jsonb_build_object('kind', incident_kind, 'notified', notified_on)
FROM serious_incidents WHERE gone_at IS NULL$more$;
END
$$;
