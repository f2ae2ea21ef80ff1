-- A stricter interval of visits, set for one child, joins the timeline.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW happenings WITH (security_invoker = true) AS '
        || rtrim(pg_get_viewdef('happenings'::regclass), '; ') || $more$
UNION ALL
SELECT child_id, turn.day, 'visit_interval_' || turn.way, 'visits', true, false, visit_interval_id, NULL, turn.written,
    restricted, jsonb_build_object('days', every_days, 'reason', reason)
FROM visit_intervals CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL$more$;
END
$$;
