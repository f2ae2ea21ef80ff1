"""Figures of the little council, worked out once for the tests that read them, and taken away after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from onechild.knowledge.measures.model import Measure
from tests.service.conftest import TODAY

SIX = datetime(2026, 11, 21, 6, tzinfo=UTC)
MONTHS = 13


@pytest.fixture(scope="session")
def worked_out(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Every measure as at today and at thirteen month ends."""
    from onechild.service.exchange.figures.computing import compute

    with django_db_blocker.unblock():
        compute(as_at=TODAY, now=SIX, months=MONTHS)
    yield
    with django_db_blocker.unblock():
        forget()


@pytest.fixture
def holder(worked_out: None) -> str:
    """A worker with children, and figures of `again` with them: nobody in the little council holds a case."""
    from onechild.service.exchange.figures.computing import compute
    from tests.service.people import a_worker_with_children

    worker = a_worker_with_children()
    compute(as_at=TODAY, now=SIX, months=1, measures=again())
    return worker


def again() -> list[Measure]:
    """The measures that a test works out again: all two hundred take too long for each test."""
    from onechild.knowledge.measures.catalogue import MEASURES, TOPICS

    more = ("referrals", "re-referrals-in-12-months", "children-looked-after")
    return [*TOPICS["Caseload"], *TOPICS["Visits"], *(MEASURES[key] for key in more)]


def forget() -> None:
    """Take all figures away."""
    from onechild.service.record.models import Figure, FigureChild, FigureDay, FigureDocument, FigureRun

    for model in (FigureChild, Figure, FigureDocument, FigureRun, FigureDay):
        model.objects.all().delete()
