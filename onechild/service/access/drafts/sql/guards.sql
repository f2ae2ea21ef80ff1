-- A draft is its writer's own, and only as long as they may see the child whom it is about.
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_drafts ON drafts
    USING (user_id = nullif(current_setting('onechild.viewer', true), '')::bigint
        AND (child_id IS NULL OR may_see(child_id)))
    WITH CHECK (user_id = nullif(current_setting('onechild.viewer', true), '')::bigint
        AND (child_id IS NULL OR may_see(child_id)));

-- A parked form is put down by nobody signed in, counted and cleared by anyone, and opened by its owner: what it holds is
-- sealed, and the query that opens it names the owner.
GRANT SELECT, INSERT, DELETE ON parked_forms TO onechild_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO onechild_web;
GRANT USAGE ON SEQUENCE drafts_id_seq, parked_forms_id_seq TO onechild_web;
