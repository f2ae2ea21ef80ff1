-- What the record's tables stand on: schemas, roles, keys, change-sets, and the functions that give a table its history
-- and its views. Applied by the first migration, before any table.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE SCHEMA IF NOT EXISTS history;   -- versions of rows that a later one took the place of
CREATE SCHEMA IF NOT EXISTS contract;  -- the standard tables, as they stand
CREATE SCHEMA IF NOT EXISTS known;     -- the standard tables, as they were known at onechild.known_at

-- The web's roles own nothing, so row-level security binds them. Whoever installs may have made them before.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'onechild_web') THEN
        CREATE ROLE onechild_web LOGIN NOINHERIT;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'onechild_public') THEN
        CREATE ROLE onechild_public LOGIN NOINHERIT;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;  -- another database of the same server was made in the same moment
END
$$;
GRANT USAGE ON SCHEMA public, history, contract TO onechild_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM onechild_public;

CREATE SEQUENCE record_keys;

CREATE FUNCTION record_new_key() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT 'oc:' || nextval('record_keys') $$;

CREATE FUNCTION record_new_child_id() RETURNS text LANGUAGE sql VOLATILE AS
$$ SELECT 'OC' || lpad(nextval('record_keys')::text, 8, '0') $$;

-- The number of the change-set that this transaction writes under.
CREATE FUNCTION record_change_set() RETURNS bigint LANGUAGE plpgsql STABLE AS
$$
DECLARE
    number text := current_setting('onechild.change_set', true);
BEGIN
    IF number IS NULL OR number = '' THEN
        RAISE EXCEPTION 'a write to the record needs a change-set' USING ERRCODE = 'check_violation';
    END IF;
    RETURN number::bigint;
END
$$;

-- A new version of a row belongs to the change-set in force, whoever wrote it and however.
CREATE FUNCTION record_number_version() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    NEW.change_set_id := record_change_set();
    NEW.edit_version := OLD.edit_version + 1;
    RETURN NEW;
END
$$;

-- The versions that a statement took the place of, kept whole.
CREATE FUNCTION record_keep_versions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
    columns text;
BEGIN
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
    FROM pg_attribute WHERE attrelid = TG_RELID AND attnum > 0 AND NOT attisdropped;
    EXECUTE format('INSERT INTO history.%I (%s) SELECT %s FROM replaced', TG_TABLE_NAME, columns, columns);
    RETURN NULL;
END
$$;

-- A row of the record is marked gone, never deleted; only the erasure that the law asks for takes rows away.
CREATE FUNCTION record_refuse_delete() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF current_setting('onechild.erasing', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'rows of % are marked gone, never deleted', TG_TABLE_NAME USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

-- Gives a table its history, or a new column's place in it. A history column is never dropped.
CREATE FUNCTION record_keep_history(kept text, key text) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    added record;
BEGIN
    EXECUTE format('CREATE TABLE IF NOT EXISTS history.%I ()', kept);
    FOR added IN
        SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type
        FROM pg_attribute a
        WHERE a.attrelid = format('public.%I', kept)::regclass AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
    LOOP
        EXECUTE format('ALTER TABLE history.%I ADD COLUMN IF NOT EXISTS %I %s', kept, added.attname, added.type);
    END LOOP;
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON history.%I (%I)', kept || '_versions', kept, key);
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('history.%I', kept)::regclass AND attname = 'child_id') THEN
        EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON history.%I (child_id)', kept || '_of_child', kept);
    END IF;
    EXECUTE format('CREATE OR REPLACE TRIGGER number_version BEFORE UPDATE ON public.%I '
        'FOR EACH ROW EXECUTE FUNCTION record_number_version()', kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER keep_versions AFTER UPDATE ON public.%I REFERENCING OLD TABLE AS replaced '
        'FOR EACH STATEMENT EXECUTE FUNCTION record_keep_versions()', kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER refuse_delete BEFORE DELETE OR TRUNCATE ON public.%I '
        'FOR EACH STATEMENT EXECUTE FUNCTION record_refuse_delete()', kept);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON public.%I TO onechild_web', kept);
    EXECUTE format('GRANT SELECT ON history.%I TO onechild_web', kept);
END
$$;

-- Gives a table its two contract views: as it stands, and as it was known at onechild.known_at.
CREATE FUNCTION record_make_views(kept text, key text, columns text[]) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    listed text := (SELECT string_agg(quote_ident(c), ', ') FROM unnest(columns) AS c);
    inner_listed text := (SELECT string_agg('v.' || quote_ident(c), ', ') FROM unnest(columns) AS c);
    joined text := CASE WHEN kept = 'children' THEN ' AND linked_to_id IS NULL' ELSE '' END;
    also text := CASE WHEN kept = 'children' THEN ', linked_to_id' ELSE '' END;
BEGIN
    EXECUTE format('DROP VIEW IF EXISTS contract.%I', kept);
    EXECUTE format('CREATE VIEW contract.%I WITH (security_invoker = true) AS '
        'SELECT %s FROM public.%I WHERE gone_at IS NULL%s', kept, listed, kept, joined);
    EXECUTE format('DROP VIEW IF EXISTS known.%I', kept);
    EXECUTE format('CREATE VIEW known.%I WITH (security_invoker = true) AS SELECT %s FROM ('
        'SELECT DISTINCT ON (v.%I) %s, v.gone_at%s FROM ('
        'SELECT %s, gone_at, change_set_id, edit_version%s FROM public.%I UNION ALL '
        'SELECT %s, gone_at, change_set_id, edit_version%s FROM history.%I) v '
        'JOIN public.change_sets c USING (change_set_id) '
        'WHERE c.took_effect_at <= current_setting(''onechild.known_at'')::timestamptz '
        'ORDER BY v.%I, c.took_effect_at DESC, v.edit_version DESC) known_rows WHERE gone_at IS NULL%s',
        kept, listed, key, inner_listed, CASE WHEN also = '' THEN '' ELSE ', v.linked_to_id' END,
        listed, also, kept, listed, also, kept, key, joined);
    EXECUTE format('GRANT SELECT ON contract.%I TO onechild_web', kept);
END
$$;
