"""The day that silence is looked for on, and the days before which something should have happened."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta

import pyarrow as pa

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.clocks.local.caseloads import CASELOAD_STANDARDS
from onechild.knowledge.clocks.local.others import Other
from onechild.knowledge.clocks.local.silences import SILENCE_STANDARDS
from onechild.knowledge.clocks.model import OwnInterval, Standard, days, months, weeks
from onechild.knowledge.clocks.standards import InForce, versions
from onechild.knowledge.workdays.days import FIRST_DAY, OutsideCalendar
from onechild.knowledge.workdays.lengths import Length, Unit, add

_LOCAL: dict[str, Other] = {one.setting: one for one in (*SILENCE_STANDARDS, *CASELOAD_STANDARDS)}
_UNITS: dict[str, Unit] = {
    "week": "week",
    "working_day": "working_day",
    "birthday": "birthday",
}


def _own(setting: str) -> Standard:
    return Standard(setting, _UNITS[_LOCAL[setting].unit], int(_LOCAL[setting].default or 0))


def _turns(key: str) -> tuple[Length | Standard, ...]:
    """The lengths of the first, second and later turns of a clock where nothing special holds."""
    general = (rule for rule in clock(key).rules if rule.during is None)
    return tuple(length for rule in general for length in rule.lengths if not isinstance(length, OwnInterval))


_REVIEWS, _CONFERENCES = _turns("looked-after-review"), _turns("review-child-protection-conference")

# What began or happened before the mark has had this length, and it is over. A limit of the law is its clock's own.
LENGTHS: dict[str, Length | Standard] = {
    "visit_mark": _own("silence_visit_weeks"),
    "answer_mark": _own("silence_answer_weeks"),
    "no_plan_mark": _own("silence_no_plan_weeks"),
    "looks_back_mark": _own("silence_looks_back_weeks"),
    "explained_mark": _own("silence_explained_weeks"),
    "direction_mark": _own("silence_direction_weeks"),
    "step_down_mark": _turns("step-down-meeting")[0],
    "core_group_mark": _turns("first-core-group")[0],
    "placement_plan_mark": _turns("placement-plan")[0],
    "care_plan_mark": _turns("care-plan")[0],
    "settled_mark": _turns("initial-health-assessment")[0],
    "interview_mark": days(3),
    "contact_mark": months(3),
    "thirteen_weeks_mark": weeks(13),
    "first_review_mark": _REVIEWS[0],
    "second_review_mark": _REVIEWS[1],
    "later_review_mark": _REVIEWS[-1],
    "first_conference_mark": _CONFERENCES[0],
    "later_conference_mark": _CONFERENCES[-1],
}
# Who was born before the mark has reached the age.
AGES: dict[str, Length | Standard] = {
    "adviser_age_mark": _turns("personal-adviser")[0],
    "alone_age_mark": _own("silence_seen_alone_age"),
    "aged_16_mark": Length(16, "birthday"),
    "aged_18_mark": Length(18, "birthday"),
    "aged_21_mark": Length(21, "birthday"),
}
NAMES: tuple[str, ...] = ("day", *LENGTHS, *AGES)
SCHEMA = pa.schema([(name, pa.date32()) for name in NAMES])


def moment(day: date, standards: Iterable[InForce] = ()) -> dict[str, date]:
    """This function will return the day and its marks by name, with the council's own standards in force that day."""
    known = tuple(standards)
    marks = {name: before(day, _length(length, known, day)) for name, length in LENGTHS.items()}
    ages = {name: before(day + timedelta(days=1), _length(age, known, day)) for name, age in AGES.items()}
    return {"day": day, **marks, **ages}


def before(day: date, length: Length) -> date:
    """This function will return the first day from which the length does not end before `day`.

    What began before it has had the whole of its time: exactly, over month ends, holidays and 29 February. It is the
    first day of the calendar where the length reaches beyond that.
    """
    mark = _near(day, length)
    with suppress(OutsideCalendar):
        while add(mark, length) < day:
            mark += timedelta(days=1)
        while add(mark - timedelta(days=1), length) >= day:
            mark -= timedelta(days=1)
    return mark


def _near(day: date, length: Length) -> date:
    if length.unit == "birthday":
        return date(day.year - length.n, day.month, min(day.day, 28))
    try:
        return add(day, Length(-length.n, length.unit))
    except OutsideCalendar:
        return FIRST_DAY


def _length(length: Length | Standard, standards: tuple[InForce, ...], day: date) -> Length:
    if isinstance(length, Length):
        return length
    held = next(n for since, until, n in versions(length, standards) if since <= day < until)
    return Length(held, length.unit)
