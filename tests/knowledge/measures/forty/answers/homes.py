"""Answers by hand: the council's foster homes, and children fostered privately."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

APPROVED = "Approved: h1, h2, h3, h4, h6 (5); h5 retired in October"
CERTIFICATES = (
    "Certificates last three years: h1 (May 2024), h3 (June 2025), h4 (February 2024), h6 (July 2025) are in date; "
    "h2's of 1 June 2022 ran out in 2025"
)
MEDICALS = (
    "Medicals last two years: h1 (May 2025), h4 (January 2026), h6 (July 2025) are in date, and h3, with none, by its "
    "approval in June 2025; h2's of 1 March 2024 ran out on 1 March"
)

ANSWERS: tuple[Answer, ...] = (
    Answer(
        "foster-carer-reviews-in-date",
        2,
        3,
        f"{APPROVED}. h3 and h6 were approved in the year and are owed none yet: 3. Reviewed within a year: h1 (12 May "
        "2025), h4 (2 February). h2's was due on 13 January.",
    ),
    Answer("foster-places", 8, None, "h1 2, h2 3, h4 2, h6 1: 8. h3 is connected; h5 has retired.", 8),
    Answer(
        "foster-places-filled",
        2,
        8,
        "In h1 c23, in h4 c28; h2 and h6 are empty. c25 is in h3, which is connected. 2 of the 8 places.",
        0.25,
    ),
    Answer(
        "temporary-approvals-past-16-weeks",
        1,
        1,
        "c25, in h3: approved for a time on 2 June 2025, extended on 22 September and open still. Sixteen weeks "
        "ended on 22 September.",
    ),
    Answer(
        "temporary-approvals-overdue",
        1,
        1,
        "c25: extended, 24 weeks from 2 June 2025 ended on 17 November.",
    ),
    Answer("foster-carer-checks-in-date", 4, 5, f"{APPROVED}. {CERTIFICATES}. {MEDICALS}. Both: all but h2."),
    Answer("foster-carer-certificates-in-date", 4, 5, f"{APPROVED}. {CERTIFICATES}."),
    Answer("foster-carer-medicals-in-date", 4, 5, f"{APPROVED}. {MEDICALS}."),
    Answer(
        "foster-carers-net-recruitment",
        1,
        None,
        "Approved in the year: h3 (2 June), h6 (1 August). Ended: h5 (1 October). 2 less 1.",
        1,
    ),
    Answer(
        "private-fostering-visits-in-time",
        0,
        1,
        "c07's arrangement, known from 3 November; c13's has ended. The first visit of 7 November was in time, and "
        "those of 15 December and 20 January; the next was due on 3 March and was not made.",
    ),
)
