"""Works out from the record what assessments waited for: who held the case, who managed the team, who looked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from onechild.knowledge.workdays import working_day_after
from onechild.service.journeys.assessment.delay import WITH_MANAGER, Spell, Split, split
from onechild.service.record.models import (
    Allocation,
    Assessment,
    DelayCause,
    StepTaken,
    TeamMembership,
    Visit,
    WorkStep,
)

# A new worker or manager is counted as finding their feet until they first saw the child, or first looked at the
# assessment; and no longer than this. No law sets it: local standard, check.
AT_MOST_WORKING_DAYS = 10
MANAGER = "team_manager"


@dataclass
class _Read:
    """Rows of several assessments, by what they belong to."""

    leads: dict[str, list[Allocation]] = field(default_factory=lambda: defaultdict(list))
    visits: dict[tuple[str, str | None], list[date]] = field(default_factory=lambda: defaultdict(list))
    managers: dict[str, list[TeamMembership]] = field(default_factory=lambda: defaultdict(list))
    looked: dict[tuple[str, str | None], list[date]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[str, list[WorkStep]] = field(default_factory=lambda: defaultdict(list))
    given: dict[str, list[DelayCause]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, kw_only=True)
class Delay:
    """What one assessment waited for: the spells, and the split of its days."""

    spells: tuple[Spell, ...]
    split: Split
    workers: int
    worker_id: str | None

    @property
    def worker_changed(self) -> bool:
        """Whether another worker took over in the middle."""
        return self.workers > 1

    def changing_hands(self, today: date) -> str:
        """What it waits for today, where that is a worker: words, or nothing."""
        now = [one for one in self.spells if one.started_on <= today and (one.ended_on is None or one.ended_on > today)]
        causes = {one.cause for one in now if one.from_the_record}
        if "no_worker" in causes:
            return "Nobody holds the case."
        return "A new worker has not yet seen the child." if "worker_changed" in causes else ""

    @property
    def from_the_record(self) -> list[Spell]:
        """Those that nobody had to say, as an authorised assessment keeps them."""
        return [spell for spell in self.spells if spell.from_the_record and spell.cause != WITH_MANAGER]


def delays_of(assessments: Sequence[Assessment], *, today: date) -> dict[str, Delay]:
    """This function will return the delay of each assessment by its key: six queries for all of them."""
    read = _read(assessments)
    return {one.pk: _delay(one, read, today) for one in assessments}


def _delay(assessment: Assessment, read: _Read, today: date) -> Delay:
    start, until = assessment.started_on, assessment.ended_on or today
    led = [one for one in read.leads[assessment.child_id] if one.started_on <= until]
    during = [one for one in led if one.ended_on is None or one.ended_on > start]
    spells = [
        *_nobody(during, start, until),
        *_new_workers(during, led, read, start, until),
        *_managers(during, read, assessment, until),
        *_with_manager(read.steps[assessment.pk]),
        *_given(read.given[assessment.pk]),
    ]
    kept = tuple(spell for spell in spells if spell.ended_on is None or spell.ended_on > spell.started_on)
    return Delay(
        spells=kept,
        split=split(kept, started_on=start, until=until),
        workers=len({one.worker_id for one in during if one.worker_id}),
        worker_id=next(
            (one.worker_id for one in reversed(during) if one.ended_on is None or one.ended_on > until), None
        ),
    )


def _nobody(during: Sequence[Allocation], start: date, until: date) -> Iterator[Spell]:
    """The days between workers, and those on a team's waiting list; up to now where nobody holds the case still."""
    reached = start
    for one in (one for one in during if one.worker_id):
        if one.started_on > reached:
            yield Spell(cause="no_worker", started_on=reached, ended_on=one.started_on)
        reached = max(reached, one.ended_on or date.max)
    if reached <= until:
        yield Spell(cause="no_worker", started_on=reached, ended_on=None)


