"""What came back after decisions: the viewer's own, to be read and written about; and all, counted by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.models import (
    ChildProtectionPlan,
    FrontDoorDecision,
    Referral,
    Watch,
    WatchKind,
    WatchReading,
)
from onechild.service.record.queries.work.came_back import FOLLOWED, MONTHS, CameBack, came_back, marks, over_on
from onechild.service.record.queries.work.waiting import Somebody

BACK = 18  # months of decisions that the tables show
SHOWN = Length(-15, "month")
NO_ACTION = ("no_further_action", "advice")
REDIRECTS = {"early_help": "early_help", "no_further_action": "no_further_action", "advice": "no_further_action"}
COUNTS = ("referral", "section_47_enquiry", "child_protection_plan", "period_of_care")


@dataclass(frozen=True, kw_only=True)
class Followed:
    """A watch with what came back, and what its decider has written of which of it."""

    watch: Watch
    returns: Sequence[CameBack]
    read: frozenset[str]

    @property
    def unread(self) -> CameBack | None:
        """The gravest that came back and is graver than all that was read: what its decider is asked to read."""
        reached = max((one.gravity for one in self.returns if one.row_id in self.read), default=-1)
        graver = [one for one in self.returns if one.gravity > reached and one.row_id not in self.read]
        return max(graver, key=lambda one: one.gravity, default=None)

    def over(self, today: date) -> bool:
        """Whether its time is over."""
        return over_on(self.watch) <= today


@dataclass(frozen=True, kw_only=True)
class Month:
    """The decisions of a month: of those followed for so many months, how many children came back within them."""

    on: date
    made: int
    back: Sequence[tuple[int, int]]  # came back, of so many followed for the whole time; one for each mark
    no_action: tuple[int, int]  # no further action or advice, of all that was decided on contacts in the month


def followed_by(viewer: Somebody, *, today: date) -> list[Followed]:
    """This function will return the watches of the viewer's own decisions, the latest first: eight queries.

    A watch is shown for three months after it is over.
    """
    own = Q(decided_by_id=viewer.worker_id) if viewer.worker_id else Q(pk=None)
    named = Q(decided_by__isnull=True, decision__decided_by_name=viewer.name)
    rows = Watch.objects.select_related("decision").filter(own | named, started_on__gt=add(today, SHOWN))
    return _followed(list(rows.order_by("-started_on")))


def followed_from(kind: str, month: date) -> list[Followed]:
    """This function will return what was decided in a month with one end, and what came back of it."""
    return _followed(_watches(kind, month, add(month, Length(1, "month"))))


def months(kind: str, *, today: date) -> list[Month]:
    """This function will return the last months of one kind, the latest first: some eight queries.

    Decisions that the case system tells are followed as ours are. A referral, an enquiry, a plan or care counts as
    coming back; another contact alone does not.
    """
    first = add(today.replace(day=1), Length(-BACK, "month"))
    watches = _watches(kind, first, add(today, Length(1, "day")))
    returns = came_back(watches)
    by_month: dict[date, list[Watch]] = defaultdict(list)
    for watch in watches:
        by_month[watch.started_on.replace(day=1)].append(watch)
    all_decided = _no_action(first, today)
    return [
        Month(
            on=month,
            made=len(found),
            back=[_back(found, returns, place, today) for place in range(len(MONTHS[kind]))],
            no_action=all_decided.get(month, (0, 0)),
        )
        for month, found in sorted(by_month.items(), reverse=True)
    ]


def _back(watches: Sequence[Watch], returns: dict[str, list[CameBack]], place: int, today: date) -> tuple[int, int]:
    whole = [watch for watch in watches if marks(watch)[place] <= today]
    back = [
        watch
        for watch in whole
        if any(one.kind in COUNTS and one.on <= marks(watch)[place] for one in returns[watch.pk])
    ]
    return len({watch.child_id for watch in back}), len({watch.child_id for watch in whole})


def _followed(watches: list[Watch]) -> list[Followed]:
    returns = came_back(watches)
    read: dict[str, set[str]] = defaultdict(set)
    for watch_id, key in WatchReading.objects.filter(watch_id__in=returns).values_list("watch_id", "came_back_id"):
        read[watch_id].add(key)
    return [Followed(watch=watch, returns=returns[watch.pk], read=frozenset(read[watch.pk])) for watch in watches]


def _watches(kind: str, since: date, until: date) -> list[Watch]:
    """The watches that began between the days, and the like of them for decisions that the case system tells."""
    days = {"started_on__gte": since, "started_on__lt": until}
    own = Watch.objects.select_related("decision").filter(kind=kind, ended_on__isnull=True, **days)
    return [*own.order_by("-started_on"), *_theirs(kind, since, until)]


def _theirs(kind: str, since: date, until: date) -> Iterator[Watch]:
    """What the case system tells: redirects at the front door, closures, and protection plans stepped down."""
    if kind == "closure":
        ended = Referral.objects.filter(origin__isnull=False, ended_on__gte=since, ended_on__lt=until)
        yield from _told(kind, ended.filter(end_reason__in=FOLLOWED))
    elif kind == "step_down":
        plans = ChildProtectionPlan.objects.filter(origin__isnull=False, ended_on__gte=since, ended_on__lt=until)
        yield from _told(kind, plans.filter(end_reason__in=("stepped_down", "early_help")))
    else:
        yield from _redirects(kind, since, until)


def _told(kind: str, rows: QuerySet[Referral] | QuerySet[ChildProtectionPlan]) -> Iterator[Watch]:
    for key, child_id, on in rows.order_by("-ended_on", "pk").values_list("pk", "child_id", "ended_on"):
        if on is not None:
            yield Watch(watch_id=f"told:{key}", child_id=child_id, kind=kind, started_on=on)


def _redirects(kind: str, since: date, until: date) -> Iterator[Watch]:
    outcomes = [outcome for outcome, to in REDIRECTS.items() if to == kind]
    rows = FrontDoorDecision.objects.filter(
        origin__isnull=False, outcome__in=outcomes, happened_on__gte=since, happened_on__lt=until
    ).exclude(stage="screening")
    once: set[tuple[str, str]] = set()
    for row in rows.order_by("-happened_on", "pk").only("child_id", "contact_id", "happened_on", "decided_by_id"):
        if row.happened_on is not None and (row.child_id, row.contact_id) not in once:
            once.add((row.child_id, row.contact_id))
            yield Watch(watch_id=f"told:{row.pk}", child_id=row.child_id, kind=kind, started_on=row.happened_on)


def _no_action(since: date, until: date) -> dict[date, tuple[int, int]]:
    """By month, how many decisions on contacts were no further action or advice, of all that were no screening."""
    rows = FrontDoorDecision.objects.filter(
        outcome__isnull=False, happened_on__gte=since, happened_on__lte=until
    ).exclude(outcome="screening")
    counts: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for on, outcome in rows.values_list("happened_on", "outcome"):
        if on is not None:
            counts[on.replace(day=1)][1] += 1
            counts[on.replace(day=1)][0] += outcome in NO_ACTION
    return {month: (n, of) for month, (n, of) in counts.items()}


KIND_WORDS = dict(WatchKind.choices)
