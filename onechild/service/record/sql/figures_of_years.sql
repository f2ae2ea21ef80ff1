-- Figures of twelve months open to the rows of their months: the rows behind a figure are asked for by the days that hold
-- them and the first and last day that the figure counts. A row without a child (a worker's, a household's, a complaint's)
-- is seen by whoever may see figures.

DROP FUNCTION figure_rows_behind(bigint, text, boolean, text, text);
DROP FUNCTION figure_rows_seen(bigint, text, boolean, text, text, integer, integer);

-- Whether the viewer may read figures of these days.
CREATE FUNCTION figure_days_open(days bigint[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT access_may('see_figures') AND NOT EXISTS (
        SELECT FROM unnest(days) AS asked LEFT JOIN figure_days d ON d.figure_day_id = asked
        WHERE d.variant IS DISTINCT FROM figure_variant())
$$;

-- The rows in the order of their index, as many of them as a page shows, that the viewer may open.
CREATE FUNCTION figure_rows_seen(
    days bigint[], first date, last date, asked text, only_counted boolean, team text, worker text, skip integer, take integer
) RETURNS TABLE (figure_child_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    mine text[];
BEGIN
    IF NOT figure_days_open(days) THEN
        RETURN;
    END IF;
    IF 'all:' = ANY (nullif(current_setting('onechild.keys', true), '')::text[]) THEN
        RETURN QUERY SELECT f.figure_child_id FROM figure_children f
        WHERE f.figure_day_id = ANY (days) AND f.measure = asked AND f.counted_on BETWEEN first AND last
            AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker)
            AND (f.child_id IS NULL OR may_see(f.child_id))
        ORDER BY f.counted, f.team_id, f.worker_id, f.child_id, f.row_id LIMIT take OFFSET skip;
    ELSE
        mine := ARRAY(SELECT c.child_id FROM (SELECT DISTINCT d.child_id FROM figure_candidates() d) c WHERE may_see(c.child_id));
        RETURN QUERY SELECT f.figure_child_id FROM figure_children f
        WHERE (f.child_id = ANY (mine) OR f.child_id IS NULL)
            AND f.figure_day_id = ANY (days) AND f.measure = asked AND f.counted_on BETWEEN first AND last
            AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker)
        ORDER BY f.counted, f.team_id, f.worker_id, f.child_id, f.row_id LIMIT take OFFSET skip;
    END IF;
END
$$;

-- How many rows there are, and how many of them the viewer may not open.
CREATE FUNCTION figure_rows_behind(
    days bigint[], first date, last date, asked text, only_counted boolean, team text, worker text,
    OUT behind bigint, OUT hidden bigint
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    mine text[];
BEGIN
    IF NOT figure_days_open(days) THEN
        RETURN;
    END IF;
    SELECT count(*) INTO behind FROM figure_children f
    WHERE f.figure_day_id = ANY (days) AND f.measure = asked AND f.counted_on BETWEEN first AND last
        AND (only_counted IS NULL OR f.counted = only_counted)
        AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker);
    IF 'all:' = ANY (nullif(current_setting('onechild.keys', true), '')::text[]) THEN
        SELECT count(*) INTO hidden FROM figure_children f
        WHERE f.figure_day_id = ANY (days) AND f.measure = asked AND f.counted_on BETWEEN first AND last
            AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker)
            AND f.child_id IN (SELECT r.child_id FROM access_restricted r) AND NOT may_see(f.child_id);
    ELSE
        mine := ARRAY(SELECT c.child_id FROM (SELECT DISTINCT d.child_id FROM figure_candidates() d) c WHERE may_see(c.child_id));
        SELECT behind - count(*) INTO hidden FROM figure_children f
        WHERE (f.child_id = ANY (mine) OR f.child_id IS NULL)
            AND f.figure_day_id = ANY (days) AND f.measure = asked AND f.counted_on BETWEEN first AND last
            AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker);
    END IF;
END
$$;
REVOKE ALL ON FUNCTION figure_days_open(bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION figure_rows_seen(bigint[], date, date, text, boolean, text, text, integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION figure_rows_behind(bigint[], date, date, text, boolean, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_rows_seen(bigint[], date, date, text, boolean, text, text, integer, integer),
    figure_rows_behind(bigint[], date, date, text, boolean, text, text) TO onechild_web;

SELECT access_guard_by('public', 'figure_children',
    'figure_day_id IN (SELECT d.figure_day_id FROM figure_days d) AND (child_id IS NULL OR may_see(child_id))');
