"""Who is in the workforce on a day, which posts are vacant, who began and who left: counted as the measures count.

Rows come from an extract or from the record; the arithmetic is that of `measures.rows.workforce`, and a test holds the
two together, so that a page, the census and a measure can't tell three stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Protocol

from onechild.knowledge.formats.workforce_census.codes import NOT_SOCIAL_WORKERS, STAYED
from onechild.knowledge.workdays.days import number_of

AGENCY = "agency"


class Dated(Protocol):
    """A spell."""

    @property
    def started_on(self) -> date | None:
        """From when; None where always."""

    @property
    def ended_on(self) -> date | None:
        """The day from which it no longer holds."""


def holds(spell: Dated, day: date) -> bool:
    """Whether a spell holds at the end of a day; an unknown start is taken as always there."""
    return (spell.started_on or date.min) <= day < (spell.ended_on or date.max)


@dataclass(frozen=True, kw_only=True)
class Engagement:
    """An employment: `fte` is None where hours are not recorded."""

    employment_id: str
    worker_id: str
    post_id: str | None
    employment_kind: str | None
    role: str | None
    fte: float | None
    end_reason: str | None
    started_on: date | None
    ended_on: date | None

    @property
    def agency(self) -> bool:
        """Whether the worker is an agency's."""
        return self.employment_kind == AGENCY

    @property
    def social_worker(self) -> bool:
        """Whether the role is a social worker's, as the census takes it; one that is not told is."""
        return self.role not in NOT_SOCIAL_WORKERS


@dataclass(frozen=True, kw_only=True)
class PostHeld:
    """A post of the establishment."""

    post_id: str
    team_id: str | None
    role: str | None
    fte: float | None
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, kw_only=True)
class Away:
    """An absence."""

    absence_id: str
    worker_id: str
    absence_kind: str | None
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, kw_only=True)
class Vacancy:
    """What of a post nobody in the council's employment fills, and what agency workers cover of that, in FTE."""

    post: PostHeld
    vacant: float
    covered: float


