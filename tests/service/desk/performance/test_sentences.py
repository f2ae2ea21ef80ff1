"""What the performance pages say of figures: how far they moved, which way, and what stands out in a month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onechild.knowledge.measures.model import Better, Measure, Target
from onechild.knowledge.measures.moments import as_at, month_of, twelve_months_to
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.values import number_shown
from onechild.service.desk.performance import asking, saying
from onechild.service.desk.performance.account import Account, Stood, _apart, a_month_before, a_year_before
from onechild.service.desk.performance.changes.moves import Moves, moves_between
from onechild.service.desk.performance.changes.page import _cannot, _lead
from onechild.service.desk.performance.scorecard.lines import line_of
from tests.service.desk.performance.by_hand import COUNT, LAST, PERIOD, SHARE, STEADY, account, ends

BEFORE = date(2026, 9, 30)
LOWER, NEITHER = replace(SHARE, better=Better.LOWER), replace(SHARE, better=Better.NEITHER)
AIMED = replace(SHARE, target=Target(0.96, "The council’s plan"))


def moved(made: Account, *measures: Measure) -> Moves:
    """What moved in October."""
    return moves_between(made, measures, now=LAST, before=BEFORE)


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [(0.979, 0.960, "up 1.9 points"), (0.95, 0.96, "down 1.0 point"), (0.9601, 0.96, "the same"), (None, 0.9, "")],
)
def test_a_share_moves_in_points(now: float | None, before: float, words: str) -> None:
    assert saying.change_words(SHARE, now, before) == words


def test_a_count_moves_in_things() -> None:
    assert saying.change_words(COUNT, 1800.0, 1812.0) == "down 12"


@pytest.mark.parametrize(
    ("measure", "sentence"),
    [
        (SHARE, "Up 2.0 points on a year before, the better way."),
        (LOWER, "Up 2.0 points on a year before, the worse way."),
        (NEITHER, "Up 2.0 points on a year before."),
    ],
)
def test_which_way_is_better_is_said_only_where_there_is_one(measure: Measure, sentence: str) -> None:
    assert saying.on_a_year_before(measure, 0.98, 0.96) == sentence


@pytest.mark.parametrize(("value", "met"), [(0.96, True), (0.9599, False), (None, None)])
def test_an_aim_is_met_from_its_own_value_on(value: float | None, met: bool | None) -> None:
    assert saying.meets_aim(AIMED, value) is met


def test_where_neither_way_is_better_the_page_says_why_there_is_no_aim() -> None:
    assert saying.aim_words(NEITHER) == "No aim: neither way is good in itself"
    assert saying.aim_words(SHARE) == "None set"


@pytest.mark.parametrize(
    ("words", "number"),
    [("96.4%", 0.964), ("1,234", 1234), ("−£12,345", -12345), ("1 to 5", None), ("hidden", None), ("–", None)],
)
def test_of_published_words_only_what_they_show_is_known(words: str, number: float | None) -> None:
    assert number_shown(SHARE, words) == (pytest.approx(number) if number is not None else None)


def test_a_month_outside_its_limits_is_said_with_both_numbers_and_the_way() -> None:
    [move] = moved(account(child_protection_visits_in_time=[*STEADY, 0.80]), SHARE).outside
    assert move.words.startswith("Below its limits, the worse way. 80.0% in October 2026; ordinary up and down keeps")
    assert move.words.endswith("In September it was 97.0%.")


def test_a_second_month_outside_is_said_to_be_one() -> None:
    [move] = moved(account(child_protection_visits_in_time=[*STEADY, *STEADY, 0.80, 0.79]), SHARE).outside
    assert "for a second month or longer" in move.words


def test_the_month_after_one_outside_is_back_inside() -> None:
    found = moved(account(child_protection_visits_in_time=[*STEADY, *STEADY, 0.80, 0.96]), SHARE)
    assert [move.words[:23] for move in found.back] == ["Back inside its limits."]
    assert not found.outside


def test_the_eighth_month_on_one_side_is_told_once() -> None:
    values = [0.94, 0.92] * 6 + [0.95, 0.96] * 4
    eighth = moved(account(child_protection_visits_in_time=values), SHARE).runs
    ninth = moved(account(child_protection_visits_in_time=[*values, 0.95]), SHARE).runs
    assert [move.words.split(". ")[0] for move in eighth] == [
        "The eighth month in a row above the average, the better way"
    ]
    assert ninth == []


def test_an_aim_that_is_crossed_is_said_and_one_still_missed_is_not() -> None:
    crossed = moved(account(child_protection_visits_in_time=[0.97, 0.95]), AIMED).aims
    still = moved(account(child_protection_visits_in_time=[0.95, 0.95]), AIMED).aims
    assert [move.words for move in crossed] == [
        "No longer meets its aim of 96.0%: 95.0% at 31 October 2026, 97.0% a month before."
    ]
    assert still == []


def test_the_worse_way_comes_first() -> None:
    made = account(child_protection_visits_in_time=[*STEADY, 0.80], re_referrals_in_12_months=[*STEADY, 0.80])
    found = moved(made, replace(PERIOD, title="A first by name", better=Better.LOWER), SHARE)
    assert [move.measure.key for move in found.outside] == [SHARE.key, PERIOD.key]


def test_what_drifts_or_has_too_few_months_is_said_to_be_unread() -> None:
    made = account(cases_held=[1800.0 + 20 * n for n in range(24)], child_protection_visits_in_time=[0.9] * 3)
    found = moved(made, SHARE, COUNT)
    assert (found.read, found.drifting, found.too_few) == (0, [COUNT], [SHARE])
    assert any("drifts from month to month" in words for words in _cannot(found))


def test_a_quiet_month_is_said_to_be_one() -> None:
    found = moved(account(child_protection_visits_in_time=STEADY), SHARE)
    assert _lead(found).startswith("Nothing moved more than ordinary up and down in the one measure")


def test_a_year_before_is_the_same_month_end_and_a_month_before_the_last() -> None:
    made = account(child_protection_visits_in_time=STEADY + STEADY)
    year, month = (find(made, SHARE, as_at(LAST)) for find in (a_year_before, a_month_before))
    assert (year, month) == (as_at(date(2025, 10, 31)), as_at(BEFORE))


def test_over_a_period_the_line_is_of_twelve_months_and_the_drawing_of_single_ones() -> None:
    made = account(re_referrals_in_12_months=STEADY)
    line = line_of(made, PERIOD, LAST, lambda _measure, _day: None)
    assert line.now
    assert line.now.moment == Moment(date(2025, 11, 1), LAST)
    assert line.over_time
    assert [one.ends for one in made.reading(PERIOD).months] == ends(12)


def test_a_line_says_its_finding_before_its_numbers() -> None:
    made = account(child_protection_visits_in_time=[0.95, *STEADY])
    line = line_of(made, SHARE, LAST, lambda _measure, _day: None)
    assert line.finding == "Up 2.0 points on a year before, the better way. Steady: ordinary up and down."
    assert "<svg" in line.drawing


def test_a_measure_without_figures_says_so() -> None:
    line = line_of(account(), SHARE, LAST, lambda _measure, _day: None)
    assert (line.now, line.finding) == (None, "The record holds nothing to count this from.")


@pytest.mark.parametrize(
    ("measure", "query", "moment"),
    [
        (SHARE, {"at": "2026-10-31"}, as_at(LAST)),
        (SHARE, {"as_at": "2026-10-31"}, as_at(LAST)),
        (PERIOD, {"at": "2026-10-31"}, Moment(date(2025, 11, 1), LAST)),
        (PERIOD, {"from": "2026-10-01", "at": "2026-10-31"}, Moment(date(2026, 10, 1), LAST)),
        (PERIOD, {"as_at": "2026-10-31"}, Moment(date(2026, 10, 1), LAST)),
        (SHARE, {}, None),
    ],
)
def test_an_address_says_its_moment(measure: Measure, query: dict[str, str], moment: Moment | None) -> None:
    assert asking.moment_asked(measure, query) == moment


@pytest.mark.parametrize("measure", [SHARE, PERIOD])
def test_the_address_of_a_moment_leads_back_to_it(measure: Measure) -> None:
    made = account(child_protection_visits_in_time=STEADY, re_referrals_in_12_months=STEADY)
    for_good = [asking.asking(measure, one) for one in made.figures[measure.key]]
    assert [asking.moment_asked(measure, query) for query in for_good] == list(made.figures[measure.key])


def test_the_days_of_a_moment_are_said_in_words() -> None:
    said = [
        asking.moment_words(one)
        for one in (as_at(LAST), Moment(date(2026, 10, 1), LAST), Moment(date(2025, 11, 1), LAST))
    ]
    assert said == ["at 31 October 2026", "in October 2026", "in the 12 months to 31 October 2026"]


def published(measure: Measure, moments: list[Moment], words: str) -> dict[Moment, Stood]:
    """Public copies that all say the same."""
    return {one: Stood(one, "", words, number_shown(measure, words)) for one in moments}


def test_in_public_no_two_periods_of_a_measure_share_a_day() -> None:
    years = [twelve_months_to(day) for day in (date(2026, 11, 21), *ends(24))]
    found, untold = _apart({PERIOD.key: published(PERIOD, years, "20.0%")})
    assert sorted(one.to_on for one in found[PERIOD.key]) == [date(2025, 10, 31), LAST]
    assert not untold


def test_in_public_single_months_go_where_one_of_them_is_kept_back() -> None:
    years, months = [twelve_months_to(day) for day in ends(24)], [month_of(day) for day in ends(24)]
    small = published(PERIOD, [*years, *months], "20.0%") | published(PERIOD, months[3:4], "1 to 5")
    found, untold = _apart({PERIOD.key: small})
    assert untold == {PERIOD.key}
    assert not set(months) & found[PERIOD.key].keys()


def test_in_public_single_months_stay_where_all_can_be_shown() -> None:
    months = [month_of(day) for day in ends(24)]
    found, untold = _apart({PERIOD.key: published(PERIOD, months, "20.0%")})
    assert found[PERIOD.key].keys() == set(months)
    assert not untold


def test_no_trend_is_told_of_the_months_that_are_left() -> None:
    days = [as_at(day) for day in ends(24)]
    figures, untold = _apart({SHARE.key: published(SHARE, days, "96.0%") | published(SHARE, days[5:6], "hidden")})
    line = line_of(Account(True, figures, untold), SHARE, LAST, lambda _measure, _day: None)
    assert line.finding.endswith("Some months are too small to publish, so no trend is told.")
    assert line.drawing == ""


def test_a_month_before_is_never_a_year_before() -> None:
    years = [twelve_months_to(day) for day in (LAST, date(2025, 10, 31))]
    made = Account(True, {PERIOD.key: published(PERIOD, years, "20.0%")})
    assert a_month_before(made, PERIOD, twelve_months_to(LAST)) is None
