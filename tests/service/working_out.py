"""Figures of the little council, worked out once for the tests that read them, and taken away after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

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
    """A worker with children, figures worked out again with them: nobody in the little council holds a case."""
    from onechild.service.exchange.figures.computing import compute
    from tests.service.people import a_worker_with_children

    worker = a_worker_with_children()
    compute(as_at=TODAY, now=SIX, months=1)
    return worker


def forget() -> None:
    """Take all figures away."""
    from onechild.service.record.models import Figure, FigureChild, FigureDay, FigureDocument, FigureRun

    for model in (FigureChild, Figure, FigureDocument, FigureRun, FigureDay):
        model.objects.all().delete()
