-- Run once, as PostgreSQL's own superuser, before the first start: psql -f deploy/roles.sql
-- Then give each a password with \password, or let them in by certificate or peer. onechild owns the tables;
-- onechild_web and onechild_public own nothing, so that row-level security binds them.

CREATE ROLE onechild LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE ROLE onechild_web LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
CREATE ROLE onechild_public LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
GRANT onechild_web, onechild_public TO onechild;
CREATE DATABASE onechild OWNER onechild ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT, TEMPORARY ON DATABASE onechild FROM PUBLIC;
GRANT CONNECT ON DATABASE onechild TO onechild_web, onechild_public;

-- The server's own log is no place for what a failed statement held.
ALTER SYSTEM SET log_min_messages = 'log';
ALTER SYSTEM SET log_error_verbosity = 'terse';
SELECT pg_reload_conf();
