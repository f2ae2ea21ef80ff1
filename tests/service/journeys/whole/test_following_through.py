"""From the waiting list to a promise kept: allocated, supervised, handed over twice, and every figure has it.

Everybody does their own part through the pages, on the day that it falls on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.knowledge.engines import duckdb
from onechild.knowledge.measures.answers import Asked
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.question import Moment
from onechild.service.access.entering import leave
from onechild.service.access.models import User
from onechild.service.record.actions import allocating
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import differences
from onechild.service.record.models import Child, Direction, DirectionStep, Handover, Supervision, WorkerName
from tests.service.filling import fill
from tests.service.journeys.whole.extracting import extract_of
from tests.service.our_own import a_family
from tests.service.people import a_worker, make_user

pytestmark = pytest.mark.django_db
WAITS, GIVEN, TALKED = date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 20)
LEFT, KEPT = date(2026, 11, 5), date(2026, 11, 20)
ASKED = "See Zadie alone, away from home, and write what she says."


@dataclass(frozen=True)
class Cast:
    """A child, the manager, and the three workers who hold the child one after another."""

    child: Child
    team_id: str
    manager: User
    workers: tuple[User, User, User]

    @property
    def page(self) -> str:
        """Where the child's pages begin."""
        return f"/children/{self.child.la_child_id}/"


@pytest.fixture
def cast(clock: Any) -> Cast:
    """Zadie waits on the team's list; her first worker's time was ended before."""
    clock(f"{WAITS} 09:00")
    family = a_family()
    names = ("Maud Tellwright", "Wren Ashdown", "Ola Brandt", "Pia Kestrel")
    ids = [a_worker(family.team_id, role) for role in ("team_manager", *["social_worker"] * 3)]
    with change_set(by="a test", kind="edit", words="names"):
        for worker_id, name in zip(ids, names, strict=True):
            WorkerName.objects.create(worker_id=worker_id, name=name)
    manager = make_user("team_manager", worker_id=ids[0], team_id=family.team_id)
    now = clock(f"{WAITS} 10:00")
    allocating.put_on_list(
        children=[family.children[0]],
        team_id=family.team_id,
        manager_id=ids[0],
        priority="high",
        on=WAITS,
        by=manager,
        by_worker_id=ids[0],
        now=now,
        today=WAITS,
        reason="LEFTRL",
        words="The worker left.",
    )
    workers = [make_user("social_worker", worker_id=worker_id, team_id=family.team_id) for worker_id in ids[1:]]
    return Cast(family.children[0], family.team_id, manager, (workers[0], workers[1], workers[2]))


def test_a_promise_lives_through_two_changes_of_worker_and_every_figure_has_the_work(
    client: Client, clock: Any, acting: Any, cast: Cast, tmp_path: Path
) -> None:
    first, second, third = cast.workers
    clock(f"{GIVEN} 09:00")
    page = acting(cast.manager).get(f"/teams/{cast.team_id}/?show=waiting").content.decode()
    assert "Zadie Quillfeather" in page
    allocate(acting(cast.manager), cast, first, GIVEN)

    clock(f"{TALKED} 14:00")
    supervised(acting, cast, first)
    direction = Direction.objects.get(words=ASKED)
    assert (direction.owner_id, direction.given_in) == (first.worker_id, "supervision")

    for before, after, on in ((first, second, LEFT), (second, third, KEPT)):
        clock(f"{on} 09:00")
        allocate(acting(cast.manager), cast, after, on)
        handed_over(acting, cast, before, after)

    clock(f"{KEPT} 16:00")
    fill(
        acting(third),
        f"{cast.page}promises/{direction.pk}/kept/",
        done_on=KEPT,
        evidence="",
        said="She told me that she likes the new school and misses her aunt.",
    )
    direction.refresh_from_db()
    assert (direction.owner_id, direction.done_on) == (third.worker_id, KEPT)
    steps = DirectionStep.objects.filter(direction=direction).order_by("at").values_list("step", flat=True)
    assert list(steps) == ["given", "passed", "passed", "kept"]
    figures_have_it(cast, tmp_path)


def allocate(browser: Client, cast: Cast, worker: User, on: date) -> None:
    """The manager gives the child to a worker."""
    fill(
        browser,
        f"{cast.page}allocate/",
        worker=str(worker.worker_id),
        reason="LEFTRL",
        words="There is room, and she can visit this week.",
        on=on,
    )


def supervised(acting: Any, cast: Cast, worker: User) -> None:
    """The manager and the worker talk Zadie through, a direction is given, and both sign."""
    browser = acting(cast.manager)
    begun = browser.post(
        f"/supervision/{worker.worker_id}/new/",
        {"kind": "case", "happened_on": TALKED.isoformat(), "children": [cast.child.pk]},
    )
    session = begun["Location"]
    fill(
        browser,
        f"{session}children/{cast.child.la_child_id}/",
        talked="Quieter since the move.",
        childs_day="Walks her brother to school.",
        question="What else could explain what you have seen?",
        answer="She misses her aunt.",
        decided="The plan stands.",
        direction_0=ASKED,
        due_on_0=date(2026, 11, 27),
        owner_0=str(worker.worker_id),
    )
    assert browser.post(f"{session}sign/", {"next_on": "2026-11-16"}).status_code == 302
    assert acting(worker).post(f"{session}sign/", {"agrees": "yes"}).status_code == 302
    row = Supervision.objects.get(child=cast.child, happened_on=TALKED)
    assert (row.supervision_kind, row.direction_given) == ("case", True)


def handed_over(acting: Any, cast: Cast, before: User, after: User) -> None:
    """The one who leaves writes what Zadie wants the next to know; the next reads it."""
    row = Handover.objects.get(child=cast.child, from_worker_id=before.worker_id, to_worker_id=after.worker_id)
    fill(
        acting(before),
        f"{cast.page}handover/{row.pk}/write/",
        more={"do": "finish"},
        words="Her aunt matters most.",
        childs_words="Please don’t ask me about Dad at school.",
        childs_words_on=row.happened_on,
    )
    fill(acting(after), f"{cast.page}handover/{row.pk}/", saying="read")
    row.refresh_from_db()
    assert row.finished_at
    assert row.read_at


def figures_have_it(cast: Cast, tmp_path: Path) -> None:
    """The measures count the child with the last worker, once, and nobody typed anything for them."""
    leave()
    assert differences([cast.child.pk]) == []  # what the pages renewed is what a rebuild would make
    as_at = Moment(None, KEPT)
    with duckdb.open_store(extract_of(tmp_path, [cast.child.pk])) as store:
        asked = Asked(store, [MEASURES[key] for key in ("cases-held", "cases-unallocated")])
        [held] = asked.figures(MEASURES["cases-held"], as_at)
        [waits] = asked.figures(MEASURES["cases-unallocated"], as_at)
    assert (held.numerator, waits.numerator) == (1, 0)
