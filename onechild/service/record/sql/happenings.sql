-- Everything that happened to or about a child, from every table of the record, one row a happening: the timeline.
-- `what` says what happened; the words are the page's. `part` is what a reader filters by. `decisive`: it changed the
-- child's life or plan. `silent`: something did not happen that was owed, or nobody held the child.
-- `detail` holds the few values that the words need, codes as codes. A reader's row-level security applies.

CREATE VIEW happenings WITH (security_invoker = true) AS
SELECT child_id, happened_on, 'contact' AS what, 'front_door' AS part, false AS decisive, false AS silent,
    contact_id AS row_key, worker_id, recorded_on, restricted,
    jsonb_build_object('from', source_kind, 'words', source_words, 'priority', priority) AS detail
FROM contacts WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'front_door_decision', 'front_door', stage = 'final', false, decision_id, decided_by_id,
    recorded_on, restricted, jsonb_build_object('stage', stage, 'outcome', outcome, 'reason', reason,
        'screened_by', screened_by_id)
FROM front_door_decisions WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'referral_' || turn.way, 'front_door', true, false, referral_id, worker_id,
    turn.written, restricted, jsonb_build_object('from', source_kind, 'need', primary_need, 'end_reason', end_reason)
FROM referrals CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'early_help_' || turn.way, 'front_door', false, false, early_help_id, worker_id,
    turn.written, restricted, jsonb_build_object('reason', reason, 'end_reason', end_reason, 'by', organisation)
FROM early_help_episodes CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'outcome', 'front_door', false, false, outcome_id, NULL, recorded_on, restricted,
    jsonb_build_object('of', outcome_of, 'outcome', outcome)
FROM outcomes WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'assessment_' || turn.way, 'assessment', turn.way = 'ended', false, assessment_id, worker_id,
    turn.written, restricted, jsonb_build_object('kind', assessment_kind, 'child_seen', child_seen,
        'needs_support', needs_support)
FROM assessments CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'factor', 'assessment', false, false, factor_id, NULL, recorded_on, restricted,
    jsonb_build_object('factor', factor)
FROM assessment_factors WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'strategy_discussion', 'protection', true, false, discussion_id, worker_id, recorded_on,
    restricted, jsonb_build_object('began_enquiry', began_enquiry)
FROM strategy_discussions WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'enquiry_' || turn.way, 'protection', true, false, enquiry_id, worker_id, turn.written,
    restricted, jsonb_build_object('no_conference', conference_not_required, 'no_further_action', no_further_action)
FROM section_47_enquiries CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'conference', 'protection', true, false, conference_id, worker_id, recorded_on,
    restricted, jsonb_build_object('kind', conference_kind, 'led_to_plan', led_to_plan, 'plan_continues',
        plan_continues, 'quorate', quorate, 'participation', participation)
FROM conferences WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'protection_plan_' || turn.way, 'protection', true, false, plan_id, NULL, turn.written,
    restricted, jsonb_build_object('category', initial_category, 'latest', latest_category, 'end_reason', end_reason)
FROM child_protection_plans CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, started_on, 'category', 'protection', false, false, category_id, NULL, recorded_on, restricted,
    jsonb_build_object('category', category)
FROM child_protection_categories WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'core_group', 'protection', false, false, core_group_id, NULL, recorded_on, restricted,
    jsonb_build_object('quorate', quorate)
FROM core_groups WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'need_plan_' || turn.way, 'support', true, false, plan_id, worker_id, turn.written,
    restricted, jsonb_build_object('stepped_down', stepped_down, 'end_reason', end_reason)
FROM child_in_need_plans CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'need_review', 'support', false, false, review_id, NULL, recorded_on, restricted,
    jsonb_build_object('continues', plan_continues)
FROM child_in_need_reviews WHERE gone_at IS NULL
UNION ALL
SELECT v.child_id, v.happened_on, 'visit', 'visits', false, false, v.visit_id, v.worker_id, v.recorded_on,
    v.restricted, jsonb_build_object('purpose', v.purpose, 'seen', v.seen, 'alone', v.seen_alone, 'method', v.method,
        'bedroom', v.bedroom_seen, 'not_seen', v.not_seen_reason, 'place', n.place, 'said', n.childs_words,
        'words', n.words)
