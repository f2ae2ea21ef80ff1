"""Rows of workers and children become the question of a plan: families together, who is away, who leaves."""

from __future__ import annotations

from datetime import date

import pytest

from onechild.knowledge.planning import ChildRow, Gathered, WorkerRow, gather

ON = date(2026, 11, 20)  # a Friday


def ana(**more: object) -> WorkerRow:
    """A worker."""
    facts: dict[str, object] = {"worker_id": "ana", "name": "Ana", "team_id": "t", "target": 18, "fte": 1.0}
    return WorkerRow(**(facts | more))  # type: ignore[arg-type]


def child(child_id: str, worker_id: str | None = "ana", **more: object) -> ChildRow:
    """A child."""
    return ChildRow(child_id=child_id, worker_id=worker_id, team_id="t", **more)  # type: ignore[arg-type]


def gathered(*children: ChildRow, workers: tuple[WorkerRow, ...] = (), **more: object) -> Gathered:
    """The question of a plan on a Friday."""
    return gather(workers=workers or (ana(),), children=children, on=ON, **more)  # type: ignore[arg-type]


def test_brothers_and_sisters_with_one_worker_go_together_and_keep_their_name_between_solves() -> None:
    found = gathered(child("2", family_id="F"), child("1", family_id="F", kinds=frozenset({"court"})), child("3"))
    assert found.members == {"1": ("1", "2"), "3": ("3",)}
    assert [(one.group_id, one.children, one.kind) for one in found.asked.groups] == [
        ("1", 2, "court"),
        ("3", 1, "need"),
    ]


def test_a_waiting_child_is_known_by_the_worker_of_a_brother_and_by_the_days_waited() -> None:
    found = gathered(child("1", family_id="F"), child("2", None, family_id="F", waiting_since=date(2026, 11, 10)))
    waits = found.asked.groups[1]
    assert (waits.siblings_with, waits.waited_days, waits.worker_id) == (frozenset({"ana"}), 10, None)


@pytest.mark.parametrize(
    ("back", "takes"),
    [(date(2026, 11, 25), True), (date(2026, 11, 26), False), (None, False)],
    ids=["three days at work", "two days at work", "no day back known"],
)
def test_whoever_could_not_make_a_first_visit_is_given_nobody_new(back: date | None, takes: bool) -> None:
    found = gathered(workers=(ana(away=((date(2026, 11, 16), back),)),))
    assert found.asked.workers[0].takes is takes
    assert bool(found.notes) is not takes
    assert "sick" not in " ".join(found.notes)


def test_whoever_is_away_is_given_children_where_a_manager_allows_it() -> None:
    found = gathered(workers=(ana(away=((date(2026, 11, 16), None),)),), away_may_take={"ana"})
    assert found.asked.workers[0].takes


def test_every_child_of_a_leaver_leaves_and_nobody_new_comes() -> None:
    found = gathered(child("1"), leavers={"ana"})
    assert found.asked.groups[0].leaves
    assert found.notes == ("Ana leaves.",)


def test_children_whom_the_viewer_may_not_see_count_in_the_load_alone() -> None:
    (worker,) = gathered(workers=(ana(unseen_cases=4, unseen_weighs=5.5),)).asked.workers
    assert (worker.holds, worker.weighs) == (4, 5.5)
