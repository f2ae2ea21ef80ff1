-- What `/readyz` asks as the web's role, which may read neither the access log nor its seals.

GRANT SELECT ON django_migrations, procrastinate_workers TO onechild_web;

-- The moment of the oldest event of the access log without a seal; none where all are sealed.
CREATE FUNCTION running_unsealed_since() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$
    SELECT min(at) FROM access_events
    WHERE at >= coalesce((SELECT max(minute) + interval '1 minute' FROM access_log_seals), '-infinity')
$$;
REVOKE ALL ON FUNCTION running_unsealed_since() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION running_unsealed_since() TO onechild_web;
