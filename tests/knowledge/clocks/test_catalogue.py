"""What holds of every clock: a source, kinds that the journey knows, one rule at a time, the reference's numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from onechild.errors import CannotProceed
from onechild.knowledge.clocks.catalogue import CLOCKS, clock
from onechild.knowledge.clocks.journey import steps as steps_of_journey
from onechild.knowledge.clocks.journey.hours.kinds import TIMED_EVENTS, TIMED_SPELLS
from onechild.knowledge.clocks.journey.kinds import EVENTS as IN_DAYS
from onechild.knowledge.clocks.journey.kinds import SPELLS as SPELLS_IN_DAYS
from onechild.knowledge.clocks.journey.steps import STEPS
from onechild.knowledge.clocks.law import Step, steps
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.tables.contract import TABLES

# The reference says 7 days for our "1 week" (LAC-05) and gives no number for an age (CL-03).
SAID_ALIKE = ("FD-01", "AS-01", "CP-03", "CP-08", "CP-10", "CIN-02", "LAC-15", "HLT-01", "CL-04")
SPELLS, EVENTS = {**SPELLS_IN_DAYS, **TIMED_SPELLS}, {**IN_DAYS, **TIMED_EVENTS}


def every_clock(test: object) -> object:
    return pytest.mark.parametrize("one", CLOCKS, ids=lambda one: one.key)(test)


@every_clock
def test_clock_names_only_kinds_that_the_journey_can_read(one: Clock) -> None:
    assert {one.starts, *(rule.during for rule in one.rules if rule.during)} <= set(SPELLS)
    assert {met.kind for met in one.met_by} <= set(EVENTS)


@every_clock
def test_clock_needs_only_tables_of_the_contract(one: Clock) -> None:
    assert set(one.needs) <= set(TABLES)


@every_clock
def test_clock_has_a_source_that_was_looked_at_and_says_what_it_leaves_out(one: Clock) -> None:
    assert one.source.title
    assert one.source.checked >= "2026-11"
    assert one.exceptions


@every_clock
def test_one_general_rule_at_most_is_in_force_on_a_day(one: Clock) -> None:
    general = [step for step in steps(one, standards=()) if step.during is None]
    assert not [(a, b) for number, a in enumerate(general) for b in general[:number] if _clash(a, b)]


def test_keys_are_unique() -> None:
    assert len({one.key for one in CLOCKS}) == len(CLOCKS)


def test_every_kind_of_the_journey_is_asked_for_by_a_clock() -> None:
    asked = {kind for one in CLOCKS for kind in (one.starts, *(rule.during for rule in one.rules))}
    single = {name for name, kind in SPELLS.items() if not kind.of_family}
    met = {met.kind for one in CLOCKS for met in one.met_by}
    assert single <= asked
    assert asked - {None} <= set(SPELLS)
    assert {name for name, kind in EVENTS.items() if not kind.of_family} <= met <= set(EVENTS)


def test_every_step_is_asked_for_by_a_clock_or_makes_a_kind_that_is() -> None:
    starts = {one.starts.removeprefix("since_").removeprefix("set_for_") for one in CLOCKS}
    met = {met.kind for one in CLOCKS for met in one.met_by}
    read = "".join(path.read_text("utf-8") for path in Path(steps_of_journey.__file__).parent.rglob("*.py"))
    assert {step for step in set(STEPS) - starts - met if f'"{step}"' not in read} == set()


def test_unknown_key_is_refused_with_the_keys_there_are() -> None:
    with pytest.raises(CannotProceed, match="there is no clock visits: the clocks are contact-decision"):
        clock("visits")


def test_lengths_are_those_of_the_shared_reference(project_root: Path) -> None:
    reference = project_root.parent / "shared" / "reference" / "timescales.yaml"
    if not reference.is_file():
        pytest.skip("the shared reference is not at hand: ../shared/reference")
    theirs = {row["id"]: row["due"] for row in yaml.safe_load(reference.read_text("utf-8"))["clocks"]}
    asked = [one for one in reversed(CLOCKS) if one.reference in SAID_ALIKE]  # the first of a row counts
    general = {one.reference: next(step for step in steps(one, standards=()) if not step.during) for one in asked}
    assert {key: str(general[key].within) for key in SAID_ALIKE} == {key: _words(theirs[key]) for key in SAID_ALIKE}


def _words(due: dict[str, object]) -> str:
    units = {"calendar_months": "month", "working_day": "working day", "calendar_days": "day"}
    return f"{due['n']} {units[str(due['unit'])]}" + ("s" if due["n"] != 1 else "")


def _clash(a: Step, b: Step) -> bool:
    same_turn = a.step_from <= b.step_to and b.step_from <= a.step_to
    return same_turn and a.in_force_from < b.in_force_to and b.in_force_from < a.in_force_to
