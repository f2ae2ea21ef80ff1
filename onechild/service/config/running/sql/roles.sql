-- The roles that a backup's permissions are granted to: a backup holds one database, and roles belong to a server.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'onechild_web') THEN
        CREATE ROLE onechild_web LOGIN NOINHERIT;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'onechild_public') THEN
        CREATE ROLE onechild_public LOGIN NOINHERIT;
    END IF;
END
$$;
