"""The council's own standards as the record has them: what holds on a day, what is to come, what held before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from onechild.knowledge.clocks.local.named import LocalStandard, local_standards
from onechild.service.record.models import Setting
from onechild.service.record.queries.versions import versions

Stands = Literal["in_force", "to_come", "past", "withdrawn"]


@dataclass(frozen=True, kw_only=True)
class Set:
    """One number that the council set: from when to when (that day not included), why, and how it stands."""

    row: Setting
    standard: LocalStandard
    ended_on: date | None
    stands: Stands

    @property
    def words(self) -> str:
        """The number with its unit."""
        return self.standard.in_words(self.row.value)

    @property
    def whose(self) -> str:
        """Whom it is for, where that is not the whole council."""
        return self.row.team_id or self.row.role or ""


@dataclass(frozen=True, kw_only=True)
class Held:
    """A standard with all that was set of it, the newest first; `now` is what holds, None where the default does."""

    standard: LocalStandard
    rows: tuple[Set, ...]

    @property
    def now(self) -> Set | None:
        """What holds for the whole council."""
        return next((one for one in self.rows if one.stands == "in_force" and not one.whose), None)

    @property
    def to_come(self) -> tuple[Set, ...]:
        """What begins later, the next first."""
        return tuple(one for one in reversed(self.rows) if one.stands == "to_come")

    @property
    def in_words(self) -> str:
        """The number in force; nothing where none is set and there is no default."""
        if self.now:
            return self.now.words
        return "" if self.standard.default is None else self.standard.in_words(self.standard.default)


@dataclass(frozen=True)
class Change:
    """One change to a standard: when, by whom, and the words it was made with."""

    at: datetime
    by: str
    words: str


def held(*, today: date, setting: str = "") -> list[Held]:
    """This function will return every standard, or the one asked for, with all that was set of it: one query."""
    known = local_standards()
    wanted = [setting] if setting else list(known)
    rows = Setting.objects.filter(setting__in=wanted).order_by("-started_on", "-setting_id")
    by_setting: dict[str, list[Setting]] = {}
    for row in rows:
        by_setting.setdefault(row.setting, []).append(row)
    return [
        Held(standard=known[one], rows=tuple(_set(row, by_setting[one], known[one], today) for row in by_setting[one]))
        if one in by_setting
        else Held(standard=known[one], rows=())
        for one in wanted
    ]


def changes(rows: Sequence[Set]) -> list[Change]:
    """This function will return who set, ended and withdrew these, the newest first: a query a row."""
    found = {Change(one.at, one.by, one.words) for row in rows for one in versions(row.row)}
    return sorted(found, key=lambda one: one.at, reverse=True)


def _set(row: Setting, others: Sequence[Setting], standard: LocalStandard, today: date) -> Set:
    """A later one for the same people ends the one before, whatever its own row says."""
    alike = [
        one.started_on
        for one in others
        if (one.team_id, one.role) == (row.team_id, row.role) and one.started_on > row.started_on and not _empty(one)
    ]
    ends = [day for day in (row.ended_on, min(alike, default=None)) if day]
    ended_on = min(ends, default=None)
    return Set(row=row, standard=standard, ended_on=ended_on, stands=_stands(row, ended_on, today))


def _stands(row: Setting, ended_on: date | None, today: date) -> Stands:
    if _empty(row):
        return "withdrawn"
    if row.started_on > today:
        return "to_come"
    return "past" if ended_on and ended_on <= today else "in_force"


def _empty(row: Setting) -> bool:
    return row.ended_on is not None and row.ended_on <= row.started_on
