"""Whatever is written, a child's duties are what a rebuild would make of the record: a nightly one finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    Child,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Conference,
    LookedAfterReview,
    Obligation,
    PathwayStep,
    PeriodOfCare,
    Placement,
    Referral,
    Section47Enquiry,
    Setting,
    Visit,
)
from onechild.service.record.models import (
    HealthCheck as Health,
)

pytestmark = pytest.mark.django_db
FIRST = date(2024, 1, 1)

# How each kind of row is made for a child on a day; an edit moves its day, ends it, or marks it gone.
MADE: dict[type[models.Model], dict[str, Any]] = {
    Referral: {},
    Section47Enquiry: {},
    ChildInNeedPlan: {"visit_every_days": 20},
    ChildProtectionPlan: {},
    PeriodOfCare: {},
    Placement: {"placement_kind": "U1"},
    Allocation: {"role": "lead"},
    Visit: {"purpose": "child_protection", "seen": True},
    Conference: {"conference_kind": "initial"},
    LookedAfterReview: {},
    Health: {"check_kind": "review_health_assessment"},
    PathwayStep: {"step": "plan"},
}

edits = st.tuples(
    st.sampled_from(list(MADE)),
    st.sampled_from(["make", "move", "end", "go", "come back", "give away"]),
    st.integers(0, 1),  # which of two children
    st.integers(0, 900),  # days after FIRST
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(edits, min_size=1, max_size=8), st.integers(0, 1400))
def test_after_any_edits_a_rebuild_would_change_nothing(
    done: list[tuple[type[models.Model], str, int, int]], first: int
) -> None:
    with transaction.atomic():
        pair = [child.pk for child in Child.objects.order_by("pk")[first : first + 2]]
        for model, what, which, days in done:
            _edit(model, what, pair, which, FIRST + timedelta(days=days))
        assert clocks.differences(pair) == []
        transaction.set_rollback(True)


def test_the_little_council_as_it_is_loaded_has_the_duties_of_a_rebuild() -> None:
    assert Obligation.objects.count() > 5_000
    assert clocks.check_clocks() == []


def test_a_duty_that_is_missing_is_found_and_put_right() -> None:
    lost = Obligation.objects.order_by("pk").first()
    Obligation.objects.filter(pk=lost.pk).delete()
    assert clocks.check_clocks() == [f"{lost.clock}: missing"]
    assert Obligation.objects.filter(pk=lost.pk).exists()
    assert clocks.check_clocks() == []


def test_a_changed_setting_asks_for_a_rebuild_until_it_is_done() -> None:
    assert not clocks.rebuild_needed()
    with change_set(by="a test", kind="setting", words="visits every 10 days"):
        Setting.objects.create(setting="child_protection_visit_days", value=10, started_on=FIRST)
        clocks.settings_changed()
    assert clocks.rebuild_needed()
    assert clocks.catch_up()
    assert not clocks.rebuild_needed()
    assert clocks.check_clocks() == []


def test_catching_up_where_nothing_changed_does_nothing() -> None:
    assert not clocks.catch_up()


def _edit(model: type[models.Model], what: str, pair: list[str], which: int, day: date) -> None:
    """One edit, as an action makes it: a change-set, a write, and the clocks of the children concerned."""
    with change_set(by="a test", kind="edit", words=what):
        try:
            with transaction.atomic():
                WAYS[what](model, pair, which, day)
        except IntegrityError:  # the database refuses what can't be true, and nothing is written
            return
        clocks.renew(pair)


def _make(model: Any, pair: list[str], which: int, day: date) -> None:
    model.objects.create(child_id=pair[which], **{_day(model): day}, **MADE[model])


def _change(**values: Callable[[Any, list[str], int, date], Any]) -> Callable[[Any, list[str], int, date], None]:
    def write(model: Any, pair: list[str], which: int, day: date) -> None:
        names = {field.attname for field in model._meta.fields}
        made = {name: value(model, pair, which, day) for name, value in values.items() if name in names}
        row = model.every.filter(child_id=pair[which]).order_by("pk").last()
        if row is not None and made:
            model.every.filter(pk=row.pk).update(**made)

    return write


def _day(model: Any) -> str:
    return "started_on" if any(field.name == "started_on" for field in model._meta.fields) else "happened_on"


WAYS: dict[str, Callable[[Any, list[str], int, date], None]] = {
    "make": _make,
    "move": _change(started_on=lambda *at: at[3], happened_on=lambda *at: at[3]),
    "end": _change(ended_on=lambda *at: at[3]),
    "go": _change(gone_at=lambda *at: at[3].isoformat() + "T00:00Z"),
    "come back": _change(gone_at=lambda *at: None),
    "give away": _change(child_id=lambda *at: at[1][1 - at[2]]),
}
