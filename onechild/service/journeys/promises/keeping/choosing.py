"""What the forms of a promise offer: where it can have been said, and what on the record can show that it was kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from onechild.service.access.viewer import Viewer
from onechild.service.govuk.words import date_only
from onechild.service.record.models import (
    Audit,
    CaseNote,
    Child,
    Conference,
    Document,
    Hearing,
    LookedAfterReview,
    StepTaken,
    Supervision,
    Visit,
)
from onechild.service.record.models.fields import code_in_words

MOST = 12
_SAID_BY: dict[str, tuple[str, ...]] = {
    "supervision": ("supervise", "approve_work"),
    "oversight": ("supervise", "approve_work"),
    "audit": ("audit_work",),
    "review": ("chair_conference", "raise_challenge"),
    "conference": ("chair_conference", "raise_challenge"),
    "panel": (),
    "court": (),
}
"""Who says such things; a panel's or a court's words are written down by anybody who may give a direction."""


def sources(viewer: Viewer) -> list[tuple[str, str]]:
    """This function will return where the viewer can have said it, or heard it said, by code and in words."""
    found = [key for key, needs in _SAID_BY.items() if not needs or any(map(viewer.may, needs))]
    return [(key, code_in_words("direction_source", key)) for key in found]


def rows_said_in(child: Child, *, today: date) -> list[tuple[str, str]]:
    """This function will return the latest rows in which it can have been said, as "conference:key" and in words."""
    return sorted(_said_in(child, today), key=lambda one: one[1])


def evidence(child: Child, *, since: date) -> list[tuple[str, str]]:
    """This function will return what was written of the child since a day, as "visit:key" and in words."""

    def latest(model: Any, **more: Any) -> Any:
        return model.objects.filter(child=child, happened_on__gte=since, **more).order_by("-happened_on")[:MOST]

    found: list[tuple[date, str, str]] = [
        *((row.happened_on, f"visit:{row.pk}", "Visit") for row in latest(Visit, seen=True)),
        *((row.happened_on, f"note:{row.pk}", f"Note: {row.subject}") for row in latest(CaseNote, removed_on=None)),
        *(
            (row.happened_on, f"document:{row.pk}", f"Document: {row.title}")
            for row in latest(Document, removed_on=None)
        ),
        *((row.happened_on, f"step:{row.pk}", code_in_words("step", row.step)) for row in latest(StepTaken)),
    ]
    found.sort(key=lambda one: (one[0], one[1]), reverse=True)
    return [(key, f"{words}, {date_only(on)}") for on, key, words in found]


def _said_in(child: Child, today: date) -> Iterator[tuple[str, str]]:
    kinds: tuple[tuple[str, Any, str], ...] = (
        ("supervision", Supervision, "Supervision"),
        ("audit", Audit, "Audit"),
        ("review", LookedAfterReview, "Looked-after review"),
        ("conference", Conference, "Conference"),
        ("court", Hearing, "Hearing"),
    )
    for kind, model, words in kinds:
        rows = model.objects.filter(child=child, happened_on__lte=today).order_by("-happened_on")[:3]
        for row in rows:
            yield f"{kind}:{row.pk}", f"{words}, {date_only(row.happened_on)}"
