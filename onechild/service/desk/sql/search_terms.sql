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
SELECT linked_to_id, 'i:' || search_number(la_child_id) FROM children WHERE linked_to_id IS NOT NULL
UNION ALL
SELECT child_id, 'p:' || search_number(postcode) FROM addresses WHERE gone_at IS NULL AND postcode <> ''
UNION ALL
SELECT child_id, 'a:' || unnest(search_pairs(lines)) FROM addresses WHERE gone_at IS NULL;

-- Puts right the rows of these children, adults and workers; null is all of them. A word that nobody has any more stays.
CREATE FUNCTION search_renew_children(asked text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    DELETE FROM search_terms t
    WHERE t.kind = 'child' AND (asked IS NULL OR t.subject_id = ANY (asked)) AND NOT EXISTS (
        SELECT FROM children c WHERE c.child_id = t.subject_id AND c.gone_at IS NULL AND c.linked_to_id IS NULL);
    INSERT INTO search_terms AS kept (kind, subject_id, child_id, born_on, words)
    SELECT 'child', c.child_id, c.child_id, coalesce(c.born_on, c.expected_on), w.words
    FROM children c JOIN (
        SELECT child_id, array_agg(DISTINCT word) AS words FROM search_child_words
        WHERE asked IS NULL OR child_id = ANY (asked) GROUP BY child_id
    ) w USING (child_id)
    WHERE c.gone_at IS NULL AND c.linked_to_id IS NULL
    ON CONFLICT (kind, subject_id) DO UPDATE SET born_on = excluded.born_on, words = excluded.words
    WHERE (kept.born_on, kept.words) IS DISTINCT FROM (excluded.born_on, excluded.words);
    PERFORM search_learn('child', asked);
END
$$;

CREATE FUNCTION search_renew_adults(asked text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    DELETE FROM search_terms t
    WHERE t.kind = 'adult' AND (asked IS NULL OR t.subject_id = ANY (asked))
        AND NOT EXISTS (SELECT FROM adults a WHERE a.adult_id = t.subject_id AND a.gone_at IS NULL);
    INSERT INTO search_terms AS kept (kind, subject_id, born_on, words)
    SELECT 'adult', a.adult_id, a.born_on, array_agg(DISTINCT 'n:' || w.word)
    FROM adults a JOIN adult_names n ON n.adult_id = a.adult_id AND n.gone_at IS NULL,
        unnest(search_name_words(concat_ws(' ', n.forename, n.surname))) AS w (word)
    WHERE a.gone_at IS NULL AND (asked IS NULL OR a.adult_id = ANY (asked))
    GROUP BY a.adult_id
    ON CONFLICT (kind, subject_id) DO UPDATE SET born_on = excluded.born_on, words = excluded.words
    WHERE (kept.born_on, kept.words) IS DISTINCT FROM (excluded.born_on, excluded.words);
    PERFORM search_learn('adult', asked);
END
$$;

CREATE FUNCTION search_renew_workers(asked text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    INSERT INTO search_terms AS kept (kind, subject_id, words)
    SELECT 'worker', n.worker_id, array_agg(DISTINCT 'n:' || w.word)
    FROM worker_names n, unnest(search_name_words(n.name)) AS w (word)
    WHERE n.gone_at IS NULL AND (asked IS NULL OR n.worker_id = ANY (asked))
    GROUP BY n.worker_id
    ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words
    WHERE kept.words IS DISTINCT FROM excluded.words;
    PERFORM search_learn('worker', asked);
END
$$;

CREATE FUNCTION search_learn(of_kind text, asked text[]) RETURNS void LANGUAGE sql AS
$$
    INSERT INTO public.search_words (word, sound)
    SELECT word, public.dmetaphone(word) FROM (
        SELECT DISTINCT substr(w, 3) AS word FROM public.search_terms t, unnest(t.words) AS w
        WHERE t.kind = of_kind AND (asked IS NULL OR t.subject_id = ANY (asked)) AND w LIKE 'n:%'
    ) words
    ON CONFLICT DO NOTHING
$$;

-- ---- what a transaction touched is renewed once, when it ends ----

CREATE UNLOGGED TABLE search_stale (turn xid8, kind text, subject_id text, PRIMARY KEY (turn, kind, subject_id));
CREATE UNLOGGED TABLE search_turns (turn xid8 PRIMARY KEY);

CREATE FUNCTION search_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    before text := CASE TG_OP WHEN 'UPDATE' THEN format('UNION SELECT %I FROM before', TG_ARGV[1]) ELSE '' END;
    noted bigint;
BEGIN
    EXECUTE format('INSERT INTO search_stale SELECT pg_current_xact_id(), %L, id FROM ('
        'SELECT %I AS id FROM touched %s) t WHERE id IS NOT NULL GROUP BY id ON CONFLICT DO NOTHING',
        TG_ARGV[0], TG_ARGV[1], before);
    GET DIAGNOSTICS noted = ROW_COUNT;
    IF noted > 0 THEN
        INSERT INTO search_turns VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION search_take_turn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    PERFORM search_renew_now(NEW.turn);
    RETURN NULL;
END
$$;

-- Beyond so many of a kind, looking at all is quicker.
CREATE FUNCTION search_renew_now(of_turn xid8) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    many CONSTANT integer := 5000;
    stale record;
BEGIN
    FOR stale IN
        WITH taken AS (DELETE FROM search_stale WHERE turn = of_turn RETURNING kind, subject_id)
        SELECT kind, CASE WHEN count(*) <= many THEN array_agg(subject_id) END AS ids FROM taken GROUP BY kind
    LOOP
        CASE stale.kind
            WHEN 'child' THEN PERFORM search_renew_children(stale.ids);
            WHEN 'adult' THEN PERFORM search_renew_adults(stale.ids);
            ELSE PERFORM search_renew_workers(stale.ids);
        END CASE;
    END LOOP;
    DELETE FROM search_turns WHERE turn = of_turn;
END
$$;

CREATE CONSTRAINT TRIGGER search_turn AFTER INSERT ON search_turns
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_take_turn();

CREATE FUNCTION search_watch(watched text, kind text, key text) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('CREATE TRIGGER search_added AFTER INSERT ON %I REFERENCING NEW TABLE AS touched '
        'FOR EACH STATEMENT EXECUTE FUNCTION search_note(%L, %L)', watched, kind, key);
    EXECUTE format('CREATE TRIGGER search_changed AFTER UPDATE ON %I REFERENCING OLD TABLE AS before NEW TABLE AS touched '
        'FOR EACH STATEMENT EXECUTE FUNCTION search_note(%L, %L)', watched, kind, key);
    EXECUTE format('CREATE TRIGGER search_erased AFTER DELETE ON %I REFERENCING OLD TABLE AS touched '
        'FOR EACH STATEMENT EXECUTE FUNCTION search_note(%L, %L)', watched, kind, key);
END
$$;

SELECT search_watch(watched, 'child', 'child_id')
FROM unnest(ARRAY['children', 'child_names', 'identifiers', 'addresses']) AS watched;
SELECT search_watch('adults', 'adult', 'adult_id'), search_watch('adult_names', 'adult', 'adult_id'),
    search_watch('worker_names', 'worker', 'worker_id');

-- A link made or undone changes what the other record of the two is found by.
CREATE FUNCTION search_note_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    INSERT INTO search_stale SELECT pg_current_xact_id(), 'child', linked_to_id
    FROM (SELECT linked_to_id FROM touched UNION SELECT linked_to_id FROM before) t
    WHERE linked_to_id IS NOT NULL ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER search_linked AFTER UPDATE ON children REFERENCING OLD TABLE AS before NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION search_note_links();

REVOKE ALL ON FUNCTION search_renew_children(text[]), search_renew_adults(text[]), search_renew_workers(text[]),
    search_learn(text, text[]), search_renew_now(xid8) FROM PUBLIC;

-- What the record holds already.
SELECT search_renew_children(NULL), search_renew_adults(NULL), search_renew_workers(NULL);
