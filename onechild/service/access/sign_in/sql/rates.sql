-- Counts one more within a window and says how many that makes. The counts need not outlive the server.
ALTER TABLE access_rate_counts SET UNLOGGED;

CREATE FUNCTION access_count_one(counted text, by_whom text, began timestamptz) RETURNS integer LANGUAGE sql AS
$$
    INSERT INTO access_rate_counts AS held ("of", whom, began_at, count) VALUES (counted, by_whom, began, 1)
    ON CONFLICT ("of", whom, began_at) DO UPDATE SET count = held.count + 1
    RETURNING count
$$;
