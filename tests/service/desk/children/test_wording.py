"""The words of a timeline and of a worked-out date."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from onechild.service.desk.children.clock_words import working
from onechild.service.record.models import Obligation
from onechild.service.record.operations import SQL
from onechild.service.record.queries.timeline import Happened
from onechild.service.record.queries.work.wording import WORDS, said_of

TODAY = date(2026, 11, 21)
BY_ANA = {"workers": {"w1": "Ana Reis"}, "today": TODAY}


def happened(what: str, *, decisive: bool = False, silent: bool = False, **detail: Any) -> Happened:
    """One thing that Ana Reis did on 3 November."""
    on = date(2026, 11, 3)
    return Happened(on, what, "", decisive, silent, "1", "w1", None, None, detail)


def visit(**told: Any) -> str:
    """What a line says of a visit."""
    unsaid = dict.fromkeys(("purpose", "seen", "alone", "method", "place", "said", "words", "not_seen"))
    line = said_of(happened("visit", **{**unsaid, "purpose": "looked_after", **told}), **BY_ANA)  # type: ignore[arg-type]
    return f"{line.title} {line.words}"


def duty(**changes: Any) -> Obligation:
    """A duty under a child protection plan, counted from 22 October."""
    plain = {
        "clock": "child-protection-visit",
        "version": "CP-10 2013-04-15",
        "within": "28 days",
        "started_on": date(2026, 10, 22),
        "due_on": date(2026, 11, 19),
    }
    return Obligation(**{**plain, **changes})


def test_a_visit_says_alone_where_and_by_whom() -> None:
    said = visit(seen=True, alone=True, place="home", said="I like it here.")
    assert said == "Seen alone. At home by Ana Reis, on a looked-after visit. “I like it here.”"


def test_a_visit_without_a_note_of_seeing_is_not_said_to_have_seen() -> None:
    assert visit(seen=None).startswith("Visit, with no note of whether the child was seen.")


def test_a_child_not_seen_without_a_reason_is_said_so() -> None:
    assert "no reason recorded" in visit(seen=False)


def test_a_conference_says_what_it_decided() -> None:
    line = said_of(happened("conference", decisive=True, kind="review", plan_continues=True, quorate=False), **BY_ANA)  # type: ignore[arg-type]
    assert (line.title, line.words, line.kind) == (
        "Review conference.",
        "Plan continues; too few agencies were there.",
        "decision",
    )


def test_what_was_written_down_weeks_later_says_so() -> None:
    late = Happened(date(2026, 11, 1), "core_group", "", False, False, "1", None, date(2026, 11, 15), None, {})
    assert said_of(late, workers={}, today=TODAY).note == "Written down 14 days later."


def test_every_kind_in_the_view_has_words() -> None:
    text = "".join(
        (SQL / name).read_text(encoding="utf-8") for name in ("happenings.sql", "every_clock.sql", "notes_told.sql")
    )
    whole = set(re.findall(r"'(\w+)'(?: AS what)?,\s+'\w+'(?: AS part)?,", text))
    spells = {f"{kind}_{way}" for kind in re.findall(r"'(\w+)_' \|\| turn\.way", text) for way in ("began", "ended")}
    known = {kind for kind in whole if not kind.startswith("onechild")} | spells
    assert len(known) > 50
    assert known - WORDS.keys() - {"visit"} == set()


def test_a_date_in_days_is_worked_out_in_two_steps() -> None:
    how = working(duty(), follows_event=True, today=TODAY)
    assert how.steps == ("Last seen Thursday 22 October.", "28 days from then is Thursday 19 November.")
    assert how.version == "Rule CP-10 in force from 15 April 2013"


def test_a_date_in_working_days_names_what_was_not_counted() -> None:
    row = duty(
        clock="initial-child-protection-conference",
        version="CP-03 2013-04-15",
        within="15 working days",
        started_on=date(2026, 12, 14),
        due_on=date(2027, 1, 7),
    )
    counted, left_out = working(row, follows_event=False, today=TODAY).steps[1:]
    assert counted == "15 working days from then is Thursday 7 January 2027."
    assert left_out.startswith("Not counted: 6 weekend days and 3 bank holidays (Christmas Day, 25 December")


def test_a_date_moved_by_a_change_of_rule_says_why() -> None:
    how = working(duty(within="7 days", due_on=date(2026, 11, 5)), follows_event=True, today=TODAY)
    assert "The rule changed on Thursday 5 November" in how.steps[2]
