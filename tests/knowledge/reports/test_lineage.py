"""Which earlier team a team is compared with."""

from __future__ import annotations

from datetime import date
from typing import Any

from onechild.knowledge.reports.lineage import NOT_THERE, REMADE, Predecessor, predecessors

THEN, NOW = date(2020, 5, 31), date(2021, 5, 31)


def test_a_team_that_was_there_is_compared_with_itself() -> None:
    assert _found([_team("a")])["a"] == Predecessor("a")


def test_a_renamed_team_is_compared_with_what_it_was_called() -> None:
    teams = [_team("old", ended=date(2020, 9, 1)), _team("new", started=date(2020, 9, 1))]
    assert _found(teams, [_change("old", "new", "renamed")]) == {"new": Predecessor("old")}


def test_a_team_renamed_twice_is_followed_all_the_way() -> None:
    teams = [_team("a", ended=date(2020, 9, 1)), _team("b", ended=date(2021, 1, 1)), _team("c")]
    changes = [_change("a", "b", "renamed"), _change("b", "c", "renamed", date(2021, 1, 1))]
    assert _found(teams, changes)["c"] == Predecessor("a")


def test_a_team_split_in_between_has_no_before_and_neither_has_what_came_of_it() -> None:
    teams = [_team("a"), _team("b", started=date(2020, 9, 1))]
    found = _found(teams, [_change("a", "b", "split")])
    assert (found["a"], found["b"]) == (Predecessor(None, REMADE), Predecessor(None, REMADE))


def test_a_team_merged_into_another_leaves_that_one_without_a_before() -> None:
    teams = [_team("a", ended=date(2020, 9, 1)), _team("b")]
    assert _found(teams, [_change("a", "b", "merged")]) == {"b": Predecessor(None, REMADE)}


def test_a_team_made_later_has_no_before() -> None:
    assert _found([_team("a", started=date(2020, 6, 1))])["a"] == Predecessor(None, NOT_THERE)


def test_a_change_before_the_earlier_day_changes_nothing() -> None:
    found = _found([_team("a"), _team("b")], [_change("a", "b", "split", date(2020, 5, 31))])
    assert found["b"] == Predecessor("b")


def test_teams_without_cases_and_closed_teams_are_not_compared() -> None:
    assert _found([_team("a", ended=NOW), _team("b", caseholding=False)]) == {}


def test_names_that_turn_in_a_circle_come_to_an_end() -> None:
    changes = [_change("a", "b", "renamed"), _change("b", "a", "renamed", date(2021, 1, 1))]
    assert set(_found([_team("a"), _team("b")], changes)) == {"a", "b"}


def _found(teams: list[dict[str, Any]], changes: list[dict[str, Any]] | None = None) -> dict[str, Predecessor]:
    return predecessors(teams, changes or [], then=THEN, now=NOW)


def _team(
    team_id: str, *, started: date | None = None, ended: date | None = None, caseholding: bool = True
) -> dict[str, Any]:
    return {"team_id": team_id, "name": team_id, "caseholding": caseholding, "started_on": started, "ended_on": ended}


def _change(before: str, after: str, kind: str, on: date = date(2020, 9, 1)) -> dict[str, Any]:
    return {"from_team_id": before, "to_team_id": after, "lineage_kind": kind, "happened_on": on}
