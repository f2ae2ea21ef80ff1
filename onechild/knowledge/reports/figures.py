"""The figures of the caseload report, by team and in all, now and then, each from its measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from onechild.knowledge.measures.behind import Behind, behind, tally
from onechild.knowledge.measures.model import By, Figure, Measure
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.topics import caseload
from onechild.knowledge.reports.lineage import Predecessor, predecessors

THEN, NOW = 0, 1  # the two moments of the report's question

ASKED = (
    caseload.AVERAGE_CASELOAD_PER_WORKER,
    caseload.AVERAGE_CASELOAD_PER_FTE,
    caseload.WORKERS_OVER_TARGET,
    caseload.CASES_UNALLOCATED,
    caseload.CASES_HELD_BY_MANAGERS,
    caseload.CASES_HELD_BY_ABSENT_WORKERS,
    caseload.AVERAGE_CASELOAD_DFE,
)

Rows = dict[str, list[Behind]]


@dataclass(frozen=True)
class Figures:
    """What one team, or all of them, held on one day. `fte` is None where a worker's hours are not recorded."""

    workers: int = 0
    fte: float | None = 0
    cases: int = 0
    over_target: int = 0
    unallocated: int = 0
    held_by_managers: int = 0
    held_by_absent: int = 0

    @property
    def average(self) -> float | None:
        """Cases for each worker who holds one; None where nobody does."""
        return self.cases / self.workers if self.workers else None

    @property
    def average_per_fte(self) -> float | None:
        """Cases for each full-time worker; None where nobody holds one or hours are not recorded."""
        return self.cases / self.fte if self.fte else None


@dataclass(frozen=True)
class TeamFigures:
    """A team now, and the same team then, or why the two can't be compared."""

    team_id: str
    team: str
    now: Figures
    before: Figures | None
    before_id: str = ""
    before_team: str = ""
    why_no_before: str = ""


@dataclass(frozen=True)
class Caseload:
    """The teams, all of them together, and the whole council with children under no team or another."""

    teams: tuple[TeamFigures, ...]
    together: tuple[Figures, Figures]
    council: tuple[Figures, Figures]
    dfe_average: tuple[float | None, float | None]  # then and now, over the whole council
    behind: Rows  # by the key of the measure


@dataclass(frozen=True)
class Counted:
    """The figures of every moment of a question, by its number: by team, the teams together, the whole council."""

    by_team: Mapping[tuple[int, str | None], Figures]
    together: Mapping[int, Figures]
    council: Mapping[int, Figures]
    dfe_average: Mapping[int, float | None]


class Ask(Protocol):
    """How a measure is counted at every moment: by the engine, or added up from rows that are there already."""

    def __call__(self, measure: Measure, *, by: By | None = None, caseholding: bool = False) -> list[Figure]: ...


def caseload_of(question: Question) -> Caseload:
    """The figures at the two moments of the question, the earlier first."""
    rows = behind(question, *(measure for measure in ASKED if question.can_count(measure)))

    def ask(measure: Measure, *, by: By | None = None, caseholding: bool = False) -> list[Figure]:
        return (
            []
            if measure.key not in rows
            else tally(question, measure, rows[measure.key], by=by, caseholding=caseholding)
        )

    return between(question, counted(question, ask), rows, then=THEN, now=NOW)


def counted(question: Question, ask: Ask) -> Counted:
    """The figures at every moment of the question, however they are asked."""
    together, council = _figures(question, ask, caseholding=True), _figures(question, ask)
    days = [moment.to_on for moment in question.moments]
    dfe = {days.index(one.to_on): one.value for one in ask(caseload.AVERAGE_CASELOAD_DFE)}
    return Counted(
        by_team=_figures(question, ask, by="team"),
        together={moment: one for (moment, _none), one in together.items()},
        council={moment: one for (moment, _none), one in council.items()},
        dfe_average=dfe,
    )


def between(question: Question, found: Counted, rows: Rows, *, then: int, now: int) -> Caseload:
    """Two moments of a question set side by side, the teams of the later with what each was at the earlier.

    `rows` are those behind the two, numbered THEN and NOW.
    """
    names = {row["team_id"]: row["name"] for row in question.read("teams")}
    days = (question.moments[then].to_on, question.moments[now].to_on)
    before = predecessors(question.read("teams"), question.read("team_lineage"), then=days[0], now=days[1])
    by_team = {(THEN, team): one for (moment, team), one in found.by_team.items() if moment == then}
    by_team |= {(NOW, team): one for (moment, team), one in found.by_team.items() if moment == now}
    return Caseload(
        teams=tuple(_team(team_id, names, earlier, by_team) for team_id, earlier in before.items()),
        together=(found.together[then], found.together[now]),
        council=(found.council[then], found.council[now]),
        dfe_average=(found.dfe_average.get(then), found.dfe_average.get(now)),
        behind=rows,
    )


def _team(
    team_id: str, names: dict[str, str], found: Predecessor, by_team: dict[tuple[int, str | None], Figures]
) -> TeamFigures:
    before = by_team.get((THEN, found.team_id), Figures()) if found.team_id else None
    now = by_team.get((NOW, team_id), Figures())
    earlier = found.team_id or ""
    return TeamFigures(team_id, names[team_id], now, before, earlier, names.get(earlier, ""), found.why_not)


def _figures(
    question: Question, asking: Ask, *, by: By | None = None, caseholding: bool = False
) -> dict[tuple[int, str | None], Figures]:
    days = [moment.to_on for moment in question.moments]

    def ask(measure: Measure) -> dict[tuple[int, str | None], Figure]:
        found = asking(measure, by=by, caseholding=caseholding)
        return {(days.index(one.to_on), one.of("team_id") if by else None): one for one in found}

    per_worker, per_fte = ask(caseload.AVERAGE_CASELOAD_PER_WORKER), ask(caseload.AVERAGE_CASELOAD_PER_FTE)
    over, waiting = ask(caseload.WORKERS_OVER_TARGET), ask(caseload.CASES_UNALLOCATED)
    managers, absent = ask(caseload.CASES_HELD_BY_MANAGERS), ask(caseload.CASES_HELD_BY_ABSENT_WORKERS)
    nothing = Figure(None, question.moments[0].to_on, 0, 0, None)
    no_hours = nothing if per_fte else Figure(None, question.moments[0].to_on, 0, None, None)
    return {
        key: Figures(
            workers=int(per_worker.get(key, nothing).denominator or 0),
            fte=per_fte.get(key, no_hours).denominator,
            cases=int(per_worker.get(key, nothing).numerator),
            over_target=int(over.get(key, nothing).numerator),
            unallocated=int(waiting.get(key, nothing).numerator),
            held_by_managers=int(managers.get(key, nothing).numerator),
            held_by_absent=int(absent.get(key, nothing).numerator),
        )
        for key in {*per_worker, *waiting, *managers}
    }
