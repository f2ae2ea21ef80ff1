-- The schema `clocks` and the law as tables; live.sql has the functions.

CREATE SCHEMA IF NOT EXISTS clocks;
REVOKE ALL ON SCHEMA clocks FROM PUBLIC;
CREATE TABLE IF NOT EXISTS clocks.made_from (part text PRIMARY KEY, fingerprint text NOT NULL);
«law_tables»
