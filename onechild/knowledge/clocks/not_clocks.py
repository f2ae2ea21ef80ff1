"""Rows of the reference's list that are no clocks: a rule, a schedule of an order, a ceiling; and what serves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NotAClock:
    """A row of the list, why no clock can stand for it, and what OneChild does instead."""

    reference: str
    title: str
    why: str
    serves: str


NOT_CLOCKS: tuple[NotAClock, ...] = (
    NotAClock(
        reference="CP-11",
        title="Child seen alone; bedroom seen",
        why="It is a rule of each visit, not a time: alone, from the age of four, at least every second visit, and the "
        "bedroom at least every second visit, by councils' procedures.",
        serves='Two checks, "not-seen-alone" and "bedroom-not-seen", which find children at whose last two visits it '
        "was not so; and each visit says it.",
    ),
    NotAClock(
        reference="LAC-28",
        title="Supported and unregulated accommodation",
        why="It is a prohibition, not a time: no child under 16 may be placed there, and since 28 October 2023 one of "
        "16 or 17 only where Ofsted has registered it.",
        serves='Two checks, "under-16-unregulated" and "unregistered-16-17", which look at the code of each placement, '
        "the child's age and the setting's number with Ofsted.",
    ),
    NotAClock(
        reference="HLT-05",
        title="Immunisations up to date",
        why="It is a state on a day, by the national schedule for the child's age, which OneChild does not hold.",
        serves='The check "immunisations", which finds children in care of whom the latest answer is no, or who have '
        "none; and the yearly answer of the SSDA903 in the figures.",
    ),
    NotAClock(
        reference="CL-08",
        title="In touch with a care leaver",
        why="It is a test on a day, not a duty with an end: whether the latest contact lies within three months of the "
        "day asked about, or, for the SSDA903, from three months before a birthday to one month after.",
        serves='The check "care-leaver-no-contact"; each answer as its source gives it, in the table of how care '
        "leavers live; and contact itself has a clock.",
    ),
    NotAClock(
        reference="WF-05",
        title="Rules for agency social workers",
        why="They are conditions on hiring (three years since qualifying, three months before agency work in the same "
        "region after leaving a council, four weeks' notice, a price cap, a return each quarter), not duties to a "
        "child or worker with a day of their own.",
        serves="Employments say who is agency and from when, and workers the day of qualifying; the workforce "
        "figures count them.",
    ),
)
