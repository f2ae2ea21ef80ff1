-- How many children whom Annex A should name on a day the viewer may know of, and not see. Runs as its owner, since
-- policies leave those children out; whom the viewer may not be told of is not counted.
CREATE FUNCTION exchange_annex_a_unseen(as_at date, six_months date, a_year date) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH named AS (
        SELECT child_id FROM contacts WHERE gone_at IS NULL AND happened_on BETWEEN six_months AND as_at
        UNION
        SELECT child_id FROM early_help_episodes WHERE gone_at IS NULL AND started_on <= as_at
            AND (ended_on IS NULL OR ended_on > as_at OR started_on >= six_months)
        UNION
        SELECT child_id FROM referrals WHERE gone_at IS NULL AND started_on BETWEEN six_months AND as_at
        UNION
        SELECT child_id FROM assessments WHERE gone_at IS NULL AND started_on <= as_at
            AND (ended_on IS NULL OR ended_on >= six_months)
        UNION
        SELECT child_id FROM section_47_enquiries WHERE gone_at IS NULL AND started_on <= as_at
            AND (ended_on IS NULL OR ended_on > as_at OR started_on >= six_months)
        UNION
        SELECT child_id FROM child_protection_plans WHERE gone_at IS NULL AND started_on <= as_at
            AND (ended_on IS NULL OR ended_on >= six_months)
        UNION
        SELECT child_id FROM periods_of_care WHERE gone_at IS NULL AND started_on <= as_at
            AND (ended_on IS NULL OR ended_on >= six_months)
        UNION
        SELECT child_id FROM leaving_care_eligibility WHERE gone_at IS NULL AND started_on <= as_at
            AND (ended_on IS NULL OR ended_on > as_at)
        UNION
        SELECT child_id FROM permanence_cases WHERE gone_at IS NULL AND decided_on <= as_at
            AND coalesce(ordered_on, reversed_on, as_at) >= a_year
    )
    SELECT count(*)::integer FROM (SELECT child_id::text AS child FROM named WHERE child_id IS NOT NULL) n
    WHERE access_viewer() IS NOT NULL AND NOT may_see(n.child) AND may_know_of(n.child)
$$;
REVOKE ALL ON FUNCTION exchange_annex_a_unseen(date, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exchange_annex_a_unseen(date, date, date) TO onechild_web;
