-- The rows behind a figure that a viewer may open. Whoever reaches every child is kept from restricted ones only; for anybody
-- else the few children that their keys open are found first, by index, and the policy is asked of those alone.

-- Each key is asked for by itself: with its kind written out, the planner leaves out the locks of every other kind.
CREATE FUNCTION figure_candidates() RETURNS TABLE (child_id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    key record;
BEGIN
    FOR key IN SELECT k.kind, k.value FROM access_keys_of(access_viewer()) k LOOP
        RETURN QUERY EXECUTE format(
            'SELECT l.child_id::text FROM access_locks l WHERE l.kind = %L AND l.value = %L', key.kind, key.value);
    END LOOP;
    RETURN QUERY SELECT unnest(nullif(current_setting('onechild.opened', true), '')::text[]);
END
$$;

CREATE FUNCTION figure_rows_seen(
    day bigint, asked text, only_counted boolean, team text, worker text, skip integer, take integer
) RETURNS TABLE (figure_child_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    mine text[];
BEGIN
    IF NOT access_may('see_figures')
        OR NOT EXISTS (SELECT FROM figure_days d WHERE d.figure_day_id = day AND d.variant = figure_variant()) THEN
        RETURN;
    END IF;
    IF 'all:' = ANY (nullif(current_setting('onechild.keys', true), '')::text[]) THEN
        RETURN QUERY SELECT f.figure_child_id FROM figure_children f
        WHERE f.figure_day_id = day AND f.measure = asked AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker) AND may_see(f.child_id)
        ORDER BY f.counted, f.team_id, f.worker_id, f.child_id LIMIT take OFFSET skip;
    ELSE
        mine := ARRAY(SELECT c.child_id FROM (SELECT DISTINCT d.child_id FROM figure_candidates() d) c WHERE may_see(c.child_id));
        RETURN QUERY SELECT f.figure_child_id FROM figure_children f
        WHERE f.child_id = ANY (mine) AND f.figure_day_id = day AND f.measure = asked
            AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker)
        ORDER BY f.counted, f.team_id, f.worker_id, f.child_id LIMIT take OFFSET skip;
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION figure_rows_behind(
    day bigint, asked text, only_counted boolean, team text, worker text, OUT behind bigint, OUT hidden bigint
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    mine text[];
BEGIN
    IF NOT access_may('see_figures')
        OR NOT EXISTS (SELECT FROM figure_days d WHERE d.figure_day_id = day AND d.variant = figure_variant()) THEN
        RETURN;
    END IF;
    SELECT count(*) INTO behind FROM figure_children f
    WHERE f.figure_day_id = day AND f.measure = asked AND (only_counted IS NULL OR f.counted = only_counted)
        AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker);
    IF 'all:' = ANY (nullif(current_setting('onechild.keys', true), '')::text[]) THEN
        SELECT count(*) INTO hidden FROM figure_children f
        WHERE f.figure_day_id = day AND f.measure = asked AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker)
            AND f.child_id IN (SELECT r.child_id FROM access_restricted r) AND NOT may_see(f.child_id);
    ELSE
        mine := ARRAY(SELECT c.child_id FROM (SELECT DISTINCT d.child_id FROM figure_candidates() d) c WHERE may_see(c.child_id));
        SELECT behind - count(*) INTO hidden FROM figure_children f
        WHERE f.child_id = ANY (mine) AND f.figure_day_id = day AND f.measure = asked
            AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker);
    END IF;
END
$$;
REVOKE ALL ON FUNCTION figure_candidates() FROM PUBLIC;
REVOKE ALL ON FUNCTION figure_rows_seen(bigint, text, boolean, text, text, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_rows_seen(bigint, text, boolean, text, text, integer, integer) TO onechild_web;
