-- What workers hold is counted by access (worker_loads.sql) since journeys ask for it too.

DROP FUNCTION IF EXISTS desk_worker_loads(text[], text, date, boolean);
DROP FUNCTION IF EXISTS desk_visits_due(text[], text[], date, date);
DROP FUNCTION IF EXISTS desk_team_counts(date);
