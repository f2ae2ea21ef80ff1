-- Who else is filling in the same form: names and since when, never a word of it.
--
-- A draft is its writer's own by the policy of its table, so this asks as the owner, and answers only to a viewer who may see
-- the child whom the form is about; of a form about no child, only where it is about a contact that the viewer may open.
CREATE FUNCTION drafts_others(asked_kind text, public_id text, asked_about text, since timestamptz)
    RETURNS TABLE (name text, began_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
BEGIN
    IF coalesce(access_viewer(), 0) = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT u.name::text, coalesce(d.began_at, d.saved_at)
    FROM drafts d JOIN access_users u ON u.id = d.user_id LEFT JOIN children c ON c.child_id = d.child_id
    WHERE d.kind = asked_kind AND d.about = asked_about AND coalesce(c.la_child_id, '') = public_id
        AND d.saved_at >= since AND d.user_id <> access_viewer()
        AND CASE WHEN d.child_id IS NOT NULL THEN may_see(d.child_id)
            ELSE may_open_intake(split_part(asked_about, '/', 1)) END
    ORDER BY 2, 1
    LIMIT 5;
END
$$;
REVOKE ALL ON FUNCTION drafts_others(text, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drafts_others(text, text, text, timestamptz) TO onechild_web;
