-- The schema `silence`: the day that is looked at with its marks, and the functions that find what has not happened.
-- «…» is put in by silence_functions.py, most of it compiled from the one definition of the checks.

CREATE SCHEMA IF NOT EXISTS silence;
REVOKE ALL ON SCHEMA silence FROM PUBLIC;
CREATE TABLE IF NOT EXISTS silence.made_from (part text PRIMARY KEY, fingerprint text NOT NULL);
DROP TABLE IF EXISTS silence.moment CASCADE;
CREATE TABLE silence.moment («moment_columns»);
CREATE TABLE IF NOT EXISTS silence.asked (check_key text PRIMARY KEY);

CREATE OR REPLACE FUNCTION silence.look_on(marks jsonb) RETURNS void LANGUAGE plpgsql SET search_path = pg_temp AS
$function$
BEGIN
    DELETE FROM silence.moment;
    INSERT INTO silence.moment SELECT * FROM jsonb_populate_record(NULL::silence.moment, marks);
    -- A check whose needs no row meets is asked of nobody: its source does not tell such things.
    DELETE FROM silence.asked;
    INSERT INTO silence.asked
    «asked»;
END
$function$;

-- Of a few children, in one statement whose plan each connection keeps.
CREATE OR REPLACE FUNCTION silence.found_of(text[]) RETURNS TABLE («found_columns»)
LANGUAGE plpgsql «rights» SET plan_cache_mode = force_generic_plan AS
$function$
#variable_conflict use_column
BEGIN
    RETURN QUERY WITH «steps_of_a_few»
    «found»;
END
$function$;

-- Of all children. The record's own statistics may be those of empty tables; every join here has something to hash by.
CREATE OR REPLACE FUNCTION silence.found_of_all() RETURNS TABLE («found_columns»)
LANGUAGE plpgsql «rights» SET enable_nestloop = off SET work_mem = '64MB' AS
$function$
#variable_conflict use_column
BEGIN
    RETURN QUERY WITH «steps_of_all»
    «found»;
END
$function$;

-- Makes the list of these children what it should be on the day looked at: what is mended is gone from that day, what is
-- found is new from that day, and what stays keeps the day it was found. Nothing is done before a day was given.
CREATE OR REPLACE FUNCTION silence.renew(text[], OUT new_ones bigint, OUT gone_ones bigint)
LANGUAGE plpgsql «rights» SET plan_cache_mode = force_generic_plan AS
$function$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT FROM silence.moment) THEN
        RETURN;
    END IF;
    WITH today AS MATERIALIZED (SELECT day FROM silence.moment),
    looked AS MATERIALIZED (SELECT * FROM silence.found_of($1)),
    «merge_of_a_few»
END
$function$;

CREATE OR REPLACE FUNCTION silence.renew_all(OUT new_ones bigint, OUT gone_ones bigint)
LANGUAGE plpgsql «rights» SET enable_nestloop = off AS
$function$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT FROM silence.moment) THEN
        RETURN;
    END IF;
    WITH today AS MATERIALIZED (SELECT day FROM silence.moment),
    looked AS MATERIALIZED (SELECT * FROM silence.found_of_all()),
    «merge_of_all»
END
$function$;

REVOKE ALL ON FUNCTION silence.look_on(jsonb), silence.found_of(text[]), silence.found_of_all(), silence.renew(text[]),
    silence.renew_all() FROM PUBLIC;
