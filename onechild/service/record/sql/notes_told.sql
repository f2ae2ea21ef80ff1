-- Case notes, documents, sensitive pathways, oversight, protective orders, step-downs, closures and letters join the
-- timeline; a visit says what it was for; and the chronology is what somebody called significant, with why.

DO $$
DECLARE
    before text := rtrim(pg_get_viewdef('happenings'::regclass), '; ');
    visits text := replace(before, $old$'words', n.words)$old$,
        $new$'words', n.words, 'aim', nullif(n.aim, ''), 'direct_work', nullif(n.direct_work, ''))$new$);
BEGIN
    IF visits = before THEN
        RAISE EXCEPTION 'the view of happenings no longer says what a visit was as this file knows it';
    END IF;
    EXECUTE 'CREATE OR REPLACE VIEW happenings WITH (security_invoker = true) AS ' || visits || $more$
UNION ALL
SELECT child_id, happened_on, 'case_note', 'notes', false, false, case_note_id, worker_id, recorded_on, restricted,
    jsonb_build_object('kind', kind, 'way', nullif(way, ''), 'with', nullif(with_whom, ''), 'subject', subject, 'text', words,
        'said', nullif(childs_words, ''), 'significance', nullif(significance, ''))
FROM case_notes WHERE gone_at IS NULL AND removed_on IS NULL
UNION ALL
SELECT child_id, happened_on, 'document', 'notes', false, false, document_id, worker_id, recorded_on, restricted,
    jsonb_build_object('kind', kind, 'title', title, 'by', nullif(written_by_words, ''), 'scan', scan,
        'significance', nullif(significance, ''))
FROM documents WHERE gone_at IS NULL AND removed_on IS NULL
UNION ALL
SELECT child_id, turn.day, 'sensitive_pathway_' || turn.way, CASE kind WHEN 'homeless_16_17' THEN 'support'
        WHEN 'missing' THEN 'missing' ELSE 'protection' END,
    true, false, pathway_id, lead_id, turn.written, restricted, jsonb_build_object('kind', kind, 'reason', nullif(end_reason, ''))
FROM pathways CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'protective_order_' || turn.way, 'legal', true, false, order_id, worker_id, turn.written,
    restricted, jsonb_build_object('kind', kind, 'court', nullif(court, ''), 'until', expected_end_on)
FROM protective_orders CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'management_oversight', 'oversight', false, false, oversight_id, manager_id, recorded_on,
    restricted, jsonb_build_object('words', words, 'by', manager_name, 'next', next_by)
FROM oversights WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'step_down', 'support', true, false, step_down_id, worker_id, recorded_on, restricted,
    jsonb_build_object('to_early_help', to_early_help, 'by', nullif(worker_words, ''), 'days', visit_every_days,
        'if_worse', if_worse)
FROM step_downs WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'closure', 'support', true, false, closure_id, asked_by_id, recorded_on, restricted,
    jsonb_build_object('reason', end_reason, 'words', nullif(words, ''))
FROM closures WHERE gone_at IS NULL AND status = 'approved'
UNION ALL
SELECT l.child_id, sent.day, 'letter_sent', 'notes', false, false, l.letter_id, l.written_by_id, l.recorded_on,
    l.restricted, jsonb_build_object('kind', l.kind, 'subject', l.subject, 'to', sent.names)
FROM letters l CROSS JOIN LATERAL
    (SELECT min(r.sent_at AT TIME ZONE 'Europe/London')::date AS day, string_agg(r.name, ', ' ORDER BY r.name) AS names
     FROM letter_recipients r WHERE r.letter_id = l.letter_id AND r.sent_at IS NOT NULL AND r.gone_at IS NULL) AS sent
WHERE l.gone_at IS NULL AND sent.day IS NOT NULL$more$;
END
$$;

-- A child's chronology up to a day, the oldest first: what was marked as significant or was written down as it, and with
-- `decisive_too` every decision. Why, who said so and when stand beside each.
CREATE FUNCTION record_chronology(asked_child text, up_to date, decisive_too boolean) RETURNS TABLE (
    happened_on date, what text, part text, decisive boolean, silent boolean, row_key text, worker_id text,
    recorded_on date, restricted text, detail jsonb, mark_id text, why text, marked_by text, marked_on date
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT h.happened_on, h.what, h.part, h.decisive, h.silent, h.row_key, h.worker_id, h.recorded_on, h.restricted,
        h.detail, m.mark_id, coalesce(m.words, h.detail ->> 'significance', ''), coalesce(m.marked_by_name, ''), m.happened_on
    FROM happenings h
        LEFT JOIN significant_marks m ON m.child_id = asked_child AND m.about = h.what AND m.about_id = h.row_key
            AND m.ended_on IS NULL AND m.gone_at IS NULL
    WHERE h.child_id = asked_child AND h.happened_on <= up_to
        AND (m.mark_id IS NOT NULL OR h.detail ->> 'significance' IS NOT NULL OR (decisive_too AND h.decisive))
    ORDER BY h.happened_on, h.decisive DESC, h.what, h.row_key;
END
$$;

-- What the job looks for each minute.
CREATE INDEX documents_not_scanned ON documents (document_id) WHERE scan = 'waiting' AND gone_at IS NULL;
