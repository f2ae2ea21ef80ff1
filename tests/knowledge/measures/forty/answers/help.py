"""The front door, assessment and children in need, counted by hand."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

RECEIVED = (
    "Received in the year, for 17 children: r01, r02, r06, r07, r08, r09, r10, r12, r14, r18, r19, r22, r25, r27, "
    "r30, r32, r39 (17); the others came before it"
)
AUTHORISED = "Authorised in the year: as01, as02, as06, as07, as12, as18, as19, as22, as39 (9)"
LONG = "c01 45, c02 59, c06 41, c07 22, c12 30, c18 30, c19 23, c22 39, c39 47"
OPEN_CASES = (
    "Referrals open: c01, c02, c09, c10, c11, c12, c13, c14 (8), c16 to c22 (7), c23 to c30 (8), c33 to c38 (6); and "
    "c40, in care with no referral"
)
ON_PLANS = "On a child in need plan and neither protected nor looked after: c01 (n01), c11 (n11), c13 (n13)"
ENDED = "Closed in the year: r06, r07, r31, r32, r39 (5); r08 ended in no further action and was no episode"

FRONT_DOOR = (
    Answer("contacts", 8, None, "k01, k02, k02b, k03, k04, k05, k08, k39; the two of c02 both count."),
    Answer("contacts-rate", 8, 20000, "The same 8 contacts: 8 ÷ 20,000 × 10,000 = 4.", 4),
    Answer(
        "contacts-decided-in-time",
        5,
        7,
        "Due the next working day. In time: k01 (3 June), k02b (a Friday's, decided on Monday 4 August), k03, k08, "
        "k39. Late: k02 (due 3 June, decided 5 June) and k05 (due 3 March, still undecided). k04 is left out: it is "
        "due on 1 April 2026. None of the children was open already.",
    ),
    Answer(
        "contacts-to-referrals",
        3,
        6,
        "Decided: k01, k02, k02b, k03, k08, k39; k04 and k05 are not. To be a referral: k01, k02b, k08.",
    ),
    Answer(
        "re-contacts-in-3-months",
        1,
        3,
        "Turned away, with three months gone by: k02 (to 2 September), k03 (to 1 December), k39 (to 12 August). c02 "
        "was heard of again on 1 August; c03 and c39 were not.",
    ),
    Answer(
        "early-help-stepped-up",
        1,
        2,
        "Ended: eh3 and eh39. c39 was referred on 15 September, the day it ended, and was open; c03 had no referral.",
    ),
    Answer("referrals", 17, None, f"{RECEIVED}."),
    Answer("referrals-rate", 17, 20000, "The same 17 referrals: 17 ÷ 20,000 × 10,000 = 8.5.", 8.5),
    Answer(
        "referrals-decided-in-time",
        16,
        17,
        "All 17 of the year fell due in it, the next working day; that of c38 fell due on 4 March 2025, before it. "
        "Only r02 was late: due on 5 August, decided on 8 August. r06, of a Friday, and r14, of a Sunday, were due on "
        "Monday.",
    ),
    Answer(
        "re-referrals-in-12-months",
        1,
        17,
        "Of the 17, two had one before. r06 (28 November 2025) came within a year of r06a (2 December 2024). r07 (1 "
        "July 2025) did not: r07a was of 2 June 2024, though it closed only in July.",
    ),
    Answer("referrals-no-further-action", 1, 17, "Of the 17, r08 alone."),
    Answer(
        "referrals-assessed-not-in-need",
        2,
        17,
        "Closed after assessment: r06 (RC8), r07 (RC9) and r39 (RC8). r39 is not counted, as c39 was on a protection "
        "plan under it; nor is r08, which had no assessment.",
    ),
    Answer("referrals-from-police", 8, 17, "Source 6: r02, r07, r08, r18, r19, r22, r27, r32."),
    Answer("referrals-from-schools", 4, 17, "Source 2A: r01, r06, r12, r30."),
    Answer(
        "referrals-from-health",
        3,
        17,
        "Sources 3A to 3F: r09, r10, r25. With police 8 and schools 4, that leaves r14 (1C) and r39 (5D).",
    ),
    Answer(
        "cases-opened-less-closed",
        11,
        None,
        f"Opened: the 17 referrals but r08, 16. {ENDED}. 16 - 5 = 11. c40 came into care with no referral and opens "
        "none.",
        11,
    ),
    Answer("cases-closed-per-opened", 5, 16, f"{ENDED}. Opened: the 17 referrals of the year but r08, 16."),
)

ASSESSMENT = (
    Answer(
        "assessments-in-45-working-days",
        7,
        9,
        f"{AUTHORISED}. Working days from the start: {LONG}. c01 is just in time; c02 and c39 are late.",
    ),
    Answer(
        "assessments-in-45-working-days-of-referral",
        6,
        15,
        "Due in the year, 45 working days after the referral: c01, c02, c06, c07, c12, c18, c19, c22, c39 and, never "
        "assessed, c25, c26, c27, c30, c32, c38 (15). Of c26 and c38 the referral came before the year. In time: c06, "
        "c07, c12, c18, c19, c22. Late: c01 (46 days), c02 (63), c39 (48) and the six undone. r08 asked for none; "
        "those of c09, c10 and c14 are due later; that of c21 was due on 6 March 2025.",
    ),
    Answer(
        "assessments-concluded-in-45-working-days-of-referral",
        6,
        9,
        f"{AUTHORISED}, each the first of its referral. From the referral: c01 46, c02 63, c06 42, c07 23, c12 31, c18 "
        "31, c19 24, c22 40, c39 48. Late: c01, c02, c39.",
    ),
    Answer(
        "open-assessments-past-45-working-days",
        1,
        3,
        "Open: as10 (due 9 April 2026), as14 (due 7 May) and as20 (due 9 March). Past it: as20.",
    ),
    Answer(
        "assessment-days",
        9,
        9,
        f"{LONG}. In order 22, 23, 30, 30, 39, 41, 45, 47, 59: the fifth of nine is 39.",
        39,
    ),
    Answer(
        "assessments-no-further-action",
        3,
        9,
        f"{AUTHORISED}. No further action: as02, as06, as39. as07 went to early help, as01 and as12 to a plan; of "
        "as18, as19 and as22 no outcome is written, nor that support was not needed.",
    ),
    Answer("assessments-child-seen", 8, 9, f"{AUTHORISED}. All but as06 say that the child was seen."),
    Answer(
        "assessments-child-seen-alone",
        1,
        9,
        f"{AUTHORISED}. c19 was seen alone on 17 February, between 20 January and 20 February. No visit to the others "
        "is on record in the time of their assessment.",
    ),
    Answer(
        "assessments-with-a-change",
        1,
        9,
        f"{AUTHORISED}. c12 went from gus to cat on 1 May, between 25 April and 10 June. c02 went from gus to ana on "
        "the day it was authorised, which does not count. c18, c19 and c22 got their first lead worker on the way: "
        "that is no change. No team has a new manager.",
    ),
    Answer("assessment-days-with-a-change", 1, 1, "as12 alone: 30 working days.", 30),
    Answer(
        "assessment-days-without-a-change",
        8,
        8,
        "All but as12: 22, 23, 30, 39, 41, 45, 47, 59. The two in the middle are 39 and 41: 40.",
        40,
    ),
    Answer("assessments-rate", 9, 20000, f"{AUTHORISED}: 9 ÷ 20,000 × 10,000 = 4.5.", 4.5),
    Answer("assessments-with-factors", 5, None, "as01, as02, as12, as18, as22; as06, as07, as19, as39 name none."),
    Answer(
        "assessment-factors",
        6,
        None,
        "3B of as01 and as02, 4B of as01, 1B of as12, 17A of as18, 16A of as22: six findings in five assessments.",
    ),
)

IN_NEED = (
    Answer("children-in-need", 30, None, f"{OPEN_CASES}: 8 + 7 + 8 + 6 + 1 = 30."),
    Answer("children-in-need-rate", 30, 20000, "The same 30: 30 ÷ 20,000 × 10,000 = 15.", 15),
    Answer(
        "children-in-need-only",
        14,
        None,
        "The 30, less 7 on a protection plan (c12, c16 to c21) and 9 looked after (c23 to c29, c38, c40). Left: c01, "
        "c02, c09, c10, c11, c13, c14, c22, c30, c33 to c37. c30 has short breaks under V4, which are no care here.",
    ),
    Answer("children-on-child-in-need-plans", 3, None, f"{ON_PLANS}. n12 and n21 have ended."),
    Answer(
        "child-in-need-visits-in-time",
        2,
        3,
        f"{ON_PLANS}, each for more than 20 working days. Last seen: c01 on 10 March (15 working days before), c13 on "
        "12 March (13), c11 on 20 February (27: not within 20).",
    ),
    Answer(
        "child-in-need-visits-in-own-interval",
        2,
        3,
        f"{ON_PLANS}; no plan has an interval of its own. The next visit is due for c01 on 9 April, for c13 on 13 "
        "April; for c11 it was due on 20 March.",
    ),
    Answer(
        "child-in-need-visits-due-in-time",
        2,
        7,
        "Each visit seen starts the next 20 working days. c01: due 4 September, seen 10 March, late. c11: due 20 "
        "March 2026, undone; the one before was due in 2023. c12: due 8 July, undone when n12 ended. c13: due 8 "
        "December, seen 20 November; due 18 December, seen 10 December; due 12 January, seen 12 March, late. c21: due "
        "30 June, undone when n21 ended. Seven, two of c13 in time.",
    ),
    Answer(
        "child-in-need-reviews-on-time",
        1,
        3,
        f"{ON_PLANS}. c13: due 22 December, held 15 December; due 15 March, held 10 March. c01: due 17 September, held "
        "4 November; the next, due 4 February, is not held. c11: due in April 2023, held 1 December 2025; the next, "
        "due 1 March, is not held.",
    ),
    Answer(
        "children-in-need-two-years",
        10,
        30,
        "Of the 30, open since 31 March 2024 or before: c11, c20, c23, c24, c28, c33, c34, c35, c36, c37.",
    ),
    Answer("child-in-need-plans-two-years", 1, 3, f"{ON_PLANS}. n11 is of 1 March 2023."),
    Answer(
        "children-in-need-ended-in-3-months",
        3,
        5,
        f"{ENDED}. Less than three months: r06 (28 November to 30 January), r07 (1 July to 1 August), r39 (15 "
        "September to 20 November). r32 lasted from 3 November to 20 February, r31 for over two years.",
    ),
    Answer(
        "protection-plans-stepped-down",
        2,
        3,
        "Ended in the year: x13, x21a, x27, x39; x27 is left out, as c27 became looked after. On the day they ended, "
        "x13 was followed by n13 and x21a by n21; x39 by none.",
    ),
    Answer(
        "step-downs-robust",
        1,
        2,
        "Stepped down: c13 on 10 November, c21 on 2 June. c13 was seen on 20 November (due 24 November) and reviewed "
        "on 15 December (due 22 December). c21 was reviewed on 1 September (due 14 July) and not seen.",
    ),
    Answer(
        "back-on-a-plan-in-12-months",
        1,
        2,
        "Plans whose twelve months ran out in the year: x19a (ended 3 March 2025) and x22a (ended 2 September 2024). "
        "c19 was on x19 from 10 February 2026, within them; c22 on none.",
    ),
    Answer(
        "back-on-a-plan-so-far",
        1,
        4,
        "Ended in the year: x13, x21a, x27, x39. c21 was on x21 from 6 October, four months after x21a.",
    ),
    Answer(
        "child-in-need-plans-stepped-up",
        1,
        3,
        "Plans whose six months ran out in the year: n01 (6 February), n12 (10 December), n21 (2 December); of n13 "
        "they run to May. c21 was on x21 on 6 October. c12 was on x12 only on 15 January, after its six months.",
    ),
)

ANSWERS: tuple[Answer, ...] = (*FRONT_DOOR, *ASSESSMENT, *IN_NEED)
