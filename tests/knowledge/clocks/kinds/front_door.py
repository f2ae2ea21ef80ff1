"""The front door, assessments, protection and need, for the oracle."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any

from tests.knowledge.clocks.drawing import a_day, a_row, an_event
from tests.knowledge.clocks.kinds.holding import any_within, first_after, until
from tests.knowledge.clocks.kinds.steps import work_ended
from tests.knowledge.clocks.oracle_journey import FAR, Child, Event, Spell, within

Row = dict[str, Any]
Rows = dict[str, list[Row]]
PUBLIC = ("1A", "1B", "1C", "1D", "9", "10")
FOUR_WEEKS = timedelta(days=28)


def steps(child: Child, step: str) -> list[Row]:
    """The steps of a code."""
    return [row for row in child.rows["steps_taken"] if row["step"] == step]


def happened(table: str, keep: Callable[[Row], bool] = lambda row: True, *, on: str = "happened_on") -> Any:
    """Events of a table that belong to no spell in particular."""
    return lambda child: [(row[on], None) for row in child.rows[table] if keep(row)]


def seen(row: Row) -> bool:
    """Whether the child was seen in person."""
    return bool(row["seen"]) and row["method"] in (None, "face_to_face")


def open_at(row: Row, day: date) -> bool:
    """Whether a day is in the spell, its last day with it."""
    return bool(row["started_on"] <= day <= (row["ended_on"] or FAR))


def _elsewhere(child: Child, day: date) -> bool:
    return any_within((*child.rows["child_protection_plans"], *child.rows["periods_of_care"]), day)


def _until_elsewhere(child: Child, day: date) -> date | None:
    rows = (*child.rows["child_protection_plans"], *child.rows["periods_of_care"])
    begins = [row["started_on"] for row in rows if within(row, row["started_on"])]
    return until(first_after(day, begins), work_ended(child, day))


def _red(child: Child) -> Iterator[Spell]:
    for row in child.rows["contacts"]:
        if row["priority"] == "red":
            yield Spell(row["contact_id"], row["happened_on"], row["happened_on"], None)


def _to_decide(child: Child) -> Iterator[Spell]:
    for row in child.rows["referrals"]:
        yield Spell(row["referral_id"], row["started_on"], row["started_on"], row["ended_on"])


def _decided(child: Child) -> Iterator[Event]:
    yield from ((row["decided_on"], row["referral_id"]) for row in child.rows["referrals"])
    for row in child.rows["outcomes"]:
        if row["outcome_of"] == "referral":
            yield row["happened_on"], row["outcome_of_id"]


def _to_tell(child: Child) -> Iterator[Spell]:
    for row in child.rows["referrals"]:
        day = row["decided_on"]
        if day and row["source_kind"] not in PUBLIC:
            yield Spell(row["referral_id"], day, day, day + FOUR_WEEKS)


def _accepted(child: Child) -> Iterator[Spell]:
    decided = {row["referral_id"]: row["decided_on"] for row in child.rows["referrals"]}
    for spell in child.raw_spells("referral_to_assess"):
        day = decided[spell.spell_id]
        if day:
            yield Spell(spell.spell_id, day, day, spell.ended_on)


def _unborn(child: Child) -> Iterator[Spell]:
    born, expected = child.born_on, child.rows["children"][0]["expected_on"]
    for spell in child.raw_spells("referral_to_assess"):
        if (born and spell.started_on < born) or (born is None and expected):
            yield spell


def _unborn_enquiries(child: Child) -> Iterator[Spell]:
    expected = child.rows["children"][0]["expected_on"] or child.born_on
    for spell in child.raw_spells("section_47_enquiry"):
        if expected and spell.started_on < expected:
            yield Spell(spell.spell_id, spell.started_on, expected, until(spell.ended_on, child.born_on))


def _to_conclude(child: Child) -> Iterator[Spell]:
    closed = {row["referral_id"]: row["ended_on"] for row in child.rows["referrals"]}
    for row in child.rows["section_47_enquiries"]:
        day = _enquiry_began(child, row)
        yield Spell(row["enquiry_id"], day, day, closed.get(row["referral_id"]))


def _enquiry_began(child: Child, enquiry: Row) -> date:
    days = [
        row["happened_on"]
        for row in child.rows["strategy_discussions"]
        if row["enquiry_id"] == enquiry["enquiry_id"] and row["began_enquiry"]
    ]
    day: date = min(days, default=enquiry["started_on"])
    return day


def _concluded(child: Child) -> Iterator[Event]:
    for row in child.rows["section_47_enquiries"]:
        if row["ended_on"]:
            yield max(row["ended_on"], _enquiry_began(child, row)), row["enquiry_id"]


def _conferences_coming(child: Child) -> Iterator[Spell]:
    planned = sorted(
        (row for row in steps(child, "conference_planned") if row["set_for_on"]),
        key=lambda row: (row["happened_on"], row["step_id"]),
    )
    for row, following in zip_longest(planned, planned[1:]):
        ends = min(row["set_for_on"], following["happened_on"] if following else FAR)
        yield Spell(row["step_id"], row["happened_on"], row["set_for_on"], ends)


def _nth(child: Child, step: str, place: int, spells: Iterable[Spell]) -> Iterator[Event]:
    for spell in spells:
        days = {
            row["happened_on"]
            for row in steps(child, step)
            if row["about_id"] in (None, spell.spell_id)
            and spell.started_on <= row["happened_on"] <= (spell.ended_on or FAR)
        }
        if len(days) >= place and spell.started_on < (spell.ended_on or FAR):
            yield sorted(days)[place - 1], spell.spell_id


def _assessments(child: Child) -> Iterator[Spell]:
    for row in child.rows["assessments"]:
        yield Spell(row["assessment_id"], row["started_on"], row["started_on"], row["ended_on"])


def _of_plan(child: Child, plan: Spell) -> list[date]:
    """The core groups held under a plan."""
    days = {row["happened_on"] for row in child.rows["core_groups"]}
    return sorted(day for day in days if plan.started_on <= day <= (plan.ended_on or FAR))


def _core_groups_begun(child: Child) -> Iterator[Spell]:
    for plan in child.raw_spells("child_protection_plan"):
        for day in _of_plan(child, plan)[:1]:
            yield Spell(plan.spell_id, day, day, plan.ended_on)


def _core_groups_again(child: Child) -> Iterator[Event]:
    for plan in child.raw_spells("child_protection_plan"):
        yield from ((day, plan.spell_id) for day in _of_plan(child, plan)[1:])


def _need_found(child: Child) -> Iterator[Spell]:
    for row in child.rows["assessments"]:
        said = [
            one["happened_on"]
            for one in child.rows["outcomes"]
            if (one["outcome_of"], one["outcome_of_id"], one["outcome"])
            == ("assessment", row["assessment_id"], "child_in_need_plan")
        ]
        if not said or not row["ended_on"]:
            continue
        day = max(row["ended_on"], min((one for one in said if one), default=row["ended_on"]))
        plans = [one for one in child.rows["child_in_need_plans"] if one["started_on"] < day and within(one, day)]
        if not plans and not _elsewhere(child, day):
            yield Spell(row["assessment_id"], day, day, _until_elsewhere(child, day))


def _stepped_down(child: Child) -> Iterator[Spell]:
    for row in child.rows["child_protection_plans"]:
        day = row["ended_on"]
        if not row["of_other_council"] and row["end_reason"] == "stepped_down" and day and not _elsewhere(child, day):
            yield Spell(row["plan_id"], day, day, _until_elsewhere(child, day))


def _closing(child: Child) -> Iterator[Spell]:
    for row in steps(child, "closure_decided"):
        day = row["happened_on"]
        yield Spell(row["step_id"], day, day, work_ended(child, day))


SPELLS = {
    "closing_decided": _closing,
    "contact_at_once": _red,
    "referral_to_decide": _to_decide,
    "referrer_to_tell": _to_tell,
    "referral_accepted": _accepted,
    "unborn_to_assess": _unborn,
    "assessment_under_way": _assessments,
    "section_47_to_conclude": _to_conclude,
    "unborn_under_enquiry": _unborn_enquiries,
    "conference_coming": _conferences_coming,
    "core_groups_begun": _core_groups_begun,
    "need_found": _need_found,
    "stepped_down": _stepped_down,
}
CONDITIONS = {
    "child_protection_plan": lambda child, day: any(
        one.started_on <= day < (one.ended_on or FAR) for one in child.raw_spells("child_protection_plan")
    ),
}
EVENTS = {
    "referral_decided": _decided,
    "referrer_told": lambda child: [(row["referrer_told_on"], row["referral_id"]) for row in child.rows["referrals"]],
    "child_seen": happened("visits", seen),
    "assessment_finished": happened("assessments", on="ended_on"),
    "strategy_discussion_held": happened("strategy_discussions"),
    "section_47_concluded": _concluded,
    "transfer_in_conference_held": happened("conferences", lambda row: row["conference_kind"] == "transfer_in"),
    "core_group_held": happened("core_groups"),
    "core_group_held_again": _core_groups_again,
    "child_in_need_plan_begun": happened("child_in_need_plans", on="started_on"),
    "child_in_need_review_held": happened("child_in_need_reviews"),
    **{
        f"manager_check_{place}": lambda child, place=place: _nth(child, "manager_check", place, _assessments(child))
        for place in (1, 2, 3)
    },
    **{
        f"long_plan_reviewed_{place}": lambda child, place=place: _nth(
            child, "long_plan_reviewed", place, child.raw_spells("child_protection_plan")
        )
        for place in (1, 2, 3, 4)
    },
}


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """Core groups and reviews; what else the rows there say: red contacts, decisions, a child not born yet."""
    for table, most in (("core_groups", 4), ("child_in_need_reviews", 3)):
        key = f"{child}-{table}"
        column = {"core_groups": "core_group_id", "child_in_need_reviews": "review_id"}[table]
        for number in range(chance.randrange(most + 1)):
            rows[table].append(a_row(table, **{column: f"{key}-{number}"}, child_id=child, **an_event(chance)))
    for row in rows["contacts"]:
        row["priority"] = chance.choice(["red", "amber", None])
    for row in rows["referrals"]:
        row["decided_on"] = row["started_on"] + timedelta(days=chance.randrange(4)) if chance.random() < 0.7 else None
        row["source_kind"] = chance.choice(["1A", "2A", "6", None])
        row["referrer_told_on"] = a_day(chance) if chance.random() < 0.3 else row["decided_on"]
    for row in rows["child_protection_plans"]:
        row["end_reason"] = chance.choice(["stepped_down", "stepped_down", "closed", None])
    for number, row in enumerate(rows["assessments"]):
        if chance.random() < 0.6:
            found = {"happened_on": row["ended_on"] if chance.random() < 0.5 else None, "outcome_of": "assessment"}
            key = {"outcome_id": f"{child}-need-{number}", "child_id": child, "outcome_of_id": row["assessment_id"]}
            rows["outcomes"].append(a_row("outcomes", **key, **found, outcome="child_in_need_plan"))
        if chance.random() < 0.7:
            day = row["started_on"] + timedelta(days=chance.randrange(30))
            about = row["assessment_id"] if chance.random() < 0.5 else None
            key = {"step_id": f"{child}-check-{number}", "child_id": child, "step": "manager_check"}
            rows["steps_taken"].append(a_row("steps_taken", **key, happened_on=day, about_id=about))
    _birth(chance, rows["children"][0])


def _birth(chance: random.Random, child: Row) -> None:
    """A few children are born in the midst of things, or expected still."""
    when = chance.random()
    if when < 0.06:
        child["born_on"] = a_day(chance)
    elif when < 0.1:
        child |= {"born_on": None, "expected_on": a_day(chance), "died_on": None}
