-- What the record keeps beside the schema `clocks`: that a rebuild was asked for, and who may do what.

CREATE TABLE clocks.rebuild_asked (asked_at timestamptz NOT NULL DEFAULT clock_timestamp());

CREATE FUNCTION record_ask_for_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_temp AS
$$
BEGIN
    INSERT INTO clocks.rebuild_asked DEFAULT VALUES;
END
$$;

-- What is asked for while a rebuild runs is not seen by it, and stays asked for.
CREATE FUNCTION record_rebuild_done() RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    DELETE FROM clocks.rebuild_asked;
END
$$;
REVOKE ALL ON FUNCTION record_rebuild_done() FROM PUBLIC;

CREATE FUNCTION record_rebuild_needed() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_temp AS
$$
DECLARE
    made_from text := (SELECT string_agg(fingerprint, ' ' ORDER BY part) FROM clocks.made_from
                       WHERE part IN ('functions', 'law'));
BEGIN
    RETURN EXISTS (SELECT FROM clocks.rebuild_asked)
        OR made_from IS DISTINCT FROM (SELECT fingerprint FROM clocks.made_from WHERE part = 'obligations');
END
$$;

GRANT USAGE ON SCHEMA clocks TO onechild_web;
GRANT EXECUTE ON FUNCTION clocks.renew(text[]) TO onechild_web;
GRANT SELECT ON public.obligations TO onechild_web;
