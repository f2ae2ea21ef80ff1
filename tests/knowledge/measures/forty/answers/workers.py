"""Answers by hand: the workforce, its supervision, and how often children change hands."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

CHANGED = (
    "With a lead worker now, and open on 31 March 2025 by an allocation, a plan, care or a referral: c11, c13, c16, "
    "c17, c20, c21, c23, c24, c26, c27, c28, c29, c33, c34, c35, c36, c37, c38 (18). Lead workers since: c16 ben "
    "and cat (1 change, ben coming back is none), c17 ben, cat, ivy (2), c21 ivy, cat (1), c26 dov, joy (1), c27 "
    "gus, dov, joy (2); the others one (0)"
)
IN_POST = (
    "In the council's employment: ana 1, ben 0.5, dov 1, eli 1, hal 0.5, ivy 1, joy 1: 6 full time; fay is an adviser"
)
VACANT = "Vacant: p3 (cat is agency), p7 (gus left), p11 (nobody), 1 each: 3"

ANSWERS: tuple[Answer, ...] = (
    Answer("changes-of-worker", 7, 18, f"{CHANGED}. 1 + 2 + 1 + 1 + 2 = 7, by 18.", 0.3889),
    Answer("two-or-more-changes-of-worker", 2, 18, f"{CHANGED}. Two or more: c17, c27."),
    Answer("agency-rate", 1, 7, f"{IN_POST}. Agency: cat 1; ivy's agency time ended in October. 1 of 6 and 1.", 0.1429),
    Answer("vacancy-rate", 3, 9, f"{VACANT}. {IN_POST}. 3 of 3 and 6.", 0.3333),
    Answer("vacancies-covered-by-agency", 1, 3, f"{VACANT}. cat covers p3: 1.", 0.3333),
    Answer(
        "social-worker-turnover",
        1,
        6,
        f"Left in the year: gus, 1, on 1 November. ivy only changed from agency to permanent. {IN_POST}.",
        0.1667,
    ),
    Answer(
        "sickness-absence",
        5,
        1518,
        "ben was away sick on 2, 3, 4, 5 and 6 June: 5 working days. cat is agency; dov was on leave. The year has 261 "
        "weekdays less 8 bank holidays: 253. 6 full time by 253 are 1,518.",
        0.0033,
    ),
    Answer("social-workers-in-post", 6, None, f"{IN_POST}, and cat is agency.", 6),
    Answer("newly-qualified-share", 1, 7, "Heads: ana, ben, dov, eli, hal, ivy, joy (7). In the first year: joy."),
    Answer("newly-qualified-share-of-hours", 1, 6, f"{IN_POST}. In the first year: joy, 1.", 0.1667),
    Answer(
        "newly-qualified-over-target", 1, 1, "joy holds 4 (c26, c27, c30, c38); nine tenths of a target of 4 is 3.6."
    ),
    Answer(
        "workers-supervised-in-time",
        3,
        8,
        "In post: ana, ben, dov, eli, fay, hal, ivy, joy (8); cat has been away for over two weeks, and gus left. "
        "In the four weeks since 3 March: ana (10 March), dov (20 March), joy (25 March; over six months into the "
        "first year, with a month allowed). ben's last was on 15 January; of eli, fay, hal and ivy none is told.",
    ),
    Answer(
        "cases-supervised-in-time",
        2,
        28,
        "Worked with, by a referral, care or leaving care, and past the first time: c01, c02, c10 (due on 30 "
        "March), c11, c12, c13, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c33, "
        "c34, c35, c36, c37, c38, c40 (28). c09 and c14 came in March and are not due. In time: c01 (10 March) and "
        "c23 (20 March), eight weeks each; c16's of 5 January is over the four weeks of a child on a plan.",
    ),
    Answer(
        "reviewing-officer-caseload",
        9,
        0.5,
        "Looked after: c23, c24, c25, c26, c27, c28, c29, c38, c40 (9); c30 is in short breaks. hal holds no child "
        "on a protection plan. hal, 0.5, is the only officer. 9 by 0.5.",
        18,
    ),
    Answer(
        "agency-to-permanent",
        1,
        2,
        "Agency on some day of the year: cat, and ivy to 1 October. Taken on that day by the council: ivy.",
    ),
)
