"""Works out what the templates of the parts show: words of dates, lengths of bars, addresses. Tables: tables.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.http import HttpRequest, QueryDict

from onechild.service.govuk import words
from onechild.service.govuk.parts import Duty, Happening, Load

Part = TypeVar("Part")
BASES = {"law": "Law.", "guidance": "Guidance.", "local": "Local standard.", "promise": "Promise."}


def as_part(kind: type[Part], given: Part | Mapping[str, Any]) -> Part:
    """This function will return the part, made from a mapping with its names where that was given."""
    return kind(**given) if isinstance(given, Mapping) else given


@dataclass(frozen=True)
class DrawnDuty:
    """A duty with its words of time and of law."""

    duty: Duty
    basis: str
    when: str
    note: str
    late: bool


def drawn_duty(duty: Duty, today: date) -> DrawnDuty:
    """This function will return the duty with when it is due in words; what the view said itself goes before."""
    basis = BASES.get(duty.basis, "")
    if duty.when or duty.due is None:
        return DrawnDuty(duty, basis, duty.when, duty.note, duty.late)
    parts = words.due_parts(duty.due, today)
    return DrawnDuty(duty, basis, parts.when, duty.note or parts.note, duty.late or parts.late)


@dataclass(frozen=True)
class DrawnLoad:
    """A bar in hundredths of its width: held up to the target, held beyond it, and the target."""

    within: str
    beyond: str
    target: str
    held: str
    words: str


def drawn_load(load: Load) -> DrawnLoad:
    """This function will return where a load bar's parts begin and end, and its words for those who can't see it."""
    scale = max(load.scale, load.held, load.target) or 1
    within, beyond = min(load.held, load.target), max(load.held - load.target, 0)
    said = f"{beyond:.1f} over" if beyond else f"room for {load.target - load.held:.1f}"
    return DrawnLoad(
        within=_share(within, scale),
        beyond=_share(beyond, scale) if beyond else "",
        target=_share(load.target, scale * 1.01),
        held=f"{load.held:.1f}",
        words=f"of {load.target:.1f}, {said}",
    )


@dataclass(frozen=True)
class DrawnHappening:
    """A thing of a timeline with its date in words."""

    item: Happening
    date: str


def happenings(items: Iterable[Happening], today: date) -> list[DrawnHappening]:
    """This function will return the items with short dates; the year stands on the first and wherever it changes."""
    drawn, year = [], None
    for item in items:
        said = f"{item.on.day} {item.on:%b}" + ("" if item.on.year == year else f" {item.on.year}")
        drawn.append(DrawnHappening(item, said))
        year = item.on.year
    return drawn


def query_with(request: HttpRequest | None, **changes: object) -> str:
    """This function will return the address's query with some of it changed, or left out where the change is None."""
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}%"
