"""What a visit may have been, as the record knows it: what is owed stands first, and what was planned is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.words import day, due
from onechild.service.record.models import DiaryEntry
from onechild.service.record.queries.due import due_for

# Which visit is owed under each clock; a clock that any visit meets says nothing of the kind.
OWED = {
    "child-protection-visit": "child_protection",
    "child-in-need-visit": "child_in_need",
    "step-down-visit": "child_in_need",
    "looked-after-visit": "looked_after",
    "requested-visit": "looked_after",
    "visit-after-notice": "looked_after",
    "private-fostering-first-visit": "private_fostering",
    "private-fostering-visit": "private_fostering",
    "care-leaver-contact": "care_leaver",
    "long-stay-visit": "stay",
    "custody-visit": "custody",
    "section-47-child-seen": "section_47",
}
LOOKS_BACK = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The kinds of visit, those owed first and by when; the plans that it may be; and whether they plan."""

    purposes: Sequence[tuple[str, str]]
    hints: Mapping[str, str] = field(default_factory=dict)
    planned: Sequence[tuple[str, str]] = ()
    plans_ahead: bool = False


def asked_of(child_ids: Sequence[str], *, worker_id: str | None, today: date) -> Asked:
    """This function will return what the form of a visit to these children offers: two queries."""
    hints: dict[str, str] = {}
    for one in due_for(child_ids, today=today):
        kind = OWED.get(one.clock)
        if kind and kind not in hints:
            hints[kind] = f"Owed: {due(one.due_on, today)}"
    kinds = [(one.code, one.label or one.code) for one in codeset("visit_purpose").codes]
    first = [kind for kind in hints if kind in dict(kinds)]
    return Asked(
        purposes=sorted(kinds, key=lambda one: first.index(one[0]) if one[0] in first else len(first)),
        hints=hints,
        planned=_planned(child_ids, worker_id, today),
        plans_ahead=worker_id is not None,
    )


def _planned(child_ids: Sequence[str], worker_id: str | None, today: date) -> list[tuple[str, str]]:
    """The worker's plans of the last two weeks for these children that nothing is written of."""
    if worker_id is None:
        return []
    waiting = DiaryEntry.objects.filter(
        child_id__in=child_ids, worker_id=worker_id, kind="visit", visit=None, cancelled_on=None
    ).filter(planned_on__lt=today, planned_on__gte=today - LOOKS_BACK)
    rounds = dict(waiting.order_by("-planned_on", "pk").values_list("round_id", "planned_on"))
    found = [(round_id, f"Yes, the one planned for {day(on, today, short=True)}") for round_id, on in rounds.items()]
    return [*found, ("no", "No")] if found else []
