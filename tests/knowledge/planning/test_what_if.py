"""What if: a range for the weeks to come, the same for the same seed, moved the right way by what is supposed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.planning.whatif import (
    Joiners,
    Scenario,
    Sickness,
    Staff,
    TeamForecast,
    TeamPast,
    coverage,
    enough,
    past_of,
    what_if,
)

ON = date(2026, 11, 20)
PAST = TeamPast(
    team_id="t", name="East", starts=(4, 6, 5, 5) * 26, closures=(5, 5, 4, 6) * 26, cases=(200,) * 104
)  # fmt: skip
STAFF = tuple(Staff(worker_id=f"w{n}", team_id="t", cases=20, target=18) for n in range(10))


def forecast(**supposed: object) -> TeamForecast:
    """The weeks of the one team."""
    scenario = Scenario(**supposed)  # type: ignore[arg-type]
    (team, *_halves) = what_if(past=[PAST], staff=STAFF, waiting={}, on=ON, scenario=scenario, runs=200).teams
    return team


def test_a_steady_team_stays_where_it_is_within_a_range_and_the_same_seed_says_the_same() -> None:
    team = forecast()
    last = team.weeks[-1]
    assert (team.weeks[0].low, team.weeks[0].high, len(team.weeks)) == (20, 20, 27)
    assert last.low < 20 < last.high
    assert abs(last.middle - 20) < 1
    assert team == forecast()


def test_two_more_workers_bring_it_down_by_a_sixth() -> None:
    more = forecast(joiners=(Joiners(team_id="t", number=2, from_week=3),)).weeks
    assert more[2].full_time == 10
    assert more[3].full_time == 12
    assert more[-1].middle == pytest.approx(forecast().weeks[-1].middle * 10 / 12, abs=0.3)


def test_three_who_fall_sick_leave_their_children_to_the_rest_and_come_back() -> None:
    weeks = forecast(sickness=(Sickness(team_id="t", number=3, from_week=2, weeks=4),)).weeks
    assert [week.full_time for week in weeks[1:7]] == [10, 7, 7, 7, 7, 10]
    assert weeks[3].middle > 27


def test_a_tenth_more_demand_and_a_target_of_sixteen_show() -> None:
    assert forecast(demand=1.1).weeks[-1].middle > forecast().weeks[-1].middle
    assert forecast(target=24).weeks[1].over_middle == 0
    assert forecast(target=16).weeks[1].over_middle == 10


def test_a_team_made_two_keeps_its_children_between_the_halves() -> None:
    found = what_if(past=[PAST], staff=STAFF, waiting={"t": 3}, on=ON, scenario=Scenario(split="t"), runs=100)
    assert [(team.name, team.weeks[0].full_time) for team in found.teams] == [
        ("East, first half", 5),
        ("East, second half", 5),
    ]
    assert abs(found.teams[0].weeks[-1].middle - found.teams[1].weeks[-1].middle) < 3


def test_the_children_of_a_leaver_go_to_those_who_stay() -> None:
    staff = (*STAFF[:9], Staff(worker_id="w9", team_id="t", cases=20, target=18, leaves_on=ON + timedelta(weeks=2)))
    (team,) = what_if(past=[PAST], staff=staff, waiting={}, on=ON, runs=100).teams
    assert [week.full_time for week in team.weeks[1:4]] == [10, 9, 9]
    assert team.weeks[3].middle > 21


def test_the_fewest_more_workers_that_are_enough_are_said_with_how_sure_that_is() -> None:
    (told,) = enough(past=[PAST], staff=STAFF, waiting={}, on=ON, runs=200)
    (surer,) = enough(past=[PAST], staff=STAFF, waiting={}, on=ON, runs=200, sure=0.99)
    assert told.more is not None
    assert told.held_in >= 0.8
    assert 2 <= told.more <= (surer.more or 99)
    assert told.said.startswith(f"East: {told.more} more full-time workers bring it under 18 by week 26, in ")
    assert "in half of the runs" in told.said


def test_a_team_too_new_for_a_range_is_left_out_and_named_and_one_that_is_not_there_is_refused() -> None:
    new = TeamPast(
        team_id="n", name="New", starts=(0,) * 90 + (3,) * 14, closures=(0,) * 104, cases=(0,) * 90 + (9,) * 14
    )
    found = what_if(past=[PAST, new], staff=STAFF, waiting={}, on=ON, runs=50)
    assert found.left_out == ("New",)
    assert [team.name for team in found.teams] == ["East"]
    with pytest.raises(CannotProceed, match="no team x"):
        forecast(split="x")


def test_weeks_are_counted_from_spells_and_a_change_of_worker_inside_the_team_is_no_start() -> None:
    day = timedelta(days=1)
    spells = [
        ("c1", "t", ON - 30 * day, ON - 3 * day), ("c1", "t", ON - 3 * day, None), ("c2", "t", ON - 10 * day, ON - day),
        ("c3", "t", ON, None), ("c4", "t", ON + day, None), ("c5", "elsewhere", ON, None),
    ]  # fmt: skip
    (past,) = past_of(spells=spells, names={"t": "East"}, on=ON, weeks=2)
    assert (past.starts, past.closures, past.cases) == ((1, 1), (0, 1), (2, 2))


def test_coverage_counts_the_ranges_that_held_what_came() -> None:
    team = forecast()
    told = coverage([(team, team.weeks[26].middle), (team, 99.0)], week=26)
    assert (told.ranges, told.held, told.share) == (2, 1, 0.5)
