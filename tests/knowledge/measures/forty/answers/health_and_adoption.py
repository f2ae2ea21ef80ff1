"""Answers by hand: the health and education of children in care and in need, and adoption."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

A_YEAR = "In care without a break since 31 March 2025 or longer: c23, c24, c26, c28, c29, c38 (6)"

HEALTH_AND_EDUCATION = (
    Answer(
        "initial-health-assessments-in-time",
        3,
        5,
        "Due in the year, 20 working days after coming into care: c25 30 June yes (25 June), c27 15 May no (10 June), "
        "c32 1 December yes (28 November), c38 7 April yes (that day), c40 31 December no (none): 5, of them 3.",
    ),
    Answer(
        "health-assessments-up-to-date",
        5,
        6,
        f"{A_YEAR}. Assessed in the year: c23, c26, c28, c38, and c29, who is one year old, twice. c24's was in "
        "January 2025.",
    ),
    Answer(
        "teeth-checked",
        3,
        6,
        f"{A_YEAR}. Teeth checked in the year: c23, c24, c26. c28's were in December 2024; c29 and c38 have no check.",
    ),
    Answer(
        "immunisations-up-to-date",
        4,
        6,
        f"{A_YEAR}. Up to date: c23, c24, c28, c29. c26's are not, and nothing is recorded of c38.",
    ),
    Answer(
        "questionnaires-scored",
        3,
        5,
        f"{A_YEAR}. Of 5 to 16: all but c29 (5). A score in the year: c23, c24, c28. c26 has a reason and no score, "
        "c38 nothing.",
    ),
    Answer(
        "average-strengths-and-difficulties-score",
        48,
        3,
        "The three with a score: c23 12, c24 21, c28 15. 12 + 21 + 15 = 48; 48 / 3 = 16.",
        16.0,
    ),
    Answer(
        "education-plans-this-term",
        5,
        8,
        "In care, of 3 to 17: c23, c24, c25 (3), c26, c27, c28, c38, c40 (3): 8; c29 is one. A plan since the spring "
        "term began on 5 January: c23, c25, c26, c27, c28. c24's is of November; c38 and c40 have none.",
    ),
    Answer(
        "education-plans-each-term",
        5,
        20,
        "Summer, due on 22 July: c23, c24, c26, c27, c28, c37, c38 (7), none made. Autumn, due on 19 December: the "
        "same seven; c24's made (20 November). Spring, due on 27 March: the same but c37, who left on 24 December "
        "(6); made for c23, c26, c27, c28. In all 20, made 0 + 1 + 4 = 5. c32 left before the spring term's day; c31 "
        "was four on the first day of autumn, and left before its last.",
    ),
    Answer(
        "persistent-absence-in-care",
        1,
        3,
        "Pupils of the school year to August 2025 in care from April 2024 to March 2025: c23, c24, c28 (3). c24 "
        "missed 60 of 380 (16 per cent); c23 missed 20, c28 missed 10. c26 and c38 came into care later, and c38 was "
        "not found; c37 is 17.",
    ),
    Answer(
        "attainment-8-in-care",
        24.5,
        1,
        "In care from April 2024 to March 2025, with a score: c37, 24.5. c26 came into care in February 2025.",
        24.5,
    ),
    Answer(
        "persistent-absence-in-need",
        1,
        1,
        "In need on 31 March 2025, on no plan and not in care, with a school year: c11, who missed 100 of 380 (26 per "
        "cent). c13, c20 and c27 were on plans, c23, c24, c26, c28, c37 and c38 in care; c18's referral came in "
        "August 2025.",
    ),
    Answer(
        "persistent-absence-on-plans",
        2,
        3,
        "On a plan on 31 March 2025 and not in care, with a school year: c13, c20, c27 (3). A tenth or more of 380 is "
        "38: c13 missed 40, c20 missed 38, c27 missed 20.",
    ),
    Answer(
        "ehc-plans-due-in-time",
        1,
        2,
        "Due in the year, 20 weeks from the request: c30 25 August yes (22 August), c08 29 September no (20 October). "
        "An exception applies to c39's.",
    ),
    Answer(
        "ehc-plans-in-20-weeks",
        1,
        2,
        "Made final in the year, no exception: c30's (22 August, due on 25 August) and c08's (20 October, due on 29 "
        "September). In 20 weeks: c30's.",
    ),
    Answer(
        "ehc-plans-in-20-weeks-with-exceptions",
        1,
        3,
        "Made final in the year: c30's, c08's and c39's (6 October; 20 weeks from 3 March are 21 July). In 20 weeks: "
        "c30's.",
    ),
)

ADOPTION = (
    Answer(
        "adoption-care-to-family-days",
        546,
        1,
        "Adopted in the year: c31. From 4 September 2023 to 3 March 2025: 366 days to 4 September 2024 and 180 more, "
        "546.",
        546.0,
    ),
    Answer(
        "adoption-care-to-family-days-three-years",
        546,
        1,
        "Adopted in the three years to the day: c31 alone, 546 days.",
        546.0,
    ),
    Answer(
        "adoption-order-to-match-days",
        231,
        1,
        "Adopted in the year: c31. From the placement order of 3 June 2024 to the match on 20 January 2025: 27 + 31 + "
        "31 + 30 + 31 + 30 + 31 + 20 = 231 days.",
        231.0,
    ),
    Answer(
        "waiting-for-adoption-over-a-year",
        0,
        1,
        "Waiting: c25 (1), for whom adoption was decided on 2 March 2026, under a year ago. c29, of whom it was "
        "decided on 10 March 2025, has been placed since 2 February.",
    ),
    Answer(
        "permanence-reports-current",
        1,
        1,
        "Plan of adoption and not placed: c25 (1); c29 is placed. c25's report was signed on 16 February, within six "
        "months.",
    ),
)

ANSWERS: tuple[Answer, ...] = HEALTH_AND_EDUCATION + ADOPTION
