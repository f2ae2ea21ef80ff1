"""The patterns of a history: each on the last day that it is one, and not where it is none."""

from __future__ import annotations

from datetime import date
from typing import Any

from onechild.service.journeys.assessment.history.answers import asked_of, came_since
from onechild.service.journeys.assessment.history.model import Around, Fact, Past, Person
from onechild.service.journeys.assessment.history.patterns.catalogue import patterns_in
from onechild.service.record.models import HistoryAnswer

TODAY = date(2026, 11, 21)
KAYDEN = Person(child_id="1", la_child_id="H1", name="Kayden Marsh", first_name="Kayden", tie="child")
SKYE = Person(child_id="2", la_child_id="H2", name="Skye Marsh", first_name="Skye", tie="sibling")
ELSEWHERE = Person(child_id="3", la_child_id="H3", name="Jo Hill", first_name="Jo", tie="adult", through="Dan Hill")


def facts(table: str) -> tuple[Fact, ...]:
    """Facts out of a text table: child, day, what, and one value of the detail as name=value."""
    found = []
    for number, line in enumerate(row for row in table.splitlines() if row.strip()):
        child, on, what, *more = (cell.strip() for cell in line.split("|"))
        detail: dict[str, Any] = dict(pair.split("=") for pair in more if pair)
        day = date.fromisoformat(on)
        found.append(Fact(child_id=child, on=day, what=what, key=str(number), detail=detail, recorded_on=day))
    return tuple(found)


def past(table: str, **others: Any) -> Past:
    """A past of three children, as at today."""
    return Past(child_id="1", today=TODAY, people=(KAYDEN, SKYE, ELSEWHERE), facts=facts(table), **others)


def found(table: str, **others: Any) -> dict[str, str]:
    """The patterns in a past, with what each says."""
    return {one.key: one.says for one in patterns_in(past(table, **others))}


def test_a_past_with_nothing_in_it_has_no_pattern() -> None:
    assert found("") == {}


def test_three_contacts_with_no_assessment_since_are_a_pattern_and_two_are_none() -> None:
    three = """
        1 | 2025-01-10 | contact
        1 | 2025-09-10 | contact
        1 | 2026-10-10 | contact
    """
    assert found(three) == {
        "contacts_unassessed": "3 contacts about Kayden since January 2025: no assessment before this one."
    }
    assert found(three.replace("2025-01-10", "2024-11-21")) == {}  # two years ago to the day is too long ago
    assert found(f"{three}\n1 | 2025-10-01 | assessment_began") == {}


def test_a_family_sent_to_early_help_that_was_back_within_a_year_came_back() -> None:
    sent = "1 | 2025-01-10 | front_door_decision | outcome=early_help\n"
    assert list(found(f"{sent}1 | 2026-01-10 | contact")) == ["came_back"]
    assert found(f"{sent}1 | 2026-01-11 | contact") == {}
    assert found(f"{sent}2 | 2025-02-10 | contact") == {}  # another child's contact is no return of this one


def test_plans_and_care_of_a_sibling_and_of_an_adults_other_child_count() -> None:
    said = found("2 | 2019-03-01 | protection_plan_began | category=NEG\n3 | 2015-05-01 | care_began | need=N1")
    assert "Skye, March 2019: child protection plan began, neglect" in said["earlier_plans"]
    assert "Jo, May 2015" in said["removed"]


def test_brothers_and_sisters_whose_plans_began_together_are_said_together() -> None:
    began = "{} | 2020-11-09 | protection_plan_began | category=EMO"
    said = found(f"{began.format(1)}\n{began.format(2)}")["earlier_plans"]
    assert said.endswith("Kayden and Skye, November 2020: child protection plan began, emotional abuse.")


def test_the_same_worry_on_two_days_is_found_again_and_on_one_day_for_two_children_is_not() -> None:
    twice = "1 | 2020-01-10 | factor | factor=3A\n2 | 2024-06-01 | factor | factor=3B"
    assert found(twice) == {
        "found_again:domestic_abuse": "Domestic abuse was found in 2 assessments between January 2020 and June 2024."
    }
    assert found(twice.replace("2024-06-01", "2020-01-10")) == {}
    assert found(twice.replace("3B", "2B")) == {}


def test_neglect_a_year_apart_has_built_up() -> None:
    years = "1 | 2024-01-10 | factor | factor=16A\n1 | 2025-01-09 | protection_plan_began | category=NEG"
    assert "neglect_over_years" in found(years)
    assert "neglect_over_years" not in found(years.replace("2025-01-09", "2025-01-08"))


def test_visits_not_seen_missing_moves_and_workers_are_counted_within_their_time() -> None:
    life = """
        1 | 2025-11-22 | visit | not_seen=refused
        1 | 2026-02-01 | visit | not_seen=refused
        1 | 2026-03-01 | visit | not_seen=refused
        1 | 2025-01-01 | missing_began
        1 | 2026-01-01 | missing_began
        1 | 2025-01-01 | address | kind=home
        1 | 2025-06-01 | address | kind=home
        1 | 2026-06-01 | address | kind=temporary
        1 | 2026-01-01 | allocated | role=lead | worker_id=a
        1 | 2026-04-01 | allocated | role=lead | worker_id=b
        1 | 2026-08-01 | allocated | role=lead | worker_id=c
    """
    assert set(found(life)) == {"not_seen", "missing", "moves", "workers"}
    assert set(found(life.replace("2025-11-22", "2025-11-21").replace("worker_id=c", "worker_id=a"))) == {
        "missing",
        "moves",
    }


def test_an_adult_new_at_home_counts_where_another_childs_record_weighs() -> None:
    weighs = "3 | 2015-05-01 | care_began | need=N1\n"
    new = Around(adult_id="A", name="Dan Hill", relation="A parent's partner", at_home=True, since=date(2026, 5, 1))
    known = {"children_of": {"A": ("3",)}}
    assert "Dan Hill, since May 2026" in found(weighs, adults=(new,), **known)["new_adult"]
    assert "new_adult" not in found("", adults=(new,), **known)
    long_here = Around(adult_id="A", name="Dan Hill", relation="Father", at_home=True, since=date(2025, 11, 21))
    assert "new_adult" not in found(weighs, adults=(long_here,), **known)


def test_a_death_close_to_the_child_is_a_loss() -> None:
    assert (
        found("1 | 2020-05-01 | adult_died | name=Ann Marsh")["losses"]
        == "Somebody close has died: Ann Marsh (May 2020)."
    )


def test_new_facts_open_an_answered_question_again() -> None:
    [pattern] = patterns_in(past("2 | 2019-03-01 | protection_plan_began | category=NEG"))
    answer = HistoryAnswer(
        pattern=pattern.key, sources=[["child_protection_plans", "0"]], means_now="Much has changed."
    )
    [asked] = asked_of([pattern], {pattern.key: answer})
    assert not asked.open
    [later] = patterns_in(
        past("2 | 2019-03-01 | protection_plan_began | category=NEG\n1 | 2026-11-01 | protection_plan_began")
    )
    [again] = asked_of([later], {pattern.key: answer})
    assert again.open
    assert [fact.child_id for fact in again.new] == ["1"]
    assert came_since([again], date(2026, 11, 1)) == [again]
    assert came_since([again], date(2026, 11, 2)) == []