FROM visits v LEFT JOIN visit_notes n ON n.visit_id = v.visit_id AND n.gone_at IS NULL
WHERE v.gone_at IS NULL
UNION ALL
SELECT child_id, due_on + 1, 'not_seen', 'visits', false, true,
    clock || ' ' || spell_id || ' ' || sequence, NULL, NULL, NULL,
    jsonb_build_object('clock', clock, 'from', started_on, 'due', due_on, 'met', met_on, 'ended', ended_on)
FROM obligations
WHERE clock IN ('child-protection-visit', 'child-in-need-visit', 'looked-after-visit')
    AND (met_on > due_on OR (met_on IS NULL AND (ended_on IS NULL OR ended_on > due_on)))
UNION ALL
SELECT child_id, turn.day, 'care_' || turn.way, 'care', true, false, care_id, NULL, turn.written, restricted,
    jsonb_build_object('need', need, 'end_reason', end_reason)
FROM periods_of_care CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'placement_' || turn.way, 'care', true, false, placement_id, NULL, turn.written, restricted,
    jsonb_build_object('kind', placement_kind, 'provider', provider, 'reason', change_reason, 'miles', distance_miles)
FROM placements CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, started_on, 'placement_condition', 'care', false, false, condition_id, decided_by_id, recorded_on,
    restricted, jsonb_build_object('condition', condition)
FROM placement_conditions WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'legal_status_' || turn.way, 'legal', true, false, legal_status_id, NULL, turn.written,
    restricted, jsonb_build_object('status', status, 'words', status_words)
FROM legal_statuses CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'care_review', 'care', true, false, review_id, worker_id, recorded_on, restricted,
    jsonb_build_object('cancelled', cancelled, 'participation', participation)
FROM looked_after_reviews WHERE gone_at IS NULL
UNION ALL
SELECT child_id, coalesce(agreed_on, started_on), 'care_plan', 'care', false, false, care_plan_id, NULL, recorded_on,
    restricted, '{}'::jsonb
FROM care_plans WHERE gone_at IS NULL
UNION ALL
SELECT child_id, started_on, 'permanence_plan', 'care', true, false, permanence_plan_id, NULL, recorded_on, restricted,
    jsonb_build_object('permanence', permanence)
FROM permanence_plans WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'placement_plan', 'care', false, false, placement_plan_id, NULL, recorded_on, restricted,
    '{}'::jsonb
FROM placement_plans WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'reviewing_contact', 'care', false, false, reviewing_contact_id, worker_id, recorded_on,
    restricted, '{}'::jsonb
FROM independent_reviewing_contacts WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'deprivation_' || turn.way, 'legal', true, false, order_id, NULL, turn.written, restricted,
    jsonb_build_object('expires', expires_on)
FROM deprivation_of_liberty_orders CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, ordered_on, 'earlier_permanence', 'care', true, false, previous_permanence_id, NULL, recorded_on,
    restricted, jsonb_build_object('permanence', permanence, 'council', council)
FROM previous_permanence WHERE gone_at IS NULL
UNION ALL
SELECT child_id, step.day, 'permanence_' || step.name, 'care', true, false, permanence_case_id, worker_id, recorded_on,
    restricted, jsonb_build_object('order', order_kind)
FROM permanence_cases CROSS JOIN LATERAL
    (VALUES (decided_on, 'decided'), (placement_order_on, 'placement_order'), (matched_on, 'matched'),
        (placed_on, 'placed'), (placement_ended_on, 'placement_ended'), (ordered_on, 'ordered'),
        (reversed_on, 'reversed')) AS step (day, name)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'leaving_care_' || turn.way, 'leaving_care', true, false, eligibility_id, NULL, turn.written,
    restricted, jsonb_build_object('eligibility', eligibility)
FROM leaving_care_eligibility CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'pathway', 'leaving_care', false, false, pathway_step_id, worker_id, recorded_on,
    restricted, jsonb_build_object('step', step)
