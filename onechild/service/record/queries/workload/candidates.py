"""Who could take children: each worker of a team with what they hold now and after, and what is worth knowing.

Nobody is chosen. The order is who knows the family, then who can make the first visit, then room under target.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.service.govuk.words import date_only
from onechild.service.record.models import Allocation, Child, FamilyMember, WorkerFact, WorkerLimit
from onechild.service.record.queries.names import Head, heads, joined
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.workforce import A_HAIR, people, targets
from onechild.service.record.queries.workload.away import Ending, Off, begun_by, endings, left_of, limits_now, off_soon
from onechild.service.record.queries.workload.first_year import rule_binds, statutory_work
from onechild.service.record.queries.workload.loads import Held, loads_of
from onechild.service.record.queries.workload.standing import standings
from onechild.service.record.queries.workload.weights import weights


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A worker who could take the children: `adds` weighted, `more` as children, those held already left out.

    `knows` says who was or is this worker's of the family; `away` the leave in the way of the first visit; `protected`
    why the rule for the first year keeps them from leading; `notes` what else is worth knowing, all in words.
    """

    held: Held
    adds: float
    more: int
    knows: tuple[str, ...]
    away: str
    limit: str
    full: bool
    protected: str
    notes: tuple[str, ...]

    @property
    def worker_id(self) -> str:
        """The worker's key."""
        return self.held.person.worker_id

    @property
    def load_after(self) -> float:
        """The weighted load with the children."""
        return self.held.load + self.adds

    @property
    def cases_after(self) -> int:
        """The cases with the children."""
        return self.held.cases + self.more

    @property
    def over_after(self) -> float:
        """The weighted load with them above the worker's own target, or below it."""
        return self.load_after - self.held.target

    @property
    def worth_knowing(self) -> str:
        """All of it in one line."""
        return ". ".join(one for one in (*self.knows, self.away, self.limit, self.protected, *self.notes) if one)


def candidates(*, team_id: str, child_ids: Collection[str], first_by: date | None, today: date) -> list[Candidate]:
    """This function will return every worker in post of a team who could lead on these children: some twenty queries.

    `first_by` is the day by which the next visit is due. Managers are left out: a child whom a manager holds is told
    apart everywhere, and is no allocation. Names of brothers and sisters are said where the viewer may see them.
    """
    ids = sorted(set(child_ids))
    persons = people([key for key, _ in in_post([team_id], today=today)], today=today)
    persons = {key: one for key, one in persons.items() if not one.manages}
    held = loads_of(persons, team_id=team_id, standards=targets(today=today), today=today)
    around = _around(ids, list(persons), first_by, today)
    made = [_candidate(one, ids, around, today) for one in held]
    return sorted(made, key=_order)


def order_said() -> str:
    """How the table is ordered, in a sentence for the page."""
    return "Order: who knows them, then who can make the first visit, then room under target. Nobody is chosen for you."


def added(child_ids: Collection[str], *, today: date) -> float:
    """This function will return what these children together add to a weighted load."""
    return sum(_weights_of(child_ids, today).values())


def _order(one: Candidate) -> tuple[bool, bool, bool, float, str]:
    return (
        not one.knows,
        bool(one.away) or one.full or bool(one.protected),
        one.full,
        one.over_after,
        one.held.person.name,
    )


@dataclass(frozen=True, kw_only=True)
class _Around:
    weights: Mapping[str, float]
    named: Mapping[str, Head]
    past: Mapping[str, Sequence[Allocation]]
    siblings: Mapping[str, Sequence[str]]
    now: Mapping[str, set[str]]
    offs: Mapping[str, Sequence[Off]]
    limits: Mapping[str, WorkerLimit]
    begun: Mapping[str, Sequence[date]]
    endings: Mapping[str, Ending]
    speak: Mapping[str, Sequence[str]]
    languages: set[str]
    statutory: Mapping[str, str]
    binds: bool
    first_by: date | None


def _around(ids: list[str], workers: list[str], first_by: date | None, today: date) -> _Around:
    leads = list(Allocation.objects.filter(child_id__in=ids, role="lead", worker_id__in=workers).order_by("started_on"))
    family = _family(ids, today)
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    theirs = Allocation.objects.filter(still, child_id__in=family, role="lead", worker_id__in=workers)
    siblings: dict[str, list[str]] = defaultdict(list)
    for row in theirs.filter(started_on__lte=today):
        siblings[str(row.worker_id)].append(row.child_id)
    past: dict[str, list[Allocation]] = defaultdict(list)
    now: dict[str, set[str]] = defaultdict(set)
    for row in leads:
        if row.ended_on is None or row.ended_on > today:
            now[str(row.worker_id)].add(row.child_id)
        else:
            past[str(row.worker_id)].append(row)
    offs: dict[str, list[Off]] = defaultdict(list)
    for off in off_soon(workers, today=today):
        offs[off.worker_id].append(off)
    limits = limits_now(workers, today=today)
    languages = {one for one in Child.objects.filter(pk__in=ids).values_list("first_language", flat=True) if one}
    facts = WorkerFact.objects.filter(worker_id__in=workers)
    return _Around(
        weights=_weights_of(ids, today),
        named=heads([*ids, *family], today=today),
        past=past,
        siblings=siblings,
        now=now,
        offs=offs,
        limits=limits,
        begun=begun_by(limits),
        endings=endings(workers, today=today),
        speak={row.worker_id: row.languages for row in facts},
        languages=languages,
        statutory=statutory_work(ids, today=today),
        binds=rule_binds(today=today),
        first_by=first_by,
    )


