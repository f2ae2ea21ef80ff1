-- What the web's role may do with access's own tables and the framework's, and who sees which of their rows.

ALTER TABLE access_restrictions ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON access_restrictions FOR SELECT TO onechild_web
    USING (may_know_of(child_id) AND (access_may('restrict_record') OR may_see(child_id)));
CREATE POLICY kept ON access_restrictions TO onechild_web
    USING (may_know_of(child_id) AND access_may('restrict_record'))
    WITH CHECK (may_know_of(child_id) AND access_may('restrict_record'));

ALTER TABLE access_restriction_people ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON access_restriction_people FOR SELECT TO onechild_web
    USING (EXISTS (SELECT FROM access_restrictions r WHERE r.id = access_restriction_people.restriction_id));
CREATE POLICY kept ON access_restriction_people TO onechild_web
    USING (access_may('restrict_record')
        AND EXISTS (SELECT FROM access_restrictions r WHERE r.id = access_restriction_people.restriction_id))
    WITH CHECK (access_may('restrict_record')
        AND EXISTS (SELECT FROM access_restrictions r WHERE r.id = access_restriction_people.restriction_id));

-- Whoever is barred is not told so, whatever their role.
ALTER TABLE access_bars ENABLE ROW LEVEL SECURITY;
CREATE POLICY kept ON access_bars TO onechild_web
    USING (NOT access_is_barred(child_id) AND access_may('bar_person'))
    WITH CHECK (NOT access_is_barred(child_id) AND access_may('bar_person'));

-- Asking is for oneself; a record of a sensitive class is never open by asking alone. Deciding is for whoever may grant,
-- reviewing for whoever manages the child.
ALTER TABLE access_glass ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON access_glass FOR SELECT TO onechild_web
    USING (NOT access_is_barred(child_id) AND (user_id = access_viewer() OR access_may('grant_glass')
        OR (access_may('review_glass') AND may_see(child_id))));
CREATE POLICY asked ON access_glass FOR INSERT TO onechild_web
    WITH CHECK (user_id = access_viewer() AND access_may('break_glass') AND NOT access_is_barred(child_id)
        AND sensitive = access_is_sensitive(child_id) AND (granted_at IS NULL OR NOT sensitive));
CREATE POLICY decided ON access_glass FOR UPDATE TO onechild_web
    USING (NOT access_is_barred(child_id) AND (user_id = access_viewer() OR access_may('grant_glass')
        OR (access_may('review_glass') AND may_see(child_id))));

ALTER TABLE access_notices ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON access_notices TO onechild_web
    USING (user_id = access_viewer() AND (child_id IS NULL OR NOT access_is_barred(child_id)));

GRANT SELECT, INSERT, UPDATE ON access_users, access_roles_held, access_restrictions, access_restriction_people,
    access_bars, access_glass TO onechild_web;
GRANT SELECT, UPDATE ON access_notices TO onechild_web;
GRANT SELECT ON visible, access_roles, access_classes, access_recent TO onechild_web;
GRANT SELECT ON source_systems TO onechild_web;
GRANT SELECT, INSERT, UPDATE ON child_links, child_link_rows TO onechild_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON obligations TO onechild_web;
GRANT USAGE ON SEQUENCE record_keys TO onechild_web;

DO $$
DECLARE
    open_to_web text;
BEGIN
    FOR open_to_web IN
        SELECT relname FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
            AND relname ~ '^(django_session|django_content_type|otp_|axes_|procrastinate_)'
    LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onechild_web', open_to_web);
    END LOOP;
END
$$;

-- Where the owner is no superuser, it must be a member of the web's role to take it on.
DO $$
BEGIN
    EXECUTE format('GRANT onechild_web TO %I', current_user);
EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN
    RAISE NOTICE 'grant onechild_web to the owner by hand: %', SQLERRM;
END
$$;

-- Functions that look past the policies are for the web's role alone.
DO $$
DECLARE
    asked regprocedure;
BEGIN
    FOR asked IN
        SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
            AND (proname LIKE 'access\_%' OR proname LIKE 'may\_%')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', asked);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO onechild_web', asked);
    END LOOP;
END
$$;
-- These answer about anybody, so only the functions above ask them.
REVOKE ALL ON FUNCTION access_teams_of(bigint), access_keys_of(bigint), access_opened_to(bigint), access_barred_from(bigint)
    FROM onechild_web;
