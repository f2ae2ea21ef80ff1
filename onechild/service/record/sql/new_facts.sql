-- Decisions that match a child with a placement, and what a school year was, join the timeline.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW happenings WITH (security_invoker = true) AS '
        || rtrim(pg_get_viewdef('happenings'::regclass), '; ') || $more$
UNION ALL
SELECT child_id, happened_on, 'matching_decision', 'care', false, false, matching_decision_id, decided_by_id, recorded_on,
    restricted, jsonb_build_object('long_term', long_term, 'cultural_plan', cultural_plan, 'reasons', reasons)
FROM matching_decisions WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'school_result', 'school', false, false, school_result_id, NULL, recorded_on, restricted,
    jsonb_build_object('possible', sessions_possible, 'missed', sessions_missed, 'score', attainment_8,
        'matched', matched)
FROM school_results WHERE gone_at IS NULL$more$;
END
$$;
