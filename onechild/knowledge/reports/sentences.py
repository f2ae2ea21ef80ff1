"""The sentences of the caseload report, computed: none claims more than the figures, and none praises.

An average never stands without the children who wait or whom a manager or someone absent holds: they follow in the
same sentence or the next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onechild.knowledge.reports.figures import NOW, THEN, Caseload, Figures, TeamFigures
from onechild.knowledge.reports.saying import Saying
from onechild.knowledge.reports.suppression import is_small
from onechild.knowledge.reports.words import capital, listed, number, one_decimal, shown, things

Compared = Callable[[Figures], float | None]


@dataclass(frozen=True)
class Change:
    """The names of the compared teams in which a figure fell, rose, or is shown the same."""

    lower: tuple[str, ...]
    higher: tuple[str, ...]
    same: tuple[str, ...]
    unknown: tuple[str, ...]


def caseload_sentences(found: Caseload, saying: Saying) -> list[str]:
    """All sentences on caseload, in the order in which they are read."""
    if not found.teams:
        return [f"The extract names no team that held cases at {saying.now}, so nothing is said by team."]
    return [
        *_comparison(found, saying),
        _average_in_all(found, saying),
        *_over_in_all(found, saying),
        *_left_out(found, saying),
    ]


def change(teams: tuple[TeamFigures, ...], figure: Compared) -> Change:
    """How a figure moved in each team that has a before; two that are shown alike are the same."""
    moved: dict[str, list[str]] = {"lower": [], "higher": [], "same": [], "unknown": []}
    for team in teams:
        if team.before:
            moved[_direction(figure(team.before), figure(team.now))].append(team.team)
    return Change(**{way: tuple(names) for way, names in moved.items()})


def over_target(figures: Figures) -> float | None:
    """Workers over target."""
    return figures.over_target


def average(figures: Figures) -> float | None:
    """Cases for each worker."""
    return figures.average


def _direction(before: float | None, now: float | None) -> str:
    if before is None or now is None:
        return "unknown"
    return "same" if shown(before) == shown(now) else "lower" if now < before else "higher"


def _comparison(found: Caseload, saying: Saying) -> list[str]:
    compared = [team for team in found.teams if team.before]
    if not compared:
        return [f"No team can be compared with {saying.then}."]
    over, mean = change(found.teams, over_target), change(found.teams, average)
    # Of two hidden numbers it is not told in which team one is the lower: that would narrow both.
    whole = Whole(len(compared), len(found.teams), named=not saying.publish)
    return [
        _moved("The number of staff with cases over target", over, whole, saying),
        _moved("The average caseload per worker", mean, whole, saying),
        _unseen_sentence(found, saying),
        *_both(over, mean, whole, saying),
        *_they_differ(over, mean),
    ]


@dataclass(frozen=True)
class Whole:
    """What "five of" is followed by: all the teams, or those of them that can be compared."""

    compared: int
    teams: int
    named: bool = True

    def some(self, names: tuple[str, ...]) -> str:
        """So many of them, and which: "three (A, B and C)"."""
        return f"{number(len(names))} ({listed(names)})" if self.named and names else number(len(names))

    def share(self, names: tuple[str, ...]) -> str:
        """Some of them: "five of the ten teams (A, ...)", "all ten teams", "both teams", "none of the ten teams"."""
        all_of_them = f"{'' if self.compared == 2 else number(self.compared) + ' '}teams{self._kind}"
        if len(names) == self.compared:
            return f"{'both' if self.compared == 2 else 'all'} {all_of_them}"
        return f"{number(len(names))} of {self}{f' ({listed(names)})' if names and self.named else ''}"

    def __str__(self) -> str:
        return f"the {number(self.compared)} {'team' if self.compared == 1 else 'teams'}{self._kind}"

    @property
    def _kind(self) -> str:
        return " that can be compared" if self.compared < self.teams else ""


def _moved(subject: str, moved: Change, whole: Whole, saying: Saying) -> str:
    if whole.compared == 1:
        return _moved_in_one(subject, moved, whole, saying)
    first = f"{subject} is lower than at {saying.then} in {whole.share(moved.lower)}"
    rest = [
        f"{words} in {whole.some(names)}"
        for words, names in (("higher", moved.higher), ("the same", moved.same), ("not known", moved.unknown))
        if names
    ]
    if not rest:
        return f"{first}."
    if not moved.lower:
        return f"{first}; it is {listed(rest)}."
    return f"{first}, {listed(rest)}." if len(rest) > 1 else f"{first} and {rest[0]}."


def _moved_in_one(subject: str, moved: Change, whole: Whole, saying: Saying) -> str:
    ways = {
        "is lower than": moved.lower,
        "is higher than": moved.higher,
        "is the same as": moved.same,
        "can't be set beside that": moved.unknown,
    }
    words, names = next((words, names) for words, names in ways.items() if names)
    return f"{subject} {words} at {saying.then} in {whole}{f' ({names[0]})' if whole.named else ''}."


def _unseen_sentence(found: Caseload, saying: Saying) -> str:
    """Children whom the average leaves out, and cases in it that nobody present holds."""
    waiting, managers, absent = unseen(found, NOW)
    earlier = unseen(found, THEN)
    then = (
        f"it was {listed([saying.number(count) for count in earlier])}" if any(earlier) else "there were none of these"
    )
    return (
        f"Beside that average, {saying.things(waiting, 'child', 'children')} {saying.does(waiting, 'was', 'were')} "
        f"waiting for a worker at {saying.now}, {saying.number(managers)} {saying.does(managers, 'was', 'were')} held "
        f"by a manager and {saying.number(absent)} of the cases {saying.does(absent, 'was', 'were')} held by someone "
        f"absent; at {saying.then} {then}."
    )


def unseen(found: Caseload, moment: int) -> tuple[int, int, int]:
    """Children waiting anywhere in the council; and of the teams that hold cases, those with a manager or an absent."""
    teams, council = found.together[moment], found.council[moment]
    return council.unallocated, teams.held_by_managers, teams.held_by_absent


def _both(over: Change, mean: Change, whole: Whole, saying: Saying) -> list[str]:
    both = [name for name in over.lower if name in mean.lower]
    if whole.compared == 1 or not (over.lower or mean.lower):
        return []
    if not both:
        return [f"In no team are both counts lower than at {saying.then}."]
    which = f" ({listed(both)})" if whole.named else ""
    return [f"Both counts are lower than at {saying.then} in {things(len(both), 'team', 'teams')}{which}."]


def _they_differ(over: Change, mean: Change) -> list[str]:
    if set(over.lower) == set(mean.lower):
        return []
    return ["The two counts differ, and both matter: an average can fall while some workers carry too much."]


def _average_in_all(found: Caseload, saying: Saying) -> str:
    """What all the teams hold together, with the children whom an average leaves out in the same sentence."""
    now, then = found.together[NOW], found.together[THEN]
    waiting, managers, absent = unseen(found, NOW)
    beside = (
        f"with {saying.things(waiting, 'child', 'children')} waiting, {saying.number(managers)} held by a manager and "
        f"{saying.number(absent)} by someone absent"
    )
    if now.average is None:
        return f"No worker of these teams held a case at {saying.now}, {beside}."
    if saying.publish and (is_small(now.workers) or is_small(now.cases)):
        return f"Too few workers held a case at {saying.now} for their average to be published, {beside}."
    held = (
        f"{capital(saying.things(now.workers, 'worker', 'workers'))} held {saying.things(now.cases, 'case', 'cases')} "
        f"at {saying.now}, {one_decimal(now.average)} on average"
    )
    if then.average is not None and not (saying.publish and is_small(then.workers)):
        held += f" ({one_decimal(then.average)} at {saying.then})"
    return f"{held}, {beside}."


def _over_in_all(found: Caseload, saying: Saying) -> list[str]:
    now, then = found.together[NOW], found.together[THEN]
    if not now.workers:
        return []
    over, verb = capital(saying.number(now.over_target)), saying.does(now.over_target, "was", "were")
    workers = saying.things(now.workers, "worker", "workers")
    words = f"{over} of the {workers} {verb} over target at {saying.now}"
    if then.workers:
        words += f"; at {saying.then} it was {saying.number(then.over_target)} of {saying.number(then.workers)}"
    return [f"{words}."]


def _left_out(found: Caseload, saying: Saying) -> list[str]:
    return [
        f"{team.team} is left out of the comparison: it {team.why_no_before.replace('then', f'at {saying.then}')}."
        for team in found.teams
        if team.before is None
    ]
