"""The first sentence of a day: what is due and what is late, and no praise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onechild.knowledge.reports.words import capital, does, number, things
from onechild.service.govuk.words import day
from onechild.service.record.queries.diary.cover import Covering
from onechild.service.record.queries.diary.to_cover import ToCover


def lead_sentence(*, today: int, late: int, unwritten: int, soon: int, planned: bool = False) -> str:
    """ "Four things are due today and two are late. One visit that was planned is not written up yet, ..."

    `planned` says that some of today's are planned for today and due later.
    """
    first = f"{_things(today)} due{' or planned' if planned else ''} today"
    them = "" if today else " thing" if late == 1 else " things"
    second = f"{number(late)}{them} {'is' if late == 1 else 'are'} late" if late else "nothing recorded is late"
    said = [f"{capital(first)} and {second}."]
    if unwritten:
        noun = "visit that was planned is" if unwritten == 1 else "visits that were planned are"
        counts = "counts" if unwritten == 1 else "count"
        said.append(f"{capital(number(unwritten))} {noun} not written up yet, and {counts} as not seen.")
    if not today and not late and soon:
        said.append(f"{capital(_things(soon))} due by the end of next week.")
    return " ".join(said)


def held_sentence(*, cases: int, families: int, target: float | None) -> str:
    """ "You hold 17 children in 9 families; your target is 18." """
    if not cases:
        return ""
    children, homes = ("child" if cases == 1 else "children"), ("family" if families == 1 else "families")
    held = f"You hold {cases} {children} in {families} {homes}"
    return f"{held}; your target is {target:g}." if target is not None else f"{held}."


def team_sentence(*, waiting: int, owed: int, late: int) -> str:
    """ "Two children are waiting for a worker. Three things are yours to do, and five in the team are late." """
    wait = f"{capital(things(waiting, 'child', 'children'))} {does(waiting, 'is', 'are')} waiting for a worker."
    own = f"{capital(_things(owed))} yours to do by the end of next week"
    rest = f"{number(late)} of the team’s {does(late, 'is', 'are')} late" if late else "nothing recorded in it is late"
    return f"{wait} {own}, and {rest}."


def _things(count: int) -> str:
    if not count:
        return "nothing is"
    return f"{number(count)} {'thing is' if count == 1 else 'things are'}"


def cover_sentence(found: Sequence[ToCover]) -> str:
    """ "Away today: two workers, with three visits to cover." Counted are visits, one a child; nobody is named."""
    uncovered, covered = sum(len(one.uncovered) for one in found), sum(len(one.waiting) for one in found)
    workers = things(len(found), "worker", "workers")
    if not uncovered:
        return f"Away today: {workers}, with {things(covered, 'visit', 'visits')}: nothing is left uncovered."
    return f"Away today: {workers}, with {things(uncovered, 'visit', 'visits')} to cover."


def covering_sentence(covering: Sequence[Covering], *, today: date) -> str:
    """ "You cover for three children of colleagues who are away, the last until Friday 27 November." """
    if not covering:
        return ""
    last = max(one.last_day for one in covering)
    of = "a colleague" if len({one.worker_id for one in covering}) == 1 else "colleagues"
    until = "today" if last == today else day(last, today)
    return f"You cover for {things(len(covering), 'child', 'children')} of {of}, until {until}."
