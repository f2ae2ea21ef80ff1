-- What a search looks in: one row for each child, adult and worker, with the words that they can be found by. A word
-- says what it is: n:hewlett (name), i:9000007919 (number), p:ZZ35DL (postcode), a:70 kiln (two words of an address that
-- stand together). Renewed when the transaction that changed a name, number or address ends, for those it touched.

CREATE TABLE search_terms (
    kind text NOT NULL CHECK (kind IN ('child', 'adult', 'worker')),
    subject_id text NOT NULL,
    child_id text,
    born_on date,
    words text[] NOT NULL,
    PRIMARY KEY (kind, subject_id),
    CHECK ((kind = 'child') = (child_id IS NOT NULL))
);
CREATE INDEX search_terms_words ON search_terms USING gin (words);
CREATE INDEX search_terms_born_on ON search_terms (born_on);

-- Every word of a name that there is, by how it sounds: misspelt names are looked up here, and then exactly.
CREATE TABLE search_words (word text PRIMARY KEY, sound text NOT NULL);
CREATE INDEX search_words_sound ON search_words (sound);
CREATE INDEX search_words_begin ON search_words (word text_pattern_ops);
CREATE INDEX search_words_spelling ON search_words USING gin (word gin_trgm_ops);

CREATE FUNCTION search_plain(words text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT lower(public.unaccent(regexp_replace(coalesce(words, ''), '[''’`´]', '', 'g'))) $$;

-- The words of a name; a name in two parts is found by either and by both together.
CREATE FUNCTION search_name_words(name text) RETURNS text[] LANGUAGE sql STABLE AS
$$
    SELECT coalesce(array_agg(DISTINCT w), '{}') FROM (
        SELECT regexp_split_to_table(public.search_plain(name), '[^[:alnum:]]+') AS w
        UNION ALL
        SELECT replace((regexp_matches(public.search_plain(name), '[[:alnum:]]+-[[:alnum:]]+', 'g'))[1], '-', '')
    ) words WHERE w <> ''
$$;

-- Neighbouring words of an address: "70 kiln", "kiln way".
CREATE FUNCTION search_pairs(lines text) RETURNS text[] LANGUAGE sql STABLE AS
$$
    SELECT coalesce(array_agg(w[n] || ' ' || w[n + 1]), '{}')
    FROM (SELECT array_remove(regexp_split_to_array(public.search_plain(lines), '[^[:alnum:]]+'), '') AS w) split,
        generate_series(1, cardinality(w) - 1) AS n
$$;

CREATE FUNCTION search_number(value text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT upper(regexp_replace(value, '[^[:alnum:]]', '', 'g')) $$;

-- ---- the words of each kind, as the record has them now ----

CREATE VIEW search_child_words AS
SELECT child_id, 'n:' || unnest(search_name_words(concat_ws(' ', forename, surname))) AS word FROM child_names
WHERE gone_at IS NULL
UNION ALL
SELECT child_id, 'i:' || search_number(value) FROM identifiers WHERE gone_at IS NULL
UNION ALL
SELECT child_id, 'i:' || search_number(child_id) FROM children
UNION ALL
SELECT child_id, 'i:' || search_number(la_child_id) FROM children
UNION ALL
SELECT child_id, 'p:' || search_number(postcode) FROM addresses WHERE gone_at IS NULL AND postcode <> ''
UNION ALL
SELECT child_id, 'a:' || unnest(search_pairs(lines)) FROM addresses WHERE gone_at IS NULL;

-- Puts right the rows of these children, adults and workers; null is all of them.
CREATE FUNCTION search_renew(children_asked text[], adults_asked text[], workers_asked text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF children_asked IS NULL OR cardinality(children_asked) > 0 THEN
        DELETE FROM search_terms t
        WHERE t.kind = 'child' AND (children_asked IS NULL OR t.child_id = ANY (children_asked))
            AND NOT EXISTS (SELECT FROM children c WHERE c.child_id = t.child_id AND c.gone_at IS NULL AND c.linked_to_id IS NULL);
        INSERT INTO search_terms AS kept (kind, subject_id, child_id, born_on, words)
        SELECT 'child', c.child_id, c.child_id, coalesce(c.born_on, c.expected_on), array_agg(DISTINCT w.word)
        FROM children c JOIN search_child_words w USING (child_id)
        WHERE c.gone_at IS NULL AND c.linked_to_id IS NULL
            AND (children_asked IS NULL OR c.child_id = ANY (children_asked))
        GROUP BY c.child_id
        ON CONFLICT (kind, subject_id) DO UPDATE SET born_on = excluded.born_on, words = excluded.words
        WHERE (kept.born_on, kept.words) IS DISTINCT FROM (excluded.born_on, excluded.words);
    END IF;
    IF adults_asked IS NULL OR cardinality(adults_asked) > 0 THEN
        DELETE FROM search_terms t
        WHERE t.kind = 'adult' AND (adults_asked IS NULL OR t.subject_id = ANY (adults_asked))
            AND NOT EXISTS (SELECT FROM adults a WHERE a.adult_id = t.subject_id AND a.gone_at IS NULL);
        INSERT INTO search_terms AS kept (kind, subject_id, born_on, words)
        SELECT 'adult', a.adult_id, a.born_on, array_agg(DISTINCT 'n:' || w.word)
        FROM adults a JOIN adult_names n ON n.adult_id = a.adult_id AND n.gone_at IS NULL,
            unnest(search_name_words(concat_ws(' ', n.forename, n.surname))) AS w(word)
        WHERE a.gone_at IS NULL AND (adults_asked IS NULL OR a.adult_id = ANY (adults_asked))
        GROUP BY a.adult_id
        ON CONFLICT (kind, subject_id) DO UPDATE SET born_on = excluded.born_on, words = excluded.words
        WHERE (kept.born_on, kept.words) IS DISTINCT FROM (excluded.born_on, excluded.words);
    END IF;
    IF workers_asked IS NULL OR cardinality(workers_asked) > 0 THEN
        INSERT INTO search_terms AS kept (kind, subject_id, words)
        SELECT 'worker', n.worker_id, array_agg(DISTINCT 'n:' || w.word)
        FROM worker_names n, unnest(search_name_words(n.name)) AS w(word)
        WHERE n.gone_at IS NULL AND (workers_asked IS NULL OR n.worker_id = ANY (workers_asked))
        GROUP BY n.worker_id
        ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words
        WHERE kept.words IS DISTINCT FROM excluded.words;
    END IF;
    INSERT INTO search_words (word, sound)
    SELECT DISTINCT substr(w, 3), dmetaphone(substr(w, 3)) FROM search_terms t, unnest(t.words) AS w
    WHERE w LIKE 'n:%' AND (t.kind <> 'child' OR children_asked IS NULL OR t.subject_id = ANY (children_asked))
        AND (t.kind <> 'adult' OR adults_asked IS NULL OR t.subject_id = ANY (adults_asked))
        AND (t.kind <> 'worker' OR workers_asked IS NULL OR t.subject_id = ANY (workers_asked))
    ON CONFLICT DO NOTHING;
END
$$;
REVOKE ALL ON FUNCTION search_renew(text[], text[], text[]) FROM PUBLIC;