def _candidate(held: Held, ids: list[str], around: _Around, today: date) -> Candidate:
    person = held.person
    key = person.worker_id
    new = [one for one in ids if one not in around.now.get(key, ())]
    limit, full = _limit(around.limits.get(key), around.begun.get(key, ()), len(new), today)
    first_year = person.newly_qualified(today)
    protected = ""
    if first_year and around.binds and around.statutory:
        what = " and ".join(sorted(set(around.statutory.values())))
        protected = f"First year: co-works a child {what}, does not lead"
    return Candidate(
        held=held,
        adds=sum(around.weights[one] for one in new),
        more=len(new),
        knows=_knows(key, ids, around),
        away=_away(held, around, today),
        limit=limit,
        full=full,
        protected=protected,
        notes=_notes(held, around, today),
    )


def _knows(key: str, ids: list[str], around: _Around) -> tuple[str, ...]:
    said = []
    spans: dict[str, list[str]] = defaultdict(list)
    for row in around.past.get(key, ()):
        if row.ended_on:
            spans[_span(row.started_on, row.ended_on)].append(row.child_id)
    for span, whose in spans.items():
        said.append(f"{'Their' if len(set(whose)) == len(ids) else _whose(whose, around)} worker, {span}")
    if here := around.now.get(key):
        said.append(f"{'Their' if len(here) == len(ids) else _whose(sorted(here), around)} worker now")
    siblings = [one for one in around.siblings.get(key, ()) if one in around.named]
    if siblings:
        said.append(f"Works with {joined([around.named[one].first_name for one in siblings])}, of the same family")
    return tuple(said)


def _whose(whose: Sequence[str], around: _Around) -> str:
    names = [around.named[one].first_name if one in around.named else "a child" for one in dict.fromkeys(whose)]
    return f"{joined(names)}’s"


def _span(began: date, ended: date) -> str:
    if (began.year, began.month) == (ended.year, ended.month):
        return f"{began:%B %Y}"
    year = "" if began.year == ended.year else f" {began.year}"
    return f"{began:%B}{year} to {ended:%B %Y}"


def _away(held: Held, around: _Around, today: date) -> str:
    """Time away that is in the way of the first visit; of an absence only until when."""
    person = held.person
    if person.absent:
        return f"Away until {date_only(person.away_to, today)}" if person.away_to else "Away, with no day of return"
    for off in around.offs.get(person.worker_id, ()):
        begins = "today" if off.first_day <= today else f"from {date_only(off.first_day, today)}"
        ends = f" to {date_only(off.last_day, today)}" if off.last_day else ""
        said = f"{'On leave' if off.leave else 'Away'} {begins}{ends}"
        if (
            around.first_by
            and off.first_day <= around.first_by
            and (off.last_day is None or off.last_day >= around.first_by)
        ):
            return f"{said}: could not make the first visit on its last day"
        if off.first_day <= today:
            return said
    return ""


def _limit(limit: WorkerLimit | None, begun: Sequence[date], more: int, today: date) -> tuple[str, bool]:
    if limit is None:
        return "", False
    until = f" until {date_only(limit.ended_on, today)}" if limit.ended_on else ""
    left = left_of(limit, begun)
    if left is None:
        return f"Reduced capacity{until}", False
    if not limit.at_most_new:
        return f"Takes no new children{until}", True
    return f"Reduced capacity{until}: {left} more at most", more > left


def _notes(held: Held, around: _Around, today: date) -> tuple[str, ...]:
    person, said = held.person, []
    if person.newly_qualified(today):
        said.append(
            "First year: lower target"
            if around.statutory
            else "First year. Would need a co-worker for child protection"
        )
    if ending := around.endings.get(person.worker_id):
        said.append(f"{'Assignment' if ending.agency else 'Employment'} ends {date_only(ending.last_day, today)}")
    spoken = sorted(
        {one.lower() for one in around.languages} & {one.lower() for one in around.speak.get(person.worker_id, ())}
    )
    if spoken:
        said.append(f"Speaks {joined([one.capitalize() for one in spoken])}")
    leave = [off for off in around.offs.get(person.worker_id, ()) if off.leave and off.first_day > today]
    if leave and not _away(held, around, today):
        ends = f" to {date_only(leave[0].last_day, today)}" if leave[0].last_day else ""
        said.append(f"Leave {date_only(leave[0].first_day, today)}{ends}")
    return tuple(said)


def _weights_of(ids: Collection[str], today: date) -> dict[str, float]:
    weighed, stand = weights(today=today), standings(ids, today=today)
    return {one: weighed.by_standing[stand[one]] if one in stand else 1.0 for one in ids}


def _family(ids: list[str], today: date) -> list[str]:
    still = (Q(started_on__isnull=True) | Q(started_on__lte=today)) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    groups = FamilyMember.objects.filter(still, child_id__in=ids).values("family_id")
    rows = FamilyMember.objects.filter(still, family_id__in=groups).exclude(child_id__in=ids)
    return sorted(set(rows.values_list("child_id", flat=True)))


def is_over(candidate: Candidate) -> bool:
    """Whether the weighted load with the children is above the worker's own target."""
    return candidate.over_after > A_HAIR
