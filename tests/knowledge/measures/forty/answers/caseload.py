"""Answers by hand: who holds how many cases, and who waits."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

HELD = (
    "Open lead allocations to workers: ana c01, c02, c06, c10 (4); ben c11, c16 (2); cat c12, c18, c19, c21 (4); "
    "dov c23, c24, c25, c28, c29 (5); fay c33, c34, c35, c36, c37 (5); ivy c13, c17, c20, c22 (4); "
    "joy c26, c27, c30, c38 (4): 28. eli is a manager, so c14 is apart"
)
TARGETS = (
    "The target is 4 for full time, and 0.9 of it, 3.6, in the first year. Holding and target: ana 4 and 4, ben (half "
    "time) 2 and 2, cat 4 and 4, dov 5 and 4, fay 5 and 4, ivy 4 and 4, joy (first year) 4 and 3.6. Over: dov, fay, joy"
)

ANSWERS: tuple[Answer, ...] = (
    Answer(
        "cases-held",
        28,
        None,
        f"{HELD}; c09 is on team A's list with no worker. c06's referral has ended, but ana's allocation has not.",
    ),
    Answer("average-caseload-per-worker", 28, 7, f"{HELD}. 28 by seven workers.", 4),
    Answer(
        "average-caseload-per-fte",
        28,
        6.5,
        f"{HELD}. Hours: six full time (ana, cat, dov, fay, ivy, joy) and ben half: 6.5. 28 by 6.5.",
        4.3077,
    ),
    Answer(
        "average-caseload-dfe",
        24,
        6.5,
        "Of the 28 cases held, fay's 5 fall out, for fay is a personal adviser, and eli's c14 comes in: 24. Hours "
        "of those who hold them: ana, cat, dov, eli, ivy, joy 1 each, ben 0.5: 6.5. hal leads no case. 24 by 6.5.",
        3.6923,
    ),
    Answer("workers-over-target", 3, 7, f"{TARGETS}."),
    Answer("number-of-workers-over-target", 3, 7, f"{TARGETS}."),
    Answer(
        "cases-unallocated",
        2,
        31,
        "c09 is on team A's list with no worker; c40 is in care and has no lead allocation at all. Out of these "
        "two, the 28 cases held and eli's c14: 31. c03, c04, c05, c07, c08, c15, c31, c32 and c39 have neither an "
        "allocation nor open work of these kinds.",
    ),
    Answer("cases-held-by-managers", 1, None, "eli, a team manager, holds c14; c07 was held to 1 August 2025."),
    Answer(
        "cases-held-by-absent-workers",
        4,
        None,
        "cat has been off sick since 16 March: c12, c18, c19, c21. ben's sickness and dov's leave ended in 2025.",
    ),
)
