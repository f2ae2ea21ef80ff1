-- What a good analyst would write for DuckDB: 120 months, by team.
WITH months AS (
  SELECT date_trunc('month', day)::DATE AS first, last_day(day) AS last
  FROM (SELECT unnest(generate_series(DATE '2016-04-01', DATE '2026-03-01', INTERVAL 1 MONTH))::DATE AS day)),
led AS (
  SELECT child_id, worker_id, team_id, allocation_id, started_on, coalesce(ended_on, DATE '9999-12-31') AS ended_on
  FROM extract_allocations WHERE role = 'lead'),
    posts AS (SELECT worker_id, role, started_on, ended_on FROM extract_employments
      UNION ALL SELECT worker_id, role, started_on, ended_on FROM extract_team_memberships),
    managing AS (
      SELECT worker_id, coalesce(started_on, DATE '0001-01-01') AS started_on,
        coalesce(ended_on, DATE '9999-12-31') AS ended_on
      FROM posts WHERE role IN ('deputy_manager', 'team_manager', 'service_manager')),
    managers AS (
      SELECT DISTINCT last, worker_id FROM months JOIN managing ON started_on <= last AND ended_on > last)
    SELECT last, team_id, count(DISTINCT child_id) FROM months
    JOIN led ON led.started_on <= last AND led.ended_on > last AND led.worker_id IS NOT NULL
    ANTI JOIN managers USING (last, worker_id) GROUP BY ALL;
