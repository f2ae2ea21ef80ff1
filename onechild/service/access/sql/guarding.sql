-- Puts row-level security on a table, and on its history, so that a row is seen by whoever may see its child.

-- `without_child` says who sees a row with no child: nobody, anyone signed in, or whoever has a permission.
CREATE FUNCTION access_guard(guarded text, child_column text, without_child text) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    place text;
    sees text;
BEGIN
    FOREACH place IN ARRAY ARRAY['public', 'history'] LOOP
        CONTINUE WHEN to_regclass(format('%I.%I', place, guarded)) IS NULL;
        sees := format('may_see(%I)', child_column);
        IF access_has_column(place, guarded, 'restricted') AND guarded <> 'children' THEN
            sees := sees || format(' AND (restricted IS NULL OR may_see_marked(%I))', child_column);
        END IF;
        IF access_has_column(place, guarded, 'related_child_id') THEN
            sees := sees || ' AND (related_child_id IS NULL OR may_know_of(related_child_id))';
        END IF;
        IF access_has_column(place, guarded, 'her_child_id') THEN
            sees := sees || ' AND (her_child_id IS NULL OR may_know_of(her_child_id))';
        END IF;
        IF without_child <> 'nobody' THEN
            sees := format('CASE WHEN %I IS NULL THEN %s ELSE %s END', child_column,
                CASE without_child WHEN 'anyone' THEN 'access_viewer() IS NOT NULL'
                    ELSE format('access_may(%L)', without_child) END, sees);
        END IF;
        PERFORM access_guard_by(place, guarded, sees);
    END LOOP;
END
$$;

-- The same with the condition written out, for a table whose child is named elsewhere.
CREATE FUNCTION access_guard_by(place text, guarded text, sees text) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', place, guarded);
    EXECUTE format('DROP POLICY IF EXISTS seen ON %I.%I', place, guarded);
    EXECUTE format('CREATE POLICY seen ON %I.%I TO onechild_web USING (%s) WITH CHECK (%s)', place, guarded, sees, sees);
END
$$;

CREATE FUNCTION access_has_column(place text, kept text, column_name text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('%I.%I', place, kept)::regclass
                  AND attname = column_name AND NOT attisdropped) $$;

-- Guards every table that has a child and no policy yet: for the record's own tables, when new ones were
-- added; access writes the policies of its own out.
CREATE FUNCTION access_guard_record() RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    unguarded text;
BEGIN
    FOR unguarded IN
        SELECT DISTINCT c.relname FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'child_id' AND NOT a.attisdropped
        WHERE c.relnamespace IN ('public'::regnamespace, 'history'::regnamespace)
            AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity AND c.relname NOT LIKE 'access\_%'
    LOOP
        PERFORM access_guard(unguarded, 'child_id', 'nobody');
    END LOOP;
END
$$;

SELECT access_guard_record();
SELECT access_guard('obligations', 'child_id', 'anyone'), access_guard('supervisions', 'child_id', 'anyone'),
    access_guard('findings', 'child_id', 'mend_quarantine');
SELECT access_guard_by(place, 'adults', 'may_see_adult(adult_id)'),
    access_guard_by(place, 'adult_names', 'may_see_adult(adult_id)'),
    access_guard_by(place, 'quarantine', 'access_may(''mend_quarantine'')')
FROM unnest(ARRAY['public', 'history']) AS place;
SELECT access_guard_by('public', 'child_links', 'may_see(kept_id) AND may_see(joined_id)'),
    access_guard_by('public', 'child_link_rows', 'EXISTS (SELECT FROM child_links l WHERE l.link_id = child_link_rows.link_id)');
