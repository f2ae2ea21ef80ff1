"""What tests of the desk start from: a day that stands still, and a worker of the little council who holds children."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.conftest import TODAY
from tests.service.people import a_worker_with_children

# What every page asks before its view runs and after: the session, the user, the viewer, the access log, the way back.
FRAME = 5


@pytest.fixture(autouse=True)
def a_day_that_stands_still(settings: Any) -> None:
    """Every request is made on the day to which the little council was invented."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def holder(db: None) -> str:
    """A worker who holds the children that waited in a team: in so small a council everybody waits."""
    return a_worker_with_children()
