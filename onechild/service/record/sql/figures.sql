-- Who may read stored figures. Whoever is barred from a child reads the variant that was worked out without that child;
-- whoever may see suppressed figures only reads published copies; a child behind a figure is guarded as a child's record.

-- The children left out for the viewer, as one word; empty for nearly everybody.
CREATE FUNCTION figure_variant() RETURNS text LANGUAGE sql STABLE AS
$$
    SELECT coalesce((
        SELECT md5(string_agg(b, ',' ORDER BY b COLLATE "C"))
        FROM unnest(nullif(current_setting('onechild.barred', true), '')::text[]) AS b), '')
$$;

-- The variants that somebody needs, with the children left out of each; for the job that works figures out.
CREATE FUNCTION figure_variants() RETURNS TABLE (variant text, child_ids text[])
LANGUAGE sql STABLE SET search_path = public, pg_temp AS
$$
    SELECT '', ARRAY[]::text[]
    UNION
    SELECT md5(string_agg(b.child_id, ',' ORDER BY b.child_id COLLATE "C")), array_agg(b.child_id ORDER BY b.child_id COLLATE "C")
    FROM access_users u CROSS JOIN LATERAL access_barred_from(u.id) b
    WHERE u.is_active
    GROUP BY u.id
$$;
REVOKE ALL ON FUNCTION figure_variants() FROM PUBLIC;

-- How many rows stand behind a figure, and how many of them the viewer may not open. Those who reach every child may not
-- open restricted ones only; others may open only what the relation names: either way few rows are looked at.
CREATE FUNCTION figure_rows_behind(
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
        SELECT behind - count(*) INTO hidden FROM figure_children f
        WHERE f.figure_day_id = day AND f.measure = asked AND (only_counted IS NULL OR f.counted = only_counted)
            AND (team IS NULL OR f.team_id = team) AND (worker IS NULL OR f.worker_id = worker)
            AND f.child_id IN (SELECT v.child_id FROM visible v WHERE v.viewer_id = access_viewer());
    END IF;
END
$$;
REVOKE ALL ON FUNCTION figure_rows_behind(bigint, text, boolean, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_rows_behind(bigint, text, boolean, text, text) TO onechild_web;

SELECT access_guard_by('public', 'figure_runs',
        '(access_may(''see_figures'') OR access_may(''see_figures_suppressed'')) AND variant = figure_variant()'),
    access_guard_by('public', 'figure_days', 'access_may(''see_figures'') AND variant = figure_variant()'),
    access_guard_by('public', 'figures', 'figure_day_id IN (SELECT d.figure_day_id FROM figure_days d)'),
    access_guard_by('public', 'figure_children',
        'figure_day_id IN (SELECT d.figure_day_id FROM figure_days d) AND may_see(child_id)'),
    access_guard_by('public', 'figure_documents', 'variant = figure_variant() AND '
        '(access_may(''see_figures'') OR (published AND access_may(''see_figures_suppressed'')))');
GRANT SELECT ON figure_runs, figure_days, figures, figure_children, figure_documents TO onechild_web;
