"""The decisions that a search finds: of OneChild's register, and of the front door as the case system tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.models import Decision, DecisionKind, FrontDoorDecision, Team, WorkerName
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

USUAL = Length(-3, "month")
FRONT_DOOR = "front_door"
KINDS = [*DecisionKind.choices, (FRONT_DOOR, "At the front door, in the case system")]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is searched for: words, a kind, who decided, a team, an outcome, between which days; empty asks for all."""

    words: str = ""
    kind: str = ""
    decider: str = ""
    team: str = ""
    outcome: str = ""
    since: date | None = None
    until: date | None = None

    def from_on(self, today: date) -> date:
        """The first day searched: the last three months, where none is asked for."""
        return self.since or add(self.until or today, USUAL)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One decision. `decision_id` is that of the register; one of the case system has none, and no page of its own."""

    child_id: str
    on: date
    kind: str
    outcome: str
    decider: str
    reason: str
    decision_id: str = ""


def entries(wanted: Wanted, *, today: date) -> list[Entry]:
    """This function will return what is found of children whom the viewer may see, the newest first: three queries."""
    found = [*_register(wanted, today)]
    if wanted.kind in ("", FRONT_DOOR) and not wanted.team:
        found += _front_door(wanted, today)
    return sorted(found, key=lambda one: (one.on, one.decision_id), reverse=True)


def counted(found: Sequence[Entry]) -> list[tuple[str, str, int]]:
    """This function will return how many there are of each kind and outcome, by their words."""
    counts = Counter((one.kind, one.outcome) for one in found)
    return [(kind, outcome, n) for (kind, outcome), n in sorted(counts.items())]


def by_decider(found: Sequence[Entry]) -> list[tuple[str, int]]:
    """This function will return how many each person decided, in the order of their names: nobody is ranked."""
    return sorted(Counter(one.decider for one in found).items())


def teams() -> list[tuple[str, str]]:
    """This function will return the teams for which somebody in the register decided."""
    known = Decision.objects.filter(team_id__isnull=False).values_list("team_id", flat=True).distinct()
    return sorted(Team.objects.filter(pk__in=known).values_list("pk", "name"), key=lambda one: one[1])


def _register(wanted: Wanted, today: date) -> Iterable[Entry]:
    rows = Decision.objects.filter(happened_on__gte=wanted.from_on(today), happened_on__lte=wanted.until or today)
    if wanted.words:
        said = ("reason", "outcome_words", "options", "seen")
        rows = rows.filter(_any(said, wanted.words))
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.decider:
        rows = rows.filter(decided_by_name__icontains=wanted.decider)
    if wanted.team:
        rows = rows.filter(team_id=wanted.team)
    if wanted.outcome:
        rows = rows.filter(outcome_words__icontains=wanted.outcome)
    words = dict(DecisionKind.choices)
    for row in rows.only("child_id", "happened_on", "kind", "outcome_words", "decided_by_name", "reason"):
        yield Entry(
            child_id=row.child_id,
            on=row.happened_on,
            kind=str(words[row.kind]),
            outcome=row.outcome_words,
            decider=row.decided_by_name,
            reason=row.reason,
            decision_id=row.pk,
        )


def _front_door(wanted: Wanted, today: date) -> Iterable[Entry]:
    """What the case system's own decisions at the front door were; ours are in the register."""
    days = {"happened_on__gte": wanted.from_on(today), "happened_on__lte": wanted.until or today}
    rows = FrontDoorDecision.objects.filter(origin__isnull=False, outcome__isnull=False, **days)
    if wanted.words:
        rows = rows.filter(reason__icontains=wanted.words)
    if wanted.decider:
        known = WorkerName.objects.filter(name__icontains=wanted.decider).values("worker_id")
        rows = rows.filter(decided_by_id__in=known)
    found = list(rows.only("child_id", "happened_on", "stage", "outcome", "decided_by_id", "reason"))
    names = worker_names(row.decided_by_id for row in found)
    for row in found:
        outcome = code_in_words("front_door_outcome", row.outcome)
        if row.happened_on is None or wanted.outcome.lower() not in outcome.lower():
            continue
        stage = code_in_words("decision_stage", row.stage)
        yield Entry(
            child_id=row.child_id,
            on=row.happened_on,
            kind=f"Front door: {stage[:1].lower()}{stage[1:]}" if stage else "Front door",
            outcome=outcome,
            decider=names.get(row.decided_by_id or "", NO_WORKER_NAME if row.decided_by_id else "Not recorded"),
            reason=row.reason or "",
        )


def _any(columns: Iterable[str], words: str) -> Q:
    found = Q()
    for column in columns:
        found |= Q(**{f"{column}__icontains": words})
    return found
