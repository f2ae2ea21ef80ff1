"""How work was shared out and followed through is part of a child’s record: it is told, marked, and erased with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection

from onechild.service.access.entering import as_viewer
from onechild.service.journeys.information_rights.actions import keeping
from onechild.service.journeys.information_rights.assembling import lines_of
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    AllocationMove,
    AllocationPlan,
    AllocationPlanLine,
    CaseloadException,
    Child,
    Direction,
    DirectionStep,
    Escalation,
    EscalationStep,
    Handover,
    SupervisionNote,
    SupervisionReading,
    Team,
    TransferRequest,
    Worker,
)
from tests.service.people import make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
OTHERS, STAFF = "may hold the words of, or words about, somebody else", "names a member of staff"


@pytest.fixture
def child() -> Child:
    """A child kept long enough, with a row in every table of how work is shared out."""
    found = Child.objects.filter(restricted=None).order_by("pk")[0]
    worker, team = Worker.objects.order_by("pk")[0], Team.objects.order_by("pk")[0]
    day: dict[str, Any] = {"child": found, "happened_on": TODAY, "recorded_on": TODAY}
    by: dict[str, Any] = {"by_worker": worker, "by_name": "Denise Okoro"}
    with change_set(by="a test", kind="edit", words="shared out and followed through"):
        Child.objects.filter(pk=found.pk).update(keep_until=date(2020, 1, 1))
        held = Allocation.objects.filter(child=found).first()
        plan = AllocationPlan.objects.create(
            kind="team", team=team, by_name="Denise Okoro", happened_on=TODAY, recorded_on=TODAY
        )
        AllocationPlanLine.objects.create(
            child=found, plan=plan, group_id="1", work="need", weighs=1.25, reasons=["Nearest to home"],
            after_worker=worker, recorded_on=TODAY,
        )  # fmt: skip
        before = {"ended": [{"row": held.pk if held else "", "version": 1}]}
        AllocationMove.objects.create(
            **day, **by, verb="allocated", batch_id="b1", to_worker=worker, words="Moved nearer Nan", at=NOW,
            before=before, reason="MANAGE",
        )  # fmt: skip
        TransferRequest.objects.create(
            **day, batch_id="b2", to_team=team, words="They have moved", raised=["A review is due"], asked_at=NOW,
            asked_by_name="Tom Hale",
        )  # fmt: skip
        Handover.objects.create(
            **day, from_worker=worker, words="Likes the park", childs_words="Don’t be late",
            childs_words_on=TODAY, finished_at=NOW, finished_by_name="Ana Reis",
        )  # fmt: skip
        CaseloadException.objects.create(**day, **by, worker=worker, rule="protected", words="Knows her from before")
        promise = Direction.objects.create(**day, words="Ring the school", owner=worker)
        DirectionStep.objects.create(
            **day, **by, direction=promise, step="kept", at=NOW, words="Rang on Monday", evidence_kind="visit",
            evidence_id="V1",
        )  # fmt: skip
        note = SupervisionNote.objects.create(
            **day, worker=worker, supervisor=worker, talked="How tired she is",
            agenda=[{"part": "late", "words": "Visit", "note": "3 days late", "late": True, "href": "/x", "key": "k"}],
        )  # fmt: skip
        SupervisionReading.objects.create(**day, note=note, drawn_for="2026-11", strength="Her day is in it")
        raised = Escalation.objects.create(
            child=found, started_on=TODAY, recorded_on=TODAY, raised_by_name="Joy Adu", about="drift",
            words="Nothing moved since May", wanted="A plan by Friday",
        )  # fmt: skip
        EscalationStep.objects.create(
            **day, escalation=raised, stage="team_manager", to_words="Denise Okoro", due_on=TODAY, words="By Friday",
        )  # fmt: skip
    return Child.objects.get(pk=found.pk)


def test_how_work_was_shared_out_is_in_subject_access_with_its_marks(child: Child) -> None:
    told = {(line.table, line.value): line.marked for line in lines_of(child.pk)}
    written = {
        ("Allocation moves", "Moved nearer Nan"): OTHERS,
        ("Allocation moves", "Denise Okoro"): STAFF,
        ("Transfer requests", "A review is due"): OTHERS,
        ("Transfer requests", "Tom Hale"): STAFF,
        ("Handovers", "Likes the park"): OTHERS,
        ("Handovers", "Don’t be late"): OTHERS,
        ("Handovers", "Ana Reis"): STAFF,
        ("Caseload exceptions", "Knows her from before"): OTHERS,
        ("Allocation plan lines", "Nearest to home"): OTHERS,
        ("Direction steps", "Rang on Monday"): OTHERS,
        ("Direction steps", "Kept"): "",
        ("Supervision notes", "How tired she is"): OTHERS,
        ("Supervision notes", "late: yes; note: 3 days late; part: late; words: Visit"): OTHERS,
        ("Supervision readings", "Her day is in it"): OTHERS,
        ("Escalations", "Nothing moved since May"): OTHERS,
        ("Escalations", "Drift or delay"): "",
        ("Escalation steps", "Denise Okoro"): OTHERS,
    }
    assert {key: told.get(key, "not told") for key in written} == written


def test_what_joins_moves_and_undoes_them_is_no_line_of_the_record(child: Child) -> None:
    keys = {line.key.rsplit("/", 1)[1] for line in lines_of(child.pk) if line.table == "Allocation moves"}
    assert "to_worker_id" in keys
    assert keys.isdisjoint({"batch_id", "before"})


def test_erasing_leaves_nothing_of_the_child_in_any_table_history_or_structured_column(child: Child) -> None:
    other = make_user("head_of_data")
    asked = keeping.ask_erasure(
        child=child, reason="Its time is over", by=make_user("head_of_data"), at=NOW, today=TODAY
    )
    assert "public.allocation_moves" in set(_named_in(child.pk))
    with as_viewer(other, now=NOW):
        keeping.erase(erasure=asked, by=other, at=NOW, today=TODAY)
    assert sorted(_named_in(child.pk)) == []
    assert sorted(_named_in(child.la_child_id)) == []


def _named_in(key: str) -> Iterator[str]:
    """The tables of the record and of its history with a row that names the key anywhere, JSON and lists included."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname IN ('public', 'history') AND c.relkind = 'r' AND c.relname = ANY(%s)",
            [[model._meta.db_table for model in SHARED]],
        )
        for place, table in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM {place}."{table}" t WHERE t::text ~ %s', [rf"\y{key}\y"])  # noqa: S608
            if cursor.fetchone()[0]:
                yield f"{place}.{table}"


SHARED: tuple[Any, ...] = (
    AllocationMove,
    AllocationPlan,
    AllocationPlanLine,
    CaseloadException,
    Direction,
    DirectionStep,
    Escalation,
    EscalationStep,
    Handover,
    SupervisionNote,
    SupervisionReading,
    TransferRequest,
)
