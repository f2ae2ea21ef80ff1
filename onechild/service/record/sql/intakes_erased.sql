-- What was told at the front door goes with the child it was about: when the last child linked to a contact is erased, the
-- contact goes with all that belongs to it. While it is about another child as well, only the erased child's part goes.

CREATE FUNCTION record_erase_intakes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    place text;
    emptied text[];
BEGIN
    IF current_setting('onechild.erasing', true) IS DISTINCT FROM 'on' THEN
        RETURN NULL;
    END IF;
    DELETE FROM history.intake_children h USING gone_rows g WHERE h.intake_child_id = g.intake_child_id;
    emptied := ARRAY(
        SELECT DISTINCT g.intake_id FROM gone_rows g
        WHERE NOT EXISTS (SELECT FROM intake_children c WHERE c.intake_id = g.intake_id AND c.child_id IS NOT NULL));
    IF emptied = '{}' THEN
        RETURN NULL;
    END IF;
    FOREACH place IN ARRAY ARRAY['intake_children', 'intake_adults', 'intake_moves', 'partner_checks', 'intakes'] LOOP
        EXECUTE format('DELETE FROM public.%I WHERE intake_id = ANY ($1)', place) USING emptied;
        EXECUTE format('DELETE FROM history.%I WHERE intake_id = ANY ($1)', place) USING emptied;
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER erase_intakes AFTER DELETE ON intake_children REFERENCING OLD TABLE AS gone_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_erase_intakes();
