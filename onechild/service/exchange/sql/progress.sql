-- How far a load is, written through a connection of its own, so that pages can show it while the load's transaction
-- is open. Whoever holds the right to load is the only one: any other that is called running was killed.

CREATE FUNCTION exchange_load_began(asked bigint) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE loads SET state = 'failed', ended_at = clock_timestamp(),
        message = 'it was stopped before it was done; nothing of it was kept, and it can be run again'
    WHERE state = 'running' AND load_id <> asked;
    UPDATE loads SET state = 'running', started_at = clock_timestamp(), moved_at = clock_timestamp(),
        ended_at = NULL, message = '', table_now = '', rows_done = 0
    WHERE load_id = asked;
END
$$;

CREATE FUNCTION exchange_load_moved(asked bigint, table_at text, done bigint, total bigint) RETURNS void
LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE loads SET table_now = table_at, rows_done = done, rows_total = total, moved_at = clock_timestamp()
    WHERE load_id = asked;
END
$$;

REVOKE ALL ON FUNCTION exchange_load_began(bigint), exchange_load_moved(bigint, text, bigint, bigint) FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON loads TO onechild_web;
GRANT SELECT ON load_tables TO onechild_web;
