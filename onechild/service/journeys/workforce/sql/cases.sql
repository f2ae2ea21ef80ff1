-- How many children each worker leads at the end of a day, every child counted: for the census and for whoever ends an
-- employment. Numbers alone, by worker, and only for those who keep the workforce.

CREATE FUNCTION workforce_cases(on_day date) RETURNS TABLE (worker_id text, cases bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT a.worker_id, count(DISTINCT a.child_id)
    FROM allocations a
    WHERE access_may('plan_workforce') AND a.role = 'lead' AND a.worker_id IS NOT NULL AND a.gone_at IS NULL
        AND a.started_on <= on_day AND (a.ended_on IS NULL OR a.ended_on > on_day)
    GROUP BY a.worker_id
$$;
REVOKE ALL ON FUNCTION workforce_cases(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workforce_cases(date) TO onechild_web;