@dataclass(frozen=True)
class Rate:
    """So much out of so much; `value` is None where there is nothing to be out of."""

    part: float
    whole: float

    @property
    def value(self) -> float | None:
        """The share."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, kw_only=True)
class Workforce:
    """The rows that the workforce is counted from."""

    employments: tuple[Engagement, ...]
    posts: tuple[PostHeld, ...] = ()
    absences: tuple[Away, ...] = ()
    workers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> Workforce:
        """This function will return the workforce of tables of the contract, by name: rows as mappings."""
        return cls(
            employments=tuple(_made(Engagement, row) for row in tables.get("employments", ())),
            posts=tuple(_made(PostHeld, row) for row in tables.get("posts", ())),
            absences=tuple(_made(Away, row) for row in tables.get("absences", ())),
            workers={str(row["worker_id"]): row for row in tables.get("workers", ())},
        )

    def in_post(self, day: date) -> list[Engagement]:
        """Every employment that holds at the end of a day, of any role."""
        return [one for one in self.employments if holds(one, day)]

    def social_workers(self, day: date, *, agency: bool) -> list[Engagement]:
        """Employments of social workers at the end of a day: the agency's, or the council's own."""
        return [one for one in self.in_post(day) if one.social_worker and one.agency is agency]

    def agency_rate(self, day: date) -> Rate:
        """The full-time equivalent of agency social workers, out of that of all: the measure `agency-rate`."""
        hired, own = (_fte(self.social_workers(day, agency=kind)) for kind in (True, False))
        return Rate(hired, hired + own)

    def vacancies(self, day: date) -> list[Vacancy]:
        """Posts of social workers of which something is vacant at the end of a day."""
        own: dict[str, float] = defaultdict(float)
        hired: dict[str, float] = defaultdict(float)
        for one in self.in_post(day):
            if one.post_id:
                (hired if one.agency else own)[one.post_id] += one.fte or 0
        found = []
        for post in self.posts:
            if holds(post, day) and post.fte is not None and post.role not in NOT_SOCIAL_WORKERS:
                vacant = max(post.fte - own[post.post_id], 0.0)
                if vacant > 0:
                    found.append(Vacancy(post=post, vacant=vacant, covered=min(vacant, hired[post.post_id])))
        return found

    def vacancy_rate(self, day: date) -> Rate:
        """Vacant full-time equivalent out of it and of the council's own in post: the measure `vacancy-rate`."""
        vacant = sum(one.vacant for one in self.vacancies(day))
        return Rate(vacant, vacant + _fte(self.social_workers(day, agency=False)))

    def leavers(self, first: date, last: date) -> list[Engagement]:
        """Social workers' own employments that ended from one day to another, followed by no other of ours."""
        ended = [
            one
            for one in self.employments
            if one.social_worker and not one.agency and one.fte is not None and one.end_reason not in STAYED
            if one.ended_on and first <= one.ended_on <= last
        ]
        return [one for one in ended if not self._goes_on(one)]

    def starters(self, first: date, last: date) -> list[Engagement]:
        """Social workers' own employments that began in the time, and that follow none of our own."""
        began = [
            one
            for one in self.employments
            if one.social_worker and not one.agency and one.started_on and first <= one.started_on <= last
        ]
        return [one for one in began if not self.before(one)]

    def turnover(self, first: date, last: date) -> Rate:
        """Who left in the time out of who is in post on its last day: the measure `social-worker-turnover`."""
        return Rate(_fte(self.leavers(first, last)), _fte(self.social_workers(last, agency=False)))

    def conversions(self, first: date, last: date) -> list[Engagement]:
        """Agency employments that ended in the time because the worker became permanent."""
        ended = (one for one in self.employments if one.agency and one.end_reason == "became_permanent")
        return [one for one in ended if one.ended_on and first <= one.ended_on <= last]

    def newly_qualified(self, first: date, last: date) -> list[Engagement]:
        """Starters of the time who were in their first year on the day that they began."""
        return [one for one in self.starters(first, last) if self._first_year(one)]

    def days_lost(self, one: Engagement, first: date, last: date) -> float:
        """Working days of the time that an own employment lost to sickness that began within it."""
        lost = 0
        for away in self._sick.get(one.worker_id, ()):
            began = away.started_on or date.min
            if self._counted_under(away, began) is not one:
                continue
            start = max(began, first)
            over = min(away.ended_on or date.max, one.ended_on or date.max, last + timedelta(days=1))
            if over > start:
                lost += _before(over) - _before(start)
        return float(lost)

    def absent(self, worker_id: str, day: date) -> Away | None:
        """The absence of a worker at the end of a day, the longest if several."""
        found = [one for one in self.absences if one.worker_id == worker_id and holds(one, day)]
        return min(found, key=lambda one: one.started_on or date.min, default=None)

    def before(self, one: Engagement) -> Engagement | None:
        """The own employment of the same worker that an employment follows without a day between."""
        if one.started_on is None:
            return None
        for other in self._own.get(one.worker_id, ()):
            earlier = (other.started_on or date.min) < one.started_on
            if other is not one and earlier and (other.ended_on or date.max) >= one.started_on:
                return other
        return None

    def role_began(self, one: Engagement) -> date | None:
        """When the worker came into the council's employment, through changes of post and hours."""
        seen = {one.employment_id}
        while not one.agency and (earlier := self.before(one)) and earlier.employment_id not in seen:
            one = earlier
            seen.add(one.employment_id)
        return one.started_on

    def _first_year(self, one: Engagement) -> bool:
        until = self.workers.get(one.worker_id, {}).get("newly_qualified_to")
        return bool(until and one.started_on and until > one.started_on)

    def _goes_on(self, ended: Engagement) -> bool:
        over = ended.ended_on or date.max
        return any(
            other is not ended and (other.started_on or date.min) <= over < (other.ended_on or date.max)
            for other in self._own.get(ended.worker_id, ())
        )

    def _counted_under(self, away: Away, began: date) -> Engagement | None:
        """Of several employments that an absence began in, the first by its id: as the measure takes it."""
        held = (one for one in self._own.get(away.worker_id, ()) if one.social_worker and holds(one, began))
        return min(held, key=lambda one: one.employment_id, default=None)

    @cached_property
    def _own(self) -> dict[str, list[Engagement]]:
        found: dict[str, list[Engagement]] = defaultdict(list)
        for one in self.employments:
            if not one.agency:
                found[one.worker_id].append(one)
        return found

    @cached_property
    def _sick(self) -> dict[str, list[Away]]:
        found: dict[str, list[Away]] = defaultdict(list)
        for one in self.absences:
            if one.absence_kind == "sickness":
                found[one.worker_id].append(one)
        return found


def total_fte(rows: Iterable[Engagement]) -> float:
    """This function will return full-time equivalents added up; unknown hours add nothing."""
    return sum(one.fte or 0.0 for one in rows)


_fte = total_fte


def _before(day: date) -> int:
    """How many working days lie before a day."""
    return number_of(day - timedelta(days=1))


def _made(kind: Any, row: Mapping[str, Any]) -> Any:
    return kind(**{name: row[name] for name in kind.__dataclass_fields__})
