"""Which rows the census of a year holds: social workers in post on 30 September, and those who left in its year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onechild.knowledge.formats.workforce_census.codes import (
    ABSENCE_OF,
    ETHNICITY_OF,
    REASON_OF,
    ROLE_OF,
)
from onechild.knowledge.formats.workforce_census.staff import Engagement, Workforce
from onechild.knowledge.workdays.years import year_bounds

Row = Mapping[str, Any]
NOT_COLLECTED = {"StartOrigin": "10", "LeaverDestination": "9", "ReasonLeave": "10"}
NOT_CASE_HOLDER, CASE_HOLDER = "6", "5"
A_WEEK = 7
SAID_ELSEWHERE = (
    "RecruitmentBonus, RetentionBonus, PerformanceAward, CarAllowance, RelocationPackage, RegionalWeighting, CostSWE, "
    "CostDBS, OtherAllowances, BaseSalary, RRPayments and OtherPayments are about pay, which OneChild does not keep: "
    "add them before it is sent."
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One CSWWWorker: `told` has its elements by name in the order of the layout; `worker_id` is ours, never sent."""

    worker_id: str
    employment_id: str
    in_post: bool
    agency: bool
    told: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Census:
    """The census of a year: its workers, and the three figures of the whole council."""

    year: int
    entries: tuple[Entry, ...]
    vacancies: float
    cover_fte: float
    cover_heads: int
    uncounted: Mapping[str, int] = field(default_factory=dict)  # holders of cases who are in no employment that day

    @property
    def day(self) -> date:
        """The census day."""
        return year_bounds(self.year, "workforce")[1]


def choose(
    workforce: Workforce,
    *,
    year: int,
    cases: Mapping[str, int],
    numbers: Mapping[str, str],
    details: Mapping[str, Row] | None = None,
    notes: Mapping[str, Row] | None = None,
) -> Census:
    """This function will choose the rows of the census of a year (2026: 1 October 2025 to 30 September 2026).

    `cases` are the children whose lead each worker was on 30 September; `numbers` the Social Work England numbers by
    worker; `details` (by worker) and `notes` (by employment) what the census asks of people, where it is kept.
    """
    first, day = year_bounds(year, "workforce")
    known = _Known(workforce, first, day, cases, numbers, details or {}, notes or {})
    here = [one for one in workforce.in_post(day) if one.social_worker]
    counted: set[str] = set()
    entries = []
    for one in sorted(here, key=lambda one: (one.agency, one.worker_id, -(one.fte or 0), one.employment_id)):
        entries.append(known.entry(one, in_post=True, counts_cases=one.worker_id not in counted))
        counted.add(one.worker_id)
    gone = sorted(workforce.leavers(first, day), key=lambda one: (one.worker_id, one.employment_id))
    entries += [known.entry(one, in_post=False, counts_cases=False) for one in gone]
    vacant = workforce.vacancies(day)
    posts = {one.post.post_id for one in vacant}
    cover = [one for one in workforce.in_post(day) if one.agency and one.post_id in posts]
    employed = {one.worker_id for one in workforce.in_post(day)}
    return Census(
        year=year,
        entries=tuple(entries),
        vacancies=sum(one.vacant for one in vacant),
        cover_fte=sum(one.covered for one in vacant),
        cover_heads=len({one.worker_id for one in cover}),
        uncounted={key: number for key, number in cases.items() if key not in employed and number},
    )


@dataclass(frozen=True)
class _Known:
    workforce: Workforce
    first: date
    day: date
    cases: Mapping[str, int]
    numbers: Mapping[str, str]
    details: Mapping[str, Row]
    notes: Mapping[str, Row]

    def entry(self, one: Engagement, *, in_post: bool, counts_cases: bool) -> Entry:
        """One worker's row; what is not known is left out, or told by the census's own code for it."""
        person, note = self.details.get(one.worker_id, {}), self.notes.get(one.employment_id, {})
        held = self.cases.get(one.worker_id, 0) if counts_cases else 0
        began = self.workforce.role_began(one)
        told: dict[str, str | None] = {
            "AgencyWorker": "1" if one.agency else "0",
            "SWENo": _number(self.numbers.get(one.worker_id)),
            "FTE": _six(one.fte),
            "PersonBirthDate": _day(person.get("born_on")),
            "Sex": person.get("sex") or None,
            "Ethnicity": _ethnicity(person.get("ethnicity")),
            "QualLevel": person.get("qualification_level") or None,
            "StepUpGrad": _route(person, "step_up"),
            "OrgRole": person.get("organisation_role") or self._role(one, held),
            "RoleStartDate": _day(began),
            "StartOrigin": self._origin(one, began, note),
            "RoleEndDate": None if in_post else _day(one.ended_on),
            "LeaverDestination": None
            if in_post
            else note.get("leaver_destination") or NOT_COLLECTED["LeaverDestination"],
            "ReasonLeave": None if in_post else note.get("reason_leave") or self._reason(one),
            "FTE30": _six(one.fte) if in_post else None,
            "Cases30": str(held) if in_post else None,
        }
        told |= self._time(one, in_post=in_post)
        told["FrontlineGrad"] = _route(person, "frontline")
        told |= self._absence(one, in_post=in_post)
        said = {name: value for name, value in told.items() if value is not None}
        return Entry(
            worker_id=one.worker_id, employment_id=one.employment_id, in_post=in_post, agency=one.agency, told=said
        )

    def _role(self, one: Engagement, held: int) -> str:
        return ROLE_OF.get(one.role or "", CASE_HOLDER if held else NOT_CASE_HOLDER)

    def _origin(self, one: Engagement, began: date | None, note: Row) -> str | None:
        """Asked of those who began in the year."""
        if one.agency or began is None or not self.first <= began <= self.day:
            return None
        return note.get("start_origin") or NOT_COLLECTED["StartOrigin"]

    def _reason(self, one: Engagement) -> str:
        return REASON_OF.get(one.end_reason or "", NOT_COLLECTED["ReasonLeave"])

    def _time(self, one: Engagement, *, in_post: bool) -> dict[str, str | None]:
        if one.agency:
            began = one.started_on
            weeks = (self.day - began).days / A_WEEK if began and in_post else None
            return {"ContractWeeks": None if weeks is None else f"{weeks:.1f}"}
        return {"WorkingDaysLost": f"{self.workforce.days_lost(one, self.first, self.day):.2f}"}

    def _absence(self, one: Engagement, *, in_post: bool) -> dict[str, str | None]:
        if not in_post or one.agency:
            return {}
        away = self.workforce.absent(one.worker_id, self.day)
        return {
            "Absat30Sept": "1" if away else "0",
            "ReasonAbsence": ABSENCE_OF.get(away.absence_kind or "other", "OTH") if away else None,
        }


def _number(number: str | None) -> str | None:
    """As DfE takes it: two letters. Councils write SWE before the figures as often as SW."""
    plain = "".join((number or "").split()).upper()
    return (f"SW{plain[3:]}" if plain.startswith("SWE") else plain) or None


def _six(number: float | None) -> str | None:
    return None if number is None else f"{number:.6f}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _ethnicity(code: str | None) -> str:
    return ETHNICITY_OF.get(code or "", code or "") or "NOBT"


def _route(person: Row, route: str) -> str | None:
    """Told only where the route is known."""
    return ("1" if person["route"] == route else "0") if person.get("route") else None