FROM pathway_steps WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'leaving_care_contact', 'leaving_care', false, false, leaving_care_contact_id, worker_id,
    recorded_on, restricted, jsonb_build_object('method', method)
FROM leaving_care_contacts WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'circumstances', 'leaving_care', false, false, circumstance_id, NULL, recorded_on,
    restricted, jsonb_build_object('in_touch', in_touch, 'activity', activity, 'accommodation', accommodation,
        'suitable', suitable)
FROM leaving_care_circumstances WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'health_check', 'health', false, false, health_check_id, NULL, recorded_on, restricted,
    jsonb_build_object('kind', check_kind, 'status', check_status)
FROM health_checks WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'immunisations', 'health', false, false, immunisation_id, NULL, recorded_on, restricted,
    jsonb_build_object('up_to_date', up_to_date)
FROM immunisations WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'substance', 'health', false, false, substance_misuse_id, NULL, recorded_on, restricted,
    jsonb_build_object('offered', intervention_offered, 'received', intervention_received)
FROM substance_misuse WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'conviction', 'legal', true, false, conviction_id, NULL, recorded_on, restricted,
    jsonb_build_object('offence', offence)
FROM convictions WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'questionnaire', 'health', false, false, questionnaire_id, NULL, recorded_on, restricted,
    jsonb_build_object('score', score, 'reason', no_score_reason)
FROM strengths_and_difficulties WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'education_plan', 'school', false, false, education_plan_id, NULL, recorded_on,
    restricted, jsonb_build_object('step', step)
FROM personal_education_plans WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'ehc_request', 'school', false, false, ehc_request_id, NULL, recorded_on, restricted,
    jsonb_build_object('outcome', outcome)
FROM ehc_requests WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'ehc_plan_' || turn.way, 'school', true, false, ehc_plan_id, NULL, turn.written, restricted,
    jsonb_build_object('end_reason', end_reason)
FROM ehc_plans CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'school_' || turn.way, 'school', false, false, school_place_id, NULL, turn.written,
    restricted, jsonb_build_object('urn', school_urn, 'year', year_group)
FROM school_places CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, step.day, 'pre_proceedings_' || step.name, 'legal', step.name <> 'letter', false, pre_proceedings_id,
    NULL, step.written, restricted, jsonb_build_object('outcome', outcome, 'words', outcome_words)
