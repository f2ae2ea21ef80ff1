"""What tests of the desk start from: a day that stands still, and a worker of the little council who holds children."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test.utils import CaptureQueriesContext

from tests.service.conftest import TODAY
from tests.service.people import a_worker_with_children

# What every page asks before its view runs and after: the session and its use, the transaction, the user, the viewer,
# how often they asked, the access log, the way back.
FRAME = 9


@pytest.fixture(autouse=True)
def a_day_that_stands_still(settings: Any) -> None:
    """Every request is made on the day to which the little council was invented."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def asked_of_the_database(monkeypatch: pytest.MonkeyPatch) -> Callable[[], CaptureQueriesContext]:
    """Counts questions as `django_assert_max_num_queries` does, and calls of functions, which Django leaves out."""
    call = CursorWrapper.callproc

    def noted(self: CursorWrapper, name: str, params: Any = None, kparams: Any = None) -> Any:
        connection.queries_log.append({"sql": name, "time": "0"})
        return call(self, name, params, kparams)

    monkeypatch.setattr(CursorWrapper, "callproc", noted)
    return lambda: CaptureQueriesContext(connection)


@pytest.fixture
def holder(db: None) -> str:
    """A worker who holds the children that waited in a team: in so small a council everybody waits."""
    return a_worker_with_children()
