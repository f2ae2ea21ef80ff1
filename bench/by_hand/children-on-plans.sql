-- What a good analyst would write for DuckDB: 120 months, by team.
WITH months AS (
  SELECT date_trunc('month', day)::DATE AS first, last_day(day) AS last
  FROM (SELECT unnest(generate_series(DATE '2016-04-01', DATE '2026-03-01', INTERVAL 1 MONTH))::DATE AS day)),
led AS (
  SELECT child_id, worker_id, team_id, allocation_id, started_on, coalesce(ended_on, DATE '9999-12-31') AS ended_on
  FROM extract_allocations WHERE role = 'lead'),
    held AS (
      SELECT DISTINCT months.last, plan.child_id, 
first_value(team_id) OVER (PARTITION BY months.last, plan.plan_id ORDER BY worker_id IS NULL, led.started_on DESC,
  allocation_id DESC) AS team_id
      FROM months JOIN extract_child_protection_plans plan ON plan.started_on <= last
        AND coalesce(plan.ended_on, DATE '9999-12-31') > last AND NOT coalesce(of_other_council, false)
      LEFT JOIN led ON led.child_id = plan.child_id AND led.started_on <= last AND led.ended_on > last)
    SELECT last, team_id, count(DISTINCT child_id) FROM held GROUP BY ALL;