FROM pre_proceedings CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (letter_on, 'letter', NULL), (first_meeting_on, 'meeting', NULL),
        (ended_on, 'ended', end_recorded_on)) AS step (day, name, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'proceedings_' || turn.way, 'legal', true, false, proceedings_id, NULL, turn.written,
    restricted, jsonb_build_object('application', application, 'order', final_order)
FROM proceedings CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'hearing', 'legal', false, false, hearing_id, NULL, recorded_on, restricted,
    jsonb_build_object('kind', hearing_kind, 'held', held, 'outcome', outcome)
FROM hearings WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'edge_of_care_' || turn.way, 'support', true, false, edge_of_care_id, worker_id,
    turn.written, restricted, jsonb_build_object('reason', reason, 'outcome', outcome)
FROM edge_of_care_episodes CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'private_fostering_' || turn.way, 'support', false, false, private_fostering_id, worker_id,
    turn.written, restricted, '{}'::jsonb
FROM private_fostering CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, started_on, 'address', 'people', false, false, address_id, NULL, recorded_on, restricted,
    jsonb_build_object('kind', address_kind, 'postcode', postcode)
FROM addresses WHERE gone_at IS NULL
UNION ALL
SELECT child_id, started_on, 'name', 'people', false, false, name_id, NULL, recorded_on, restricted,
    jsonb_build_object('forename', forename, 'surname', surname, 'kind', name_kind)
FROM child_names WHERE gone_at IS NULL
UNION ALL
SELECT child_id, started_on, 'immigration', 'legal', false, false, immigration_status_id, NULL, recorded_on,
    restricted, jsonb_build_object('status', status, 'words', status_words)
FROM immigration_statuses WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'missing_' || turn.way, 'missing', turn.way = 'began', false, missing_id, NULL, turn.written,
    restricted, jsonb_build_object('kind', missing_kind, 'offered', interview_offered)
FROM missing_episodes CROSS JOIN LATERAL
    (VALUES (started_on, 'began', recorded_on), (ended_on, 'ended', end_recorded_on)) AS turn (day, way, written)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, coalesce(happened_on, offered_on), 'return_interview', 'missing', false, false, interview_id, NULL,
    recorded_on, restricted, jsonb_build_object('held', happened_on IS NOT NULL, 'reason', not_held_reason)
FROM return_interviews WHERE gone_at IS NULL
UNION ALL
SELECT child_id, started_on, 'allocated', 'workers', false, role = 'lead' AND worker_id IS NULL, allocation_id,
    worker_id, recorded_on, restricted, jsonb_build_object('role', role, 'team', team_id)
FROM allocations WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'supervision', 'oversight', false, false, supervision_id, supervisor_id, recorded_on,
    NULL, jsonb_build_object('direction', direction_given)
FROM supervisions WHERE gone_at IS NULL AND child_id IS NOT NULL
UNION ALL
SELECT child_id, step.day, 'direction_' || step.name, 'oversight', false, false, direction_id, step.worker, recorded_on,
    restricted, jsonb_build_object('in', given_in, 'words', words, 'due', due_on, 'reason', withdrawn_reason)
FROM directions CROSS JOIN LATERAL
    (VALUES (happened_on, 'given', given_by_id), (done_on, 'done', owner_id),
        (withdrawn_on, 'withdrawn', given_by_id)) AS step (day, name, worker)
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'audit', 'oversight', false, false, audit_id, auditor_id, recorded_on, restricted,
    jsonb_build_object('grade', grade, 'moderated', moderated_grade)
FROM audits WHERE gone_at IS NULL
UNION ALL
SELECT child_id, happened_on, 'decision_explained', 'oversight', true, false, explanation_id, decided_by_id,
    recorded_on, restricted, jsonb_build_object('kind', decision_kind, 'reason', reasons, 'options', options,
        'explained', explained_on, 'said', childs_words)
FROM decisions_explained WHERE gone_at IS NULL
UNION ALL
SELECT child_id, turn.day, 'warning_' || turn.way, 'people', false, false, warning_id, manager_id, recorded_on,
    restricted, jsonb_build_object('kind', kind, 'words', words, 'reason', end_reason)
FROM warnings CROSS JOIN LATERAL (VALUES (started_on, 'began'), (ended_on, 'ended')) AS turn (day, way)
WHERE gone_at IS NULL;
GRANT SELECT ON happenings TO onechild_web;

-- A child's happenings up to a day, the newest first: all, or some parts or kinds, or without some kinds, between two
-- days. A function, so that its plan is made once a session; `total` counts what there would be without a limit.
CREATE FUNCTION record_timeline(
    asked_child text, up_to date, parts text[], kinds text[], leaving_out text[], since date, until date,
    how_many integer, after_first integer
) RETURNS TABLE (
    happened_on date, what text, part text, decisive boolean, silent boolean, row_key text, worker_id text,
    recorded_on date, restricted text, detail jsonb, total bigint
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT h.happened_on, h.what, h.part, h.decisive, h.silent, h.row_key, h.worker_id, h.recorded_on, h.restricted,
        h.detail, count(*) OVER ()
    FROM happenings h
    WHERE h.child_id = asked_child AND h.happened_on <= up_to
        AND (parts IS NULL OR h.part = ANY (parts))
        AND (kinds IS NULL OR h.what = ANY (kinds))
        AND (leaving_out IS NULL OR h.what <> ALL (leaving_out))
        AND (since IS NULL OR h.happened_on >= since)
        AND (until IS NULL OR h.happened_on <= until)
    ORDER BY h.happened_on DESC, h.decisive DESC, h.what, h.row_key
    LIMIT how_many OFFSET after_first;
END
$$;
