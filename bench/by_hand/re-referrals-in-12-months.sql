-- What a good analyst would write for DuckDB: 120 months, by team.
WITH months AS (
  SELECT date_trunc('month', day)::DATE AS first, last_day(day) AS last
  FROM (SELECT unnest(generate_series(DATE '2016-04-01', DATE '2026-03-01', INTERVAL 1 MONTH))::DATE AS day)),
led AS (
  SELECT child_id, worker_id, team_id, allocation_id, started_on, coalesce(ended_on, DATE '9999-12-31') AS ended_on
  FROM extract_allocations WHERE role = 'lead'),
    days AS (SELECT DISTINCT child_id, started_on FROM extract_referrals),
    paired AS (SELECT *, lag(started_on) OVER (PARTITION BY child_id ORDER BY started_on) AS before FROM days),
    each AS (
      SELECT months.last, referral.referral_id, any_value(paired.before + INTERVAL 12 MONTH >= referral.started_on) AS again,
        arg_min(led.team_id, (led.worker_id IS NULL, -epoch(led.started_on::TIMESTAMP), allocation_id)) AS team_id
      FROM months JOIN extract_referrals referral ON referral.started_on BETWEEN first AND last
      JOIN paired USING (child_id, started_on)
      LEFT JOIN led ON led.child_id = referral.child_id AND led.started_on <= referral.started_on
        AND led.ended_on > referral.started_on
      GROUP BY ALL)
    SELECT last, team_id, count(*) FILTER (WHERE again) FROM each GROUP BY ALL;
