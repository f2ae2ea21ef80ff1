"""Nobody approves what they wrote or ever sent themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.steps import OwnWork, note_step, refuse_own_work
from onechild.service.record.models import Child, Worker

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Somebody:
    """Whoever acts."""

    name: str
    pk: int = 0


def test_whoever_wrote_or_ever_sent_a_work_does_not_approve_it_though_another_sent_it_last() -> None:
    child = Child.objects.order_by("pk")[0]
    first, last, other = Worker.objects.order_by("pk").values_list("pk", flat=True)[:3]
    with change_set(by="a test", kind="edit", words="sent twice"):
        note_step(
            child_id=child.pk, about="plans", about_id="a-plan", step="submitted", worker_id=first,
            by=Somebody("Ada"), now=NOW, today=NOW.date(),
        )  # fmt: skip
        note_step(
            child_id=child.pk, about="plans", about_id="a-plan", step="submitted", worker_id=last,
            by=Somebody("Bea"), now=NOW.replace(hour=10), today=NOW.date(),
        )  # fmt: skip
    with pytest.raises(OwnWork):
        refuse_own_work(about_id="a-plan", worker_id=first, by=Somebody("Cleo"))
    with pytest.raises(OwnWork):
        refuse_own_work(about_id="a-plan", worker_id=None, by=Somebody("Ada"))
    with pytest.raises(OwnWork):
        refuse_own_work(about_id="a-plan", worker_id=other, by=Somebody("Cleo"), written_by_id=other)
    refuse_own_work(about_id="a-plan", worker_id=other, by=Somebody("Cleo"), written_by_id=first)
    refuse_own_work(about_id="a-plan", worker_id=None, by=Somebody("Cleo"))
