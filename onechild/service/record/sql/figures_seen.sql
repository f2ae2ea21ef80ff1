-- The rows behind a figure that a viewer may open. Whoever reaches every child is kept from restricted ones only; for anybody
-- else the few children that their keys open are found first, by index, and the policy is asked of those alone.

CREATE FUNCTION figure_candidates() RETURNS TABLE (child_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT l.child_id::text FROM access_keys_of(access_viewer()) k JOIN access_locks l ON l.kind = k.kind AND l.value = k.value
    UNION
    SELECT unnest(nullif(current_setting('onechild.opened', true), '')::text[])
$$;

CREATE FUNCTION figure_rows_seen(
    day bigint, asked text, only_counted boolean, team text, worker text, skip integer, take integer
) RETURNS TABLE (figure_child_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
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
        RETURN QUERY SELECT f.figure_child_id FROM figure_candidates() c JOIN figure_children f ON f.child_id = c.child_id
        WHERE f.figure_day_id = day AND f.measure = asked AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker) AND may_see(f.child_id)
        ORDER BY f.counted, f.team_id, f.worker_id, f.child_id LIMIT take OFFSET skip;
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION figure_rows_behind(
    day bigint, asked text, only_counted boolean, team text, worker text, OUT behind bigint, OUT hidden bigint
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
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
        SELECT behind - count(*) INTO hidden FROM figure_candidates() c JOIN figure_children f ON f.child_id = c.child_id
        WHERE f.figure_day_id = day AND f.measure = asked AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker) AND may_see(f.child_id);
    END IF;
END
$$;
REVOKE ALL ON FUNCTION figure_candidates() FROM PUBLIC;
REVOKE ALL ON FUNCTION figure_rows_seen(bigint, text, boolean, text, text, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_rows_seen(bigint, text, boolean, text, text, integer, integer) TO onechild_web;
