-- The functions that keep the obligations of a family of subjects in step with the record: of children, or of all others.
-- «…» is put in by live_functions.py, most of it compiled from the one definition of the journey and the engine.

DROP FUNCTION IF EXISTS clocks.differences«others»(text[]);
DROP FUNCTION IF EXISTS clocks.uncounted«others»(text[]);

-- Of a few, in one statement whose plan each connection keeps: whoever fills tables analyses them after, so that
-- a plan made for empty ones is made again. Rows that stay as they are stay untouched.
CREATE OR REPLACE FUNCTION clocks.renew«others»(text[],
    OUT inserted bigint, OUT updated bigint, OUT deleted bigint, OUT complete boolean)
LANGUAGE plpgsql «rights» SET plan_cache_mode = force_generic_plan AS
$function$
#variable_conflict use_column
BEGIN
    WITH «steps_of_a_few»,
    clocks_kept AS MATERIALIZED (SELECT ctid AS place, «columns» FROM «table»
        WHERE subject_kind «of» AND «subject» = ANY($1)),
    «writes»
    SELECT «counts», «complete» INTO inserted, updated, deleted, complete;
END
$function$;

-- Of many, or with null of all: each step a table of this transaction with statistics of its own.
CREATE OR REPLACE FUNCTION clocks.work_out«others»(text[]) RETURNS void
LANGUAGE plpgsql «rights» SET work_mem = '64MB' SET enable_nestloop = on AS
$function$
BEGIN
    IF $1 IS NULL THEN
        -- The record's own statistics may be those of empty tables. Every join here has something to hash by.
        SET LOCAL enable_nestloop = off;
        «leaves_of_all»
    ELSE
        EXECUTE $step$CREATE TEMP TABLE clocks_asked_about ON COMMIT DROP AS
            SELECT DISTINCT asked_id FROM unnest($1) AS asked_id$step$ USING $1;
        ANALYZE clocks_asked_about;
        «leaves_of_many»
    END IF;
    «journey_steps»
    IF $1 IS NULL THEN
        «clocks_to_ask_of_all»
    ELSE
        «clocks_to_ask_of_many»
    END IF;
    «duty_steps»
END
$function$;

CREATE OR REPLACE FUNCTION clocks.clear_away«others»(of_all boolean) RETURNS void LANGUAGE plpgsql «rights» AS
$function$
BEGIN
    EXECUTE 'DROP TABLE «made»';
    IF of_all THEN
        EXECUTE 'DROP VIEW «leaves»';
    ELSE
        EXECUTE 'DROP TABLE «leaves», clocks_asked_about';
    END IF;
END
$function$;

-- What is kept is copied first: the planner takes a table that has just been filled for the empty one it was, and reads
-- it once for every row. Of all children it decides besides which clocks are asked, and holds other writers back until
-- its transaction ends: a write whose rows it saw has renewed its own child before, and any other will after.
CREATE OR REPLACE FUNCTION clocks.renew_many«others»(text[],
    OUT inserted bigint, OUT updated bigint, OUT deleted bigint, OUT complete boolean)
LANGUAGE plpgsql «rights» SET work_mem = '64MB' AS
$function$
BEGIN
    IF $1 IS NULL THEN
        LOCK TABLE «table» IN SHARE ROW EXCLUSIVE MODE;
        PERFORM clocks.work_out«others»(NULL);
        EXECUTE $step$UPDATE clocks.law_clocks c SET asked = NOT c.asked
            WHERE c.subject_kind «of» AND c.asked <> EXISTS (SELECT FROM clocks_asked a WHERE a.number = c.number)$step$;
        EXECUTE $step$CREATE TEMP TABLE clocks_kept ON COMMIT DROP AS SELECT ctid AS place, «columns» FROM «table»
            WHERE subject_kind «of»$step$;
        ANALYZE clocks_kept;
        EXECUTE $step$WITH «writes» SELECT «counts», true$step$ INTO inserted, updated, deleted, complete;
        EXECUTE 'ANALYZE «table»';
        INSERT INTO clocks.made_from
            SELECT 'obligations', string_agg(fingerprint, ' ' ORDER BY part) FROM clocks.made_from
            WHERE part IN ('functions', 'law')
            ON CONFLICT (part) DO UPDATE SET fingerprint = EXCLUDED.fingerprint;
    ELSE
        PERFORM clocks.work_out«others»($1);
        EXECUTE $step$CREATE TEMP TABLE clocks_kept ON COMMIT DROP AS SELECT ctid AS place, «columns» FROM «table»
            WHERE subject_kind «of» AND «subject» IN (TABLE clocks_asked_about)$step$;
        ANALYZE clocks_kept;
        EXECUTE $step$WITH «writes» SELECT «counts», «complete»$step$ INTO inserted, updated, deleted, complete;
    END IF;
    EXECUTE 'DROP TABLE clocks_kept';
    PERFORM clocks.clear_away«others»($1 IS NULL);
END
$function$;

-- What renew_many would change, which it does not: the rows as they should be, or as they are where none should be.
CREATE OR REPLACE FUNCTION clocks.differences«others»(text[]) RETURNS TABLE (difference text, «typed_columns»)
LANGUAGE plpgsql «rights» SET work_mem = '64MB' AS
$function$
#variable_conflict use_column
BEGIN
    LOCK TABLE «table» IN SHARE MODE;
    PERFORM clocks.work_out«others»($1);
    IF $1 IS NULL THEN
        EXECUTE $step$CREATE TEMP TABLE clocks_kept ON COMMIT DROP AS SELECT «columns» FROM «table»
            WHERE subject_kind «of»$step$;
    ELSE
        EXECUTE $step$CREATE TEMP TABLE clocks_kept ON COMMIT DROP AS SELECT «columns» FROM «table»
            WHERE subject_kind «of» AND «subject» IN (TABLE clocks_asked_about)$step$;
    END IF;
    ANALYZE clocks_kept;
    RETURN QUERY EXECUTE $step$«told»$step$;
    EXECUTE 'DROP TABLE clocks_kept';
    PERFORM clocks.clear_away«others»($1 IS NULL);
END
$function$;

-- Duties that are in no obligation because a day can't be counted: of these children, or with null of all.
CREATE OR REPLACE FUNCTION clocks.uncounted«others»(text[])
RETURNS TABLE (what text, subject_id text, child_id text, spell_id text, started_on date)
LANGUAGE plpgsql «rights» SET work_mem = '64MB' AS
$function$
#variable_conflict use_column
BEGIN
    PERFORM clocks.work_out«others»($1);
    RETURN QUERY EXECUTE $step$
        SELECT clock::text, subject_id::text, child_id::text, spell_id::text, started_on FROM «worked_out» WHERE due_on IS NULL
        UNION ALL
        SELECT kind::text, subject_id::text, child_id::text, spell_id::text, started_on FROM clocks_journey_spells
        WHERE started_on < «first_day» AND kind IN (SELECT starts FROM clocks_asked)$step$;
    PERFORM clocks.clear_away«others»($1 IS NULL);
END
$function$;

REVOKE ALL ON FUNCTION clocks.renew«others»(text[]), clocks.renew_many«others»(text[]), clocks.work_out«others»(text[]),
    clocks.differences«others»(text[]), clocks.uncounted«others»(text[]), clocks.clear_away«others»(boolean) FROM PUBLIC;
