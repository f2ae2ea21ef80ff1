"""Rows then and now set side by side: who entered, left or changed, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onechild.knowledge.measures.published.again import Row
from onechild.knowledge.measures.published.comparing import Change, Did, Why, differing, explained

ROW = Row("r1", "K1", "", "North", date(2026, 6, 1), True, 1.0)
OTHER = replace(ROW, row_id="r2", child_id="K2")


def did(then: list[Row], now: list[Row], *, teams: bool = False) -> dict[str, list[Did]]:
    """What each child's rows did, without the rows."""
    return {child: [one for one, _row in found] for child, found in differing(then, now, teams=teams).items()}


def test_the_same_rows_in_another_order_differ_in_nothing() -> None:
    assert did([ROW, OTHER], [OTHER, ROW]) == {}


def test_a_row_that_came_and_one_that_went_are_told_by_their_child() -> None:
    assert did([ROW], [OTHER]) == {"K1": [Did.LEFT], "K2": [Did.ENTERED]}


def test_a_row_that_is_counted_no_more_is_told() -> None:
    assert did([ROW], [replace(ROW, counted=False)]) == {"K1": [Did.COUNTED_NO_MORE]}


def test_a_row_under_another_record_is_told_of_both() -> None:
    assert did([ROW], [replace(ROW, child_id="K9")]) == {"K1": [Did.OTHER_RECORD], "K9": [Did.OTHER_RECORD]}


def test_another_number_is_told() -> None:
    assert did([ROW], [replace(ROW, adds=2.0)]) == {"K1": [Did.OTHER_NUMBER]}


def test_another_team_is_told_only_of_a_figure_by_team() -> None:
    moved = replace(ROW, team_id="South")
    assert did([ROW], [moved]) == {}
    assert did([ROW], [moved], teams=True) == {"K1": [Did.OTHER_TEAM]}


def test_why_is_the_childs_own_changes() -> None:
    found = differing([ROW], [])
    changes = [Change("referrals", ("K1",), Why.GONE), Change("referrals", ("K2",), Why.LATE)]
    [changed] = explained(found, changes)
    assert (changed.why, len(changed.changes)) == ((Why.GONE,), 1)


def test_an_erased_child_is_told_as_erased_and_no_more() -> None:
    [changed] = explained(differing([ROW], []), [], erased=frozenset({"K1"}))
    assert changed.why == (Why.ERASED,)


def test_a_child_whose_rows_did_not_change_is_explained_by_a_setting_or_by_nothing() -> None:
    found = differing([ROW], [])
    assert explained(found, [], otherwise=[Why.SETTING])[0].why == (Why.SETTING,)
    assert explained(found, [])[0].why == (Why.UNKNOWN,)
