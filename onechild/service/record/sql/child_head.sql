-- What stands at the head of a child's record, each in one question with a kept plan. Row-level security is in force.

-- The latest of each thing of which a child has one, as JSON under its name; what there is none of is left out.
CREATE FUNCTION record_facts(asked text, on_day date) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object(
        'address', (
            SELECT to_jsonb(t) FROM (
                SELECT a.address_kind, a.lines, a.postcode, a.started_on FROM public.addresses a
                WHERE a.child_id = asked AND a.gone_at IS NULL AND coalesce(a.started_on, on_day) <= on_day
                    AND (a.ended_on IS NULL OR a.ended_on > on_day)
                ORDER BY a.started_on DESC NULLS LAST, a.address_id LIMIT 1) t),
        'last_seen', (
            SELECT to_jsonb(t) FROM (
                SELECT v.happened_on, v.seen_alone, v.bedroom_seen, v.method, (
                    SELECT n.place FROM public.visit_notes n WHERE n.visit_id = v.visit_id AND n.gone_at IS NULL) AS place
                FROM public.visits v
                WHERE v.child_id = asked AND v.gone_at IS NULL AND v.seen AND v.happened_on <= on_day
                ORDER BY v.happened_on DESC, v.visit_id LIMIT 1) t),
        'said', (
            SELECT to_jsonb(t) FROM (
                SELECT n.childs_words, n.recorded_on, n.place FROM public.visit_notes n
                WHERE n.child_id = asked AND n.gone_at IS NULL AND n.childs_words <> ''
                ORDER BY n.recorded_on DESC, n.visit_note_id DESC LIMIT 1) t),
        'school', (
            SELECT to_jsonb(t) FROM (
                SELECT s.school_urn, s.year_group, s.started_on FROM public.school_places s
                WHERE s.child_id = asked AND s.gone_at IS NULL AND s.started_on <= on_day
                    AND (s.ended_on IS NULL OR s.ended_on > on_day)
                ORDER BY s.started_on DESC, s.school_place_id LIMIT 1) t),
        'placement', (
            SELECT to_jsonb(t) FROM (
                SELECT p.placement_kind, p.provider, p.started_on FROM public.placements p
                WHERE p.child_id = asked AND p.gone_at IS NULL AND p.started_on <= on_day
                    AND (p.ended_on IS NULL OR p.ended_on > on_day)
                ORDER BY p.started_on DESC, p.placement_id LIMIT 1) t),
        'plan', (
            SELECT to_jsonb(t) FROM (
                SELECT p.latest_category, p.initial_category, p.started_on FROM public.child_protection_plans p
                WHERE p.child_id = asked AND p.gone_at IS NULL AND p.started_on <= on_day
                    AND (p.ended_on IS NULL OR p.ended_on > on_day)
                ORDER BY p.started_on DESC, p.plan_id LIMIT 1) t),
        'education_plan', (
            SELECT to_jsonb(t) FROM (
                SELECT e.started_on FROM public.ehc_plans e
                WHERE e.child_id = asked AND e.gone_at IS NULL AND e.started_on <= on_day
                    AND (e.ended_on IS NULL OR e.ended_on > on_day)
                ORDER BY e.started_on DESC, e.ehc_plan_id LIMIT 1) t),
        'referral', (
            SELECT to_jsonb(t) FROM (
                SELECT r.started_on, r.source_kind, r.source_words, r.primary_need FROM public.referrals r
                WHERE r.child_id = asked AND r.gone_at IS NULL AND r.started_on <= on_day
                    AND (r.ended_on IS NULL OR r.ended_on > on_day)
                ORDER BY r.started_on DESC, r.referral_id LIMIT 1) t)));
END
$$;

-- Everybody to whom a child is related, those of today first, each adult by the name that holds or held last.
CREATE FUNCTION record_relations(asked text) RETURNS TABLE (
    relation text, adult_id text, child_id text, name text, born_on date, died_on date, responsible boolean,
    same_household boolean, started_on date, ended_on date, had_a_record boolean
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    SELECT r.relation, r.related_adult_id, r.related_child_id, coalesce(n.said, ''), a.born_on, a.died_on,
        r.parental_responsibility, r.same_household, r.started_on, r.ended_on, a.known_as_child_id IS NOT NULL
    FROM public.relationships r
    LEFT JOIN public.adults a ON a.adult_id = r.related_adult_id AND a.gone_at IS NULL
    LEFT JOIN LATERAL (
        SELECT concat_ws(' ', m.forename, m.surname) AS said FROM public.adult_names m
        WHERE m.adult_id = a.adult_id AND m.gone_at IS NULL
        ORDER BY m.ended_on DESC NULLS FIRST, m.started_on DESC NULLS LAST, m.name_id LIMIT 1
    ) n ON true
    WHERE r.child_id = asked AND r.gone_at IS NULL
    ORDER BY r.ended_on DESC NULLS FIRST, r.relation, r.relationship_id;
END
$$;

-- Every allocation of a child, the newest first, with the names of worker and team and the team's manager today.
CREATE FUNCTION record_holdings(asked text, on_day date) RETURNS TABLE (
    allocation_id text, role text, worker_id text, worker text, team_id text, team text, manager_id text, manager text,
    started_on date, ended_on date, end_reason text, end_words text
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY
    SELECT a.allocation_id::text, a.role, a.worker_id, coalesce(w.name, ''), a.team_id, coalesce(t.name, ''),
        m.worker_id, coalesce(m.name, ''), a.started_on, a.ended_on, a.end_reason, a.end_words
    FROM public.allocations a
    LEFT JOIN public.teams t ON t.team_id = a.team_id
    LEFT JOIN LATERAL (
        SELECT n.name FROM public.worker_names n
        WHERE n.worker_id = a.worker_id AND n.gone_at IS NULL ORDER BY n.worker_name_id LIMIT 1
    ) w ON true
    LEFT JOIN LATERAL (
        SELECT s.worker_id, n.name FROM public.team_memberships s
        LEFT JOIN public.worker_names n ON n.worker_id = s.worker_id AND n.gone_at IS NULL
        WHERE s.team_id = a.team_id AND s.gone_at IS NULL AND s.role IN ('team_manager', 'service_manager')
            AND coalesce(s.started_on, on_day) <= on_day AND (s.ended_on IS NULL OR s.ended_on > on_day)
            AND (a.ended_on IS NULL OR a.ended_on > on_day)
        ORDER BY s.role DESC, s.membership_id LIMIT 1
    ) m ON true
    WHERE a.child_id = asked AND a.gone_at IS NULL
    ORDER BY a.started_on DESC, a.role, a.allocation_id;
END
$$;
