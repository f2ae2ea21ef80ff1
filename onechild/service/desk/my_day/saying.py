"""The first sentence of a day: what is due and what is late, and no praise."""

from __future__ import annotations

from onechild.knowledge.reports.words import capital, does, number, things


def lead_sentence(*, today: int, late: int, unwritten: int, soon: int) -> str:
    """ "Four things are due today and two are late. One planned visit is not written up yet." """
    first = f"{_things(today)} due today"
    them = "" if today else " thing" if late == 1 else " things"
    second = f"{number(late)}{them} {'is' if late == 1 else 'are'} late" if late else "nothing recorded is late"
    said = [f"{capital(first)} and {second}."]
    if unwritten:
        noun = "visit that was planned is" if unwritten == 1 else "visits that were planned are"
        said.append(f"{capital(number(unwritten))} {noun} not written up yet.")
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
    own = f"{capital(things(owed, 'thing', 'things'))} {does(owed, 'is', 'are')} yours to do by the end of next week"
    rest = f"{number(late)} of the team’s {does(late, 'is', 'are')} late" if late else "nothing recorded in it is late"
    return f"{wait} {own}, and {rest}."


def _things(count: int) -> str:
    if not count:
        return "nothing is"
    return f"{number(count)} {'thing is' if count == 1 else 'things are'}"
