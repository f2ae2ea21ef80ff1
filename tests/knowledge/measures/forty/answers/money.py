"""Answers by hand: what care costs a week, and children who come before the youth justice system."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

ANSWERS: tuple[Answer, ...] = (
    Answer(
        "weekly-cost-looked-after",
        1_000_000,
        469.285714,
        "The year's outturn is 1,000,000 pounds. Looked after on its last day: c23, c24, c25, c26, c27, c28, c29, c38, "
        "c40 (9), by 365 days, are 3,285 days or 469.29 weeks; c30 is in short breaks.",
        2130.898,
    ),
    Answer(
        "weekly-cost-residential",
        400_000,
        73.571429,
        "The outturn is 400,000 pounds. Days in children's homes (K2): c24 from 1 September 212, c27 from 2 June 303: "
        "515 days or 73.57 weeks. c30's home is a series of short breaks; c26's and c38's (K3) are supported living.",
        5436.8932,
    ),
    Answer(
        "weekly-cost-fostering",
        300_000,
        258.714286,
        "The outturn is 300,000 pounds. Days in foster homes (U codes) in the year: c23 365; c24 to 1 September "
        "153; c25 from 2 June 303; c26 to 8 September 160; c27 14 April to 2 June 49; c28 365; c29 to 2 February "
        "307; c32 3 November to 20 February 109: 1,811 days or 258.71 weeks.",
        1159.5803,
    ),
    Answer(
        "first-time-entrants",
        1,
        8000,
        "First on record in the year: c22, 17, on 15 September. c38's first was in February 2024. 1 by 8,000 "
        "children of 10 to 17, for 100,000.",
        12.5,
    ),
)
