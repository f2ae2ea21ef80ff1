-- The partner's form: the one thing that the public role may do. It runs as its owner, writes a contact, and says nothing.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'onechild_public') THEN
        CREATE ROLE onechild_public LOGIN NOINHERIT;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;

-- The public role sees no name of the record's: neither a table nor any function but the one below.
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS partner_form;
GRANT USAGE ON SCHEMA partner_form TO onechild_public;

-- `told` has the columns of a contact with `children` and `adults`, and what is needed to say whether it came out of
-- hours: `working_day`, and the hours that hold where the council set none. The same acknowledgement is the same contact,
-- sent twice: nothing is written again. Limits stand here as well as in the form.
CREATE FUNCTION partner_form.take_in(told jsonb, received timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    arrived timestamp := received AT TIME ZONE 'Europe/London';
    hour numeric := extract(hour FROM arrived) + extract(minute FROM arrived) / 60.0;
    opening numeric;
    closing numeric;
    made text;
BEGIN
    IF length(told::text) > 200000 OR jsonb_typeof(told->'children') IS DISTINCT FROM 'array'
        OR jsonb_typeof(told->'adults') IS DISTINCT FROM 'array'
        OR jsonb_array_length(told->'children') NOT BETWEEN 1 AND 12 OR jsonb_array_length(told->'adults') > 12
        OR coalesce(told->>'acknowledgement', '') !~ '^FD(-[0-9A-Z]{4}){3}$' OR coalesce(told->>'words', '') = ''
        OR received NOT BETWEEN now() - interval '1000 days' AND now() + interval '1000 days'
    THEN
        RAISE EXCEPTION 'this is no contact' USING ERRCODE = 'check_violation';
    END IF;
    SELECT max(s.value) FILTER (WHERE s.setting = 'front_door_opens_hour'),
        max(s.value) FILTER (WHERE s.setting = 'front_door_closes_hour') INTO opening, closing
    FROM (
        SELECT DISTINCT ON (s.setting) s.setting, s.value FROM settings s
        WHERE s.setting IN ('front_door_opens_hour', 'front_door_closes_hour') AND s.gone_at IS NULL
            AND s.team_id IS NULL AND s.role IS NULL AND s.started_on <= arrived::date
            AND (s.ended_on IS NULL OR s.ended_on > arrived::date)
        ORDER BY s.setting, s.started_on DESC
    ) s;
    PERFORM record_begin_change_set('edit', 'Contact received by the partner’s form', 'a partner’s form', NULL);
    INSERT INTO intakes (
        acknowledgement, received_at, channel, professional, source_kind, organisation, referrer_name, referrer_role,
        referrer_phone, referrer_email, words, support_asked, family_told, family_told_words, sensitive, open_to_ids,
        urgent, urgent_words, needed_before, needed_before_words, out_of_hours, recorded_on)
    SELECT t.acknowledgement, received, 'partner_form', t.professional, t.source_kind, t.organisation, t.referrer_name,
        t.referrer_role, t.referrer_phone, t.referrer_email, t.words, t.support_asked, t.family_told,
        t.family_told_words, t.sensitive, '{}', t.urgent, t.urgent_words, t.needed_before, t.needed_before_words,
        NOT t.working_day OR hour < coalesce(opening, t.opens) OR hour >= coalesce(closing, t.closes), arrived::date
    FROM jsonb_to_record(told) AS t (
        acknowledgement text, professional boolean, source_kind text, organisation text, referrer_name text,
        referrer_role text, referrer_phone text, referrer_email text, words text, support_asked text, family_told text,
        family_told_words text, sensitive text, urgent boolean, urgent_words text, needed_before timestamptz,
        needed_before_words text, working_day boolean, opens numeric, closes numeric)
    ON CONFLICT (acknowledgement) DO NOTHING
    RETURNING intake_id INTO made;
    IF made IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO intake_children (
        intake_id, number, forename, surname, born_on, expected_on, age_words, sex, address, postcode, school, recorded_on)
    SELECT made, c.place, t.forename, t.surname, t.born_on, t.expected_on, t.age_words, t.sex, t.address, t.postcode,
        t.school, arrived::date
    FROM jsonb_array_elements(told->'children') WITH ORDINALITY AS c (child, place), jsonb_to_record(c.child) AS t (
        forename text, surname text, born_on date, expected_on date, age_words text, sex text, address text,
        postcode text, school text);
    INSERT INTO intake_adults (intake_id, name, relation, phone, same_household, worry, words, recorded_on)
    SELECT made, t.name, t.relation, t.phone, t.same_household, t.worry, t.words, arrived::date
    FROM jsonb_array_elements(told->'adults') AS a (adult), jsonb_to_record(a.adult) AS t (
        name text, relation text, phone text, same_household boolean, worry boolean, words text);
    -- What can't wait is on the first page of those who decide, and of whoever holds the front door out of hours, at once.
    -- The words say nothing of a child; of a sensitive contact only those who hold such work are told.
    IF (told->>'urgent')::boolean OR told->>'needed_before' IS NOT NULL THEN
        INSERT INTO access_notices (user_id, child_id, words, page, made_at)
        SELECT u.id, NULL, told->>'notice', replace(told->>'page', '~', made), received FROM access_users u
        WHERE u.is_active
            AND EXISTS (
                SELECT FROM access_roles_in_force f
                WHERE f.viewer_id = u.id AND 'screen_contact' = ANY (f.permissions)
                    AND (told->>'sensitive' IS NULL OR 'hold_sensitive' = ANY (f.permissions))
                    AND (f.reach = 'all' AND 'decide_contact' = ANY (f.permissions) OR u.worker_id IN (
                        SELECT o.worker_id FROM out_of_hours_holders o
                        WHERE o.gone_at IS NULL AND o.starts_at <= received AND received < o.ends_at)));
    END IF;
END
$$;
REVOKE ALL ON FUNCTION partner_form.take_in(jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION partner_form.take_in(jsonb, timestamptz) TO onechild_public;

-- Where the owner is no superuser, it must be a member of the role to take it on.
DO $$
BEGIN
    EXECUTE format('GRANT onechild_public TO %I', current_user);
EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN
    RAISE NOTICE 'grant onechild_public to the owner by hand: %', SQLERRM;
END
$$;
