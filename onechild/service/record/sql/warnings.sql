-- The record's own tables of warnings, details and visit notes get their history; and the versions of any row can be
-- read back, so that a save on an older version is told what changed since.

SELECT record_keep_history('warnings', 'warning_id');
SELECT record_keep_history('child_details', 'details_id');
SELECT record_keep_history('visit_notes', 'visit_note_id');

CREATE INDEX warnings_in_force ON warnings (child_id) WHERE ended_on IS NULL AND gone_at IS NULL;
CREATE INDEX visit_notes_of_visit ON visit_notes (visit_id);
CREATE INDEX visits_last_seen ON visits (child_id, happened_on DESC) WHERE seen AND gone_at IS NULL;
CREATE INDEX family_members_together ON family_members (family_id) WHERE ended_on IS NULL AND gone_at IS NULL;

-- Every version of a row from one version on, the oldest first; the last is the row as it stands.
CREATE FUNCTION record_versions(kept text, key text, from_version integer) RETURNS TABLE (
    edit_version integer, made_by text, took_effect_at timestamptz, words text, version jsonb
) LANGUAGE plpgsql STABLE AS
$$
DECLARE
    key_column text := (
        SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = format('public.%I', kept)::regclass AND i.indisprimary
    );
BEGIN
    RETURN QUERY EXECUTE format(
        'SELECT v.edit_version, c.made_by, coalesce(c.took_effect_at, c.began_at), c.words, v.row FROM ('
        'SELECT edit_version, change_set_id, to_jsonb(t) AS row FROM public.%1$I t WHERE %2$I = $1 UNION ALL '
        'SELECT edit_version, change_set_id, to_jsonb(t) AS row FROM history.%1$I t WHERE %2$I = $1) v '
        'JOIN change_sets c USING (change_set_id) WHERE v.edit_version >= $2 ORDER BY v.edit_version',
        kept, key_column) USING key, from_version;
END
$$;
