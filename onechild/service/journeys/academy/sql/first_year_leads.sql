-- How many children with protection or court work each of these workers leads on a day, and for how many of them no
-- reason was written: numbers alone, so that the rule is seen to be kept by those who may open no child. A child of
-- whom the viewer may not even be told is in no count.

CREATE FUNCTION academy_first_year_leads(workers text[], on_day date)
RETURNS TABLE (worker_id text, leads bigint, no_reason bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH held AS MATERIALIZED (
        SELECT DISTINCT a.worker_id, a.child_id FROM allocations a
        WHERE a.worker_id = ANY (workers) AND a.role = 'lead' AND a.gone_at IS NULL
            AND a.started_on <= on_day AND (a.ended_on IS NULL OR a.ended_on > on_day)
            AND NOT access_is_barred(a.child_id)
            AND (NOT EXISTS (SELECT FROM access_restricted r WHERE r.child_id = a.child_id) OR may_know_of(a.child_id))
    ), statutory AS (
        SELECT child_id FROM proceedings
        WHERE gone_at IS NULL AND started_on <= on_day AND (ended_on IS NULL OR ended_on > on_day)
        UNION SELECT child_id FROM pre_proceedings
        WHERE gone_at IS NULL AND started_on <= on_day AND (ended_on IS NULL OR ended_on > on_day)
        UNION SELECT child_id FROM child_protection_plans
        WHERE gone_at IS NULL AND started_on <= on_day AND (ended_on IS NULL OR ended_on > on_day)
        UNION SELECT child_id FROM section_47_enquiries
        WHERE gone_at IS NULL AND started_on <= on_day AND (ended_on IS NULL OR ended_on > on_day)
    )
    SELECT h.worker_id, count(*), count(*) FILTER (WHERE NOT EXISTS (
        SELECT FROM caseload_exceptions e
        WHERE e.child_id = h.child_id AND e.worker_id = h.worker_id AND e.gone_at IS NULL))
    FROM held h JOIN statutory s USING (child_id)
    WHERE access_may('keep_academy') OR access_may('supervise') OR access_is_worker(h.worker_id)
    GROUP BY h.worker_id
$$;
REVOKE ALL ON FUNCTION academy_first_year_leads(text[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION academy_first_year_leads(text[], date) TO onechild_web;