def _new_workers(
    during: Sequence[Allocation], led: Sequence[Allocation], read: _Read, start: date, until: date
) -> Iterator[Spell]:
    """From a new worker's first day to their first visit to the child."""
    known = {one.worker_id for one in led if one.worker_id and one.started_on <= start}
    for one in during:
        if one.worker_id and one.worker_id not in known and one.started_on > start and known:
            seen = read.visits[(one.child_id, one.worker_id)]
            yield _feet("worker_changed", one.started_on, seen, until)
        if one.worker_id:
            known.add(one.worker_id)


def _managers(during: Sequence[Allocation], read: _Read, assessment: Assessment, until: date) -> Iterator[Spell]:
    """The days on which the team had no manager, and from a new manager's first day to their first look at it."""
    team_id = next((one.team_id for one in reversed(during) if one.team_id), assessment.team_id)
    held = sorted(read.managers[team_id or ""], key=lambda one: one.started_on or date.min)
    if not held:
        return
    reached, before = date.min, False
    for one in held:
        began = one.started_on or date.min
        if before and began > assessment.started_on:
            if began > reached >= assessment.started_on:
                yield Spell(cause="manager_changed", started_on=reached, ended_on=began)
            if reached <= began <= until:
                yield _feet("manager_changed", began, read.looked[(assessment.pk, one.worker_id)], until)
        reached, before = max(reached, one.ended_on or date.max), True
    if assessment.started_on <= reached <= until:
        yield Spell(cause="manager_changed", started_on=reached, ended_on=None)


def _with_manager(steps: Sequence[WorkStep]) -> Iterator[Spell]:
    """From each sending to the manager's answer, and from each return for edits to the next sending."""
    for step, after in zip(steps, [*steps, None][1:], strict=True):
        cause = {"submitted": WITH_MANAGER, "returned": "more_needed"}.get(step.step)
        if cause:
            yield Spell(cause=cause, started_on=step.happened_on, ended_on=after.happened_on if after else None)


def _given(rows: Iterable[DelayCause]) -> Iterator[Spell]:
    for row in rows:
        yield Spell(
            cause=row.cause,
            started_on=row.started_on,
            ended_on=row.ended_on,
            words=row.words,
            from_the_record=False,
            key=row.pk,
        )


def _feet(cause: str, began: date, looked: Sequence[date], until: date) -> Spell:
    last = working_day_after(began, AT_MOST_WORKING_DAYS)
    first = min((day for day in looked if day >= began), default=last)
    return Spell(cause=cause, started_on=began, ended_on=min(first, last))


def _read(assessments: Sequence[Assessment]) -> _Read:
    read = _Read()
    children, keys = {one.child_id for one in assessments}, [one.pk for one in assessments]
    for lead in Allocation.objects.filter(child_id__in=children, role="lead").order_by("started_on", "pk"):
        read.leads[lead.child_id].append(lead)
    for child_id, worker_id, on in Visit.objects.filter(
        child_id__in=children, happened_on__gte=min((one.started_on for one in assessments), default=date.max)
    ).values_list("child_id", "worker_id", "happened_on"):
        read.visits[(child_id, worker_id)].append(on)
    teams = {one.team_id for one in assessments} | {one.team_id for found in read.leads.values() for one in found}
    for member in TeamMembership.objects.filter(team_id__in=[one for one in teams if one], role=MANAGER):
        read.managers[str(member.team_id)].append(member)
    for step in WorkStep.objects.filter(about="assessments", about_id__in=keys).order_by("at", "pk"):
        read.steps[step.about_id].append(step)
        if step.step in ("returned", "approved"):
            read.looked[(step.about_id, step.by_worker_id)].append(step.happened_on)
    for check in StepTaken.objects.filter(step="manager_check", about_id__in=keys):
        read.looked[(str(check.about_id), check.worker_id)].append(check.happened_on)
    for cause in DelayCause.objects.filter(assessment_id__in=keys, from_the_record=False).order_by("started_on", "pk"):
        read.given[str(cause.assessment_id)].append(cause)
    return read
