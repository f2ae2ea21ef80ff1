-- Adds one sending of a form to its month. The web may call it and read the counts, and may write nothing else of them.

CREATE FUNCTION burden_count_sending(sent_form text, in_month date, span integer, questions text[], given boolean[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    INSERT INTO form_months AS f (form, month, sent, spans, left_open)
    VALUES (sent_form, in_month, 0, array_fill(0, ARRAY[16]), 0) ON CONFLICT (form, month) DO NOTHING;
    UPDATE form_months f SET sent = f.sent + 1, left_open = f.left_open + (span IS NULL)::integer,
        spans = (SELECT array_agg(many + (number - 1 IS NOT DISTINCT FROM span)::integer ORDER BY number)
                 FROM unnest(f.spans) WITH ORDINALITY AS one (many, number))
    WHERE f.form = sent_form AND f.month = in_month;
    INSERT INTO question_months AS q (form, question, month, asked, answered)
    SELECT sent_form, one.question, in_month, 1, one.given::integer FROM unnest(questions, given) AS one (question, given)
    ON CONFLICT (form, question, month) DO UPDATE SET asked = q.asked + 1, answered = q.answered + excluded.answered;
END
$$;
REVOKE ALL ON FUNCTION burden_count_sending(text, date, integer, text[], boolean[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION burden_count_sending(text, date, integer, text[], boolean[]) TO onechild_web;
