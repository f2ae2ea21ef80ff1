"""Answers by hand: advisers, pathway plans, and how care leavers live."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

BIRTHDAYS = (
    "Former relevant, and 19, 20 or 21 in the year: c33 (19 on 15 June), c34 (20 on 30 November), c35 (19 on 10 "
    "February), c36 (21 on 1 September): 4, each with an answer on the birthday itself. c37 only turned 18"
)

ANSWERS: tuple[Answer, ...] = (
    Answer(
        "personal-adviser-by-16",
        1,
        2,
        "Became entitled in the year: c26, 16 on 1 May 2025 and in care for 13 weeks (91 days from 3 February) on 5 "
        "May; c38, 16 on 1 December 2025. c26 had fay from 28 April; c38 had her from 15 December only. c37 became "
        "entitled at 16 in December 2023; c22 and c07, over 16, are not in care.",
    ),
    Answer(
        "personal-adviser-by-15",
        1,
        4,
        "Turned 15 in the year with 13 weeks in care since 14: c23 (20 January), c27 (10 October). Were 15 already "
        "and reached the 13 weeks in the year: c26 (5 May), c38 (9 June, 91 days from 10 March). Only c26 had an "
        "adviser by that day.",
    ),
    Answer(
        "pathway-plans-in-date",
        4,
        7,
        "16 or over and entitled: c26, c33, c34, c35, c36 (21, still recorded as former relevant), c37, c38 (7). Made "
        "or reviewed in the six months before: c26 (15 December), c33 (8 December), c35 (3 November), "
        "c37 (12 January): 4. Not: c34 (2 June 2025), c36 (August 2024); c38 has no plan, due on 1 March 2026.",
    ),
    Answer(
        "pathway-needs-assessments-in-time",
        2,
        2,
        "Due in the year: c26 on 5 August 2025 (three months after 5 May), assessed on 20 July; c38 on 1 March 2026, "
        "assessed on 20 February. c37's was due in March 2024.",
    ),
    Answer(
        "care-leavers-in-suitable-accommodation",
        2,
        4,
        f"{BIRTHDAYS}. Suitable: c33, c35. c34's is not; c36's home is not known and he is not in touch, so he counts, "
        "as not suitable.",
    ),
    Answer("care-leavers-in-work-or-study", 2, 4, f"{BIRTHDAYS}. In education, training or work: c33 (F1), c35 (F4)."),
    Answer("care-leavers-not-in-work-or-study", 1, 4, f"{BIRTHDAYS}. Not: c34 (G5). c36's activity is not known."),
    Answer("care-leavers-not-in-touch", 1, 4, f"{BIRTHDAYS}. Not in touch and activity not known: c36."),
    Answer(
        "care-leavers-seen-in-time",
        2,
        4,
        "Former relevant and 18 to 20: c33, c34, c35, c37 (4); c36 is 21. Seen in the eight weeks to 31 March, so "
        "since 3 February: c33 (10 March), c37 (2 March). c34 was last seen on 5 January; c35 was telephoned, which is "
        "not seeing her.",
    ),
    Answer(
        "staying-put",
        2,
        2,
        "19 or 20 in the year, and in a foster home to the 18th birthday: c33, c35; of c34 no foster home is told. "
        "Both live with the former foster carer (Z).",
    ),
    Answer(
        "staying-put-at-18",
        0,
        1,
        "Three months past 18 in the year: c35 on 10 May 2025, c37 on 24 March 2026; c37 is told of no foster home. Of "
        "c35 nothing was recorded between 10 February and 10 June 2025, so she counts as not.",
    ),
    Answer("care-leavers-in-higher-education", 1, 4, f"{BIRTHDAYS}. In higher education: c33 (F1)."),
)
