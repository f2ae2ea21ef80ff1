"""What is due in an assessed year, from the clocks: its reviews, and the closer supervision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from onechild.knowledge.clocks.rules.others.workforce import ASSESSED_YEAR_REVIEW, NEWLY_QUALIFIED_SUPERVISION
from onechild.service.govuk.parts import Duty
from onechild.service.record.models import Obligation

CLOCKS = {one.key: one for one in (ASSESSED_YEAR_REVIEW, NEWLY_QUALIFIED_SUPERVISION)}


def duties_of(worker_ids: Collection[str], *, today: date) -> dict[str, list[Duty]]:
    """This function will return what is owed now to each of these workers in their year, by worker: one query."""
    rows = Obligation.objects.filter(
        subject_kind="worker", subject_id__in=list(worker_ids), clock__in=list(CLOCKS), met_on=None, ended_on=None
    )
    found: dict[str, list[Duty]] = defaultdict(list)
    for row in rows.filter(started_on__lte=today).order_by("due_on", "clock"):
        clock = CLOCKS[row.clock]
        found[row.subject_id].append(Duty(what=clock.title, basis="guidance", why=str(clock.plain), due=row.due_on))
    return found


def kept_by() -> list[tuple[str, str]]:
    """The clocks of the year with where each comes from and how sure we are of it."""
    return [
        (clock.plain, f"{clock.source.title} ({clock.confidence.value}). {' '.join(clock.notes)}".strip())
        for clock in CLOCKS.values()
    ]
