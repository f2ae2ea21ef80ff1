"""Small invented councils that several tests share."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from onechild.knowledge.invented.inventing import invent

UNTIL = date(2018, 6, 30)
TENTH = 0.1


@pytest.fixture(scope="session")
def small() -> dict[str, pa.Table]:
    """A tenth of the council, known as at the end of June 2018."""
    return invent(until=UNTIL, scale=TENTH)
