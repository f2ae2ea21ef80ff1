"""A moment as people type it, in London, whatever the time of year."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onechild.service.journeys.front_door.taking_in.moments import read_moment

FRIDAY = datetime(2026, 11, 20, 16, 55, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("6pm", datetime(2026, 11, 20, 18, 0, tzinfo=UTC)),
        ("by 6.30pm tomorrow", datetime(2026, 11, 21, 18, 30, tzinfo=UTC)),
        ("midnight", datetime(2026, 11, 21, 0, 0, tzinfo=UTC)),
        ("noon tomorrow", datetime(2026, 11, 21, 12, 0, tzinfo=UTC)),
        ("20.11.2026 16.50", datetime(2026, 11, 20, 16, 50, tzinfo=UTC)),
        ("2026-11-20T16:50:12", datetime(2026, 11, 20, 16, 50, tzinfo=UTC)),
        ("9am on 3 July 2026", datetime(2026, 7, 3, 8, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_as_people_say_it(typed: str, meant: datetime) -> None:
    assert read_moment(typed, now=FRIDAY) == meant


@pytest.mark.parametrize("typed", ["", "6", "25:00", "13pm", "31/2/2026 9am", "soon", "9am 1066", "x" * 5000])
def test_what_is_no_moment_is_none(typed: str) -> None:
    assert read_moment(typed, now=FRIDAY) is None
