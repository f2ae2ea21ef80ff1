"""Says what a recorded visit came to: who was seen, which duty it met, and when the next is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onechild.service.govuk.words import day
from onechild.service.record.models import Visit
from onechild.service.record.queries.names import Head, joined
from onechild.service.record.queries.visits_met import Met


def sentences(visits: Sequence[Visit], met: Iterable[Met], named: Mapping[str, Head], *, today: date) -> list[str]:
    """This function will return "Kayden and Skye: this met the visit due Friday 27 November. The next is due ...".

    Children of whom the same is said stand together. One who was not seen meets no duty, and that is said.
    """
    told: dict[str, list[str]] = defaultdict(list)
    known = list(met)
    for visit in visits:
        if visit.child_id in named:
            told[_of(visit, known, today)].append(named[visit.child_id].first_name)
    return [f"{joined(names)}: {words}" for words, names in told.items()]


def _of(visit: Visit, met: Sequence[Met], today: date) -> str:
    if not visit.seen:
        return "not seen, so this meets no duty. What was due is still due."
    mine = [one for one in met if one.child_id == visit.child_id]
    return " ".join(_duty(one, today) for one in mine) or "seen. No visit was owed that this could meet."


def _duty(met: Met, today: date) -> str:
    late = (met.met_on - met.due_on).days
    when = f"{late} day{'' if late == 1 else 's'} late" if late > 0 else "in time"
    following = f" The next is due {day(met.next_due_on, today)}." if met.next_due_on else ""
    return f"this met the visit due {day(met.due_on, today)}, {when}.{following}"
