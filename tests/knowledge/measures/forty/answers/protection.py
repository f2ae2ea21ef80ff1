"""Child protection and quality, counted by hand."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

ON_PLANS = "On a plan: c12, c16, c17, c18, c19, c20, c21 (7)"
STARTED = "Started in the year: x12, x18, x19, x21, x39 (5)"
ENDED = "Ended in the year: x13, x21a, x27, x39 (4)"
HELD = "Held in the year: cf12, cf18, cf19, cf21, cf22 (5)"
RESOLVED = "All three were resolved in the year"

ENQUIRIES = (
    Answer("enquiries-rate", 6, 20000, "q08, q12, q18, q19, q21, q22: 6 ÷ 20,000 × 10,000 = 3.", 3),
    Answer("enquiries-to-conference", 5, 6, "Completed: the same six. A conference followed from all but q08."),
    Answer("initial-conferences-rate", 5, 20000, f"{HELD}: 5 ÷ 20,000 × 10,000 = 2.5.", 2.5),
    Answer(
        "conferences-in-15-working-days",
        4,
        5,
        "Due 15 working days after the strategy discussion. c18: due 27 October, held 24 October. c19: due 16 "
        "February, held 10 February. c21: due and held 6 October. c22: due 24 November, held 21 November. c12: due 8 "
        "January, held 15 January, late. For c08 none was required from 10 October, before it was due.",
    ),
    Answer(
        "conferences-held-in-15-working-days",
        4,
        5,
        f"{HELD}. Working days from the strategy discussion: c12 20, c18 14, c19 11, c21 15, c22 14. Only c12 is late.",
    ),
    Answer("conferences-to-plan", 4, 5, f"{HELD}. Only that of c22 made none."),
    Answer(
        "conferences-child-took-part",
        4,
        5,
        f"{HELD}, and of these the record says how the child took part; of the reviews it says nothing. c18 and c22 "
        "were there (PN1), c12 and c21 briefed an advocate (PN5), c19 neither came nor sent word (PN7).",
    ),
    Answer(
        "grave-concerns-discussed-in-time",
        1,
        2,
        "Genital mutilation became known of c19 on Friday 23 January, due and discussed on Monday 26 January; of c09 "
        "on Friday 20 March, due on Monday 23 March, never discussed.",
    ),
    Answer(
        "genital-mutilation-reported-in-time",
        1,
        2,
        "Due the next working day: c19 on 26 January, reported that day; c09 on 23 March, reported on 24 March.",
    ),
)

PLANS = (
    Answer("children-on-plans", 7, None, f"{ON_PLANS}."),
    Answer("children-on-plans-rate", 7, 20000, f"{ON_PLANS}: 7 ÷ 20,000 × 10,000 = 3.5.", 3.5),
    Answer("plans-started-rate", 5, 20000, f"{STARTED}: 5 ÷ 20,000 × 10,000 = 2.5.", 2.5),
    Answer(
        "second-or-subsequent-plans",
        3,
        5,
        f"{STARTED}. c18 had x18a in 2019, c19 had x19a, c21 had x21a; c12 and c39 had none.",
    ),
    Answer(
        "second-plans-within-2-years",
        2,
        5,
        f"{STARTED}. x19 came 11 months after x19a, x21 four months after x21a; x18 six years after x18a.",
    ),
    Answer("plans-two-years-current", 1, 7, f"{ON_PLANS}. x20 is of 20 March 2023; the others began after March 2024."),
    Answer(
        "plans-two-years-ended",
        1,
        4,
        f"{ENDED}. x27 lasted from 1 February 2023 to 14 April 2025; no other two years.",
    ),
    Answer(
        "plans-ended-in-3-months",
        1,
        4,
        f"{ENDED}. x39 lasted from 1 October to 20 November, x21a over four months, the others longer.",
    ),
    Answer(
        "children-on-plans-reviewed-in-time",
        3,
        5,
        "Left out are c12 (first review due 15 April 2026) and c19 (10 May). c16, c18 and c20: every review in time. "
        "c17: the second, due 19 March 2025, was held on 15 April. c21: the first, due 6 January, was held on 20 "
        "January.",
    ),
    Answer(
        "review-conferences-due-in-time",
        6,
        8,
        "In time: c16, due 18 September and 16 March (held 16 September, 12 March); c17, due 15 October (held 14 "
        "October); c18, due 24 January (held 22 January); c20, due 16 June and 16 December (held 16 June, 15 "
        "December). Late: c21, due 6 January, held 20 January; and under x21a due 20 April, undone when that plan "
        "ended on 2 June. The first of x39 was not due before it ended; that of x13 was due in February 2025.",
    ),
    Answer(
        "children-on-plans-seen-alone",
        4,
        7,
        f"{ON_PLANS}, all four or older: c17 turned four on 2 February. Seen alone on the latest day they were seen: "
        "c16, c18, c20, and c19 on 17 February (on 17 March she was not seen at all). Not alone: c12, c17, c21.",
    ),
    Answer("children-on-plans-never-seen", 0, None, f"{ON_PLANS}. Each was seen under it at least once."),
    Answer(
        "core-groups-on-time",
        1,
        7,
        f"{ON_PLANS}, each past its first core group. c12: due 29 January, held 28 January; due 11 March, held 10 "
        "March. c17: the first, due 4 July 2024, was held on 10 July. c19: none held, due 24 February. c16, c18, c20, "
        "c21: the first was in time, but the latest came more than six weeks after the one before.",
    ),
    Answer("children-on-plans-looked-after", 0, 7, f"{ON_PLANS}. None of them is looked after."),
    Answer(
        "children-on-plans-three-workers",
        1,
        7,
        f"{ON_PLANS}. From 1 April 2025 c17 had ben, cat and ivy. c16 had ben, cat and ben again, which are two; c12 "
        "had gus and cat, c21 ivy and cat, the others one.",
    ),
    Answer(
        "plans-by-category",
        7,
        None,
        "By the latest category: neglect c12 and c16; emotional c17, c20 and c21; physical c18; sexual c19.",
    ),
)

QUALITY = (
    Answer(
        "audits-good-or-better",
        2,
        4,
        "au1 good; au2 good before moderation and requires improvement after it; au3 requires improvement; au4 "
        "outstanding. Good or better: au1, au4.",
    ),
    Answer(
        "audit-actions-on-time",
        1,
        3,
        "Asked for by audits and due in the year: dr1 (done 20 July, due 31 July), dr2 (done 10 October, due 30 "
        "September) and dr3 (undone, due 28 February). dr4 was asked for in supervision.",
    ),
    Answer(
        "complaints-answered-in-time",
        1,
        2,
        "co1: due 20 May, answered 16 May. co2: due 15 September, answered 20 October. co3 is left out: due 15 April "
        "2026.",
    ),
    Answer(
        "allegations-resolved-in-1-month",
        1,
        3,
        f"{RESOLVED}: al1 25 days after the report; al2 was due on 2 August, resolved on 15 September; al3 due on 1 "
        "November, resolved on 27 February.",
    ),
    Answer(
        "allegations-resolved-in-3-months",
        2,
        3,
        f"{RESOLVED}: al1 in time; al2 too (due 2 October); al3 not (due 1 January).",
    ),
    Answer(
        "allegations-due-in-1-month",
        1,
        3,
        "Due on 2 July (al1), 2 August (al2) and 1 November (al3). By then only al1 was resolved.",
    ),
)

ANSWERS: tuple[Answer, ...] = (*ENQUIRIES, *PLANS, *QUALITY)
