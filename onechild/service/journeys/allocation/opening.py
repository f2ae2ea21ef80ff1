"""What each page of allocation starts from: the child, the family as far as it may be seen, teams and their people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import Viewer, check
from onechild.service.record.actions.allocating import Acting, Who
from onechild.service.record.models import Allocation, Child, Team
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.duty_words import VISITS
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, growing_up, heads, joined, worker_names
from onechild.service.record.queries.people import brothers_and_sisters, family_of, managers
from onechild.service.record.queries.promises import open_promises
from onechild.service.record.queries.workload.holders import lead_rows


@dataclass(frozen=True, kw_only=True)
class Family:
    """A child with the brothers and sisters whom the viewer may see, and who holds each of them now."""

    child: Child
    head: Head
    others: tuple[Head, ...]
    held: dict[str, list[Allocation]]
    said: dict[str, str]  # who holds each, in words

    def rows(self, child_id: str) -> list[Allocation]:
        """The lead rows of one of them."""
        return self.held.get(child_id, [])

    @property
    def now(self) -> Allocation | None:
        """What holds the child of the page now; None where nobody does."""
        return next(iter(self.rows(self.head.child_id)), None)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The brothers and sisters as boxes to tick: "Theo, 9: with Amina Hassan"."""
        return [(one.la_child_id, f"{one.name}: {self.said[one.child_id]}") for one in self.others]

    def chosen(self, la_child_ids: Iterable[str]) -> list[Head]:
        """The child and those of the others whose public ids these are."""
        wanted = set(la_child_ids)
        return [self.head, *(one for one in self.others if one.la_child_id in wanted)]


def opened(request: SignedIn, la_child_id: str, *, what: str, permission: str = "allocate") -> Family:
    """Open the child and the family; the access log is told of every child named."""
    child = open_child(request, la_child_id, what=what)
    if permission:
        check(request.viewer, permission)
    ids = {*brothers_and_sisters(child.pk, today=request.today), *family_of(child.pk, today=request.today)}
    named = heads({child.pk, *ids}, today=request.today)
    others = sorted(
        (one for key, one in named.items() if key != child.pk and growing_up(one, request.today)),
        key=lambda one: (one.born_on is None, one.born_on or request.today, one.la_child_id),
    )
    request.seen([one.child_id for one in others], what=what)
    held = lead_rows([child.pk, *(one.child_id for one in others)], on=request.today)
    said = holders_said(held, [child.pk, *(one.child_id for one in others)])
    return Family(child=child, head=named[child.pk], others=tuple(others), held=held, said=said)


def holders_said(held: dict[str, list[Allocation]], child_ids: Sequence[str]) -> dict[str, str]:
    """This function will return who holds each child, in words: "with Amina Hassan", "waits for Team North"."""
    rows = [row for one in held.values() for row in one]
    workers = worker_names([row.worker_id for row in rows])
    teams = dict(Team.objects.filter(pk__in={row.team_id for row in rows if row.team_id}).values_list("pk", "name"))
    found = {}
    for child_id in child_ids:
        row = next(iter(held.get(child_id, ())), None)
        if row is None:
            found[child_id] = "with nobody"
        elif row.worker_id:
            found[child_id] = f"with {workers.get(row.worker_id, NO_WORKER_NAME)}"
        else:
            found[child_id] = f"waits on the list of {teams.get(row.team_id or '', 'a team')}"
    return found


def teams_now(today: date) -> list[tuple[str, str]]:
    """This function will return the teams of today by key and name: one query."""
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    rows = Team.objects.filter(began, Q(ended_on__isnull=True) | Q(ended_on__gt=today)).exclude(caseholding=False)
    return [(row.pk, row.name) for row in rows.order_by("name", "pk")]


def teams_of(viewer: Viewer, *, today: date) -> list[tuple[str, str]]:
    """This function will return the teams for which the viewer may allocate: their own, or all."""
    return [one for one in teams_now(today) if viewer.sees_all or one[0] in viewer.team_ids]


def hindered(viewer: Viewer, chosen: Sequence[Head], held: dict[str, list[Allocation]]) -> str:
    """Why the viewer can't move these children, and who can; nothing where they can."""
    if viewer.sees_all:
        return ""
    theirs = {row.team_id for one in chosen for row in held.get(one.child_id, ()) if row.team_id} - set(viewer.team_ids)
    if not theirs:
        return ""
    names = sorted(Team.objects.filter(pk__in=theirs).values_list("name", flat=True)) or ["Another team"]
    hold = "holds" if len(names) == 1 else "hold"
    return (
        f"{joined(names)} {hold} this child, or a brother or sister. The manager there can ask your team to take them "
        "over; you then accept."
    )


def people_of(team_id: str, *, today: date) -> list[tuple[str, str]]:
    """This function will return the managers of a team, each once."""
    return list(dict(managers([team_id], today=today)).items())


def first_visit(child_ids: Sequence[str], *, today: date) -> Due | None:
    """This function will return the visit that these children are owed next; None where none is."""
    visits = [one for one in due_for(child_ids, today=today) if one.clock in VISITS]
    return min(visits, key=lambda one: (one.due_on, one.clock), default=None)


def left_open(child_id: str, first_name: str, *, today: date) -> list[str]:
    """This function will return one sentence on the promises open for a child, and whose they are; none where none."""
    owners = Counter(one.owner or "nobody yet" for one in open_promises(child_ids=[child_id], today=today))
    if not owners:
        return []
    many = owners.total()
    whose = joined([f"{name} ({count})" for name, count in sorted(owners.items())])
    stand, them = (f"{many} promises are", "them") if many > 1 else ("1 promise is", "it")
    return [
        f"{stand} still open for {first_name}, to be kept by {whose}. This does not settle {them}: keep or withdraw "
        f"{them} first, or give {them} to somebody who goes on."
    ]


def acting(request: SignedIn, *, words: str = "", reason: str | None = None, batch_id: str | None = None) -> Acting:
    """This function will return who acts, when and why, as the actions want it."""
    return {**who(request, words=words), "reason": reason or None, "batch_id": batch_id, "plan_id": None}


def who(request: SignedIn, *, words: str = "") -> Who:
    """This function will return who acts, when and why in words."""
    return {
        "by": request.user,
        "by_worker_id": request.viewer.worker_id,
        "now": request.now,
        "today": request.today,
        "words": words,
    }


def children_of(chosen: Sequence[Head]) -> list[Child]:
    """This function will return the rows of these children, in the same order: one query."""
    rows = {row.pk: row for row in Child.objects.filter(pk__in=[one.child_id for one in chosen])}
    return [rows[one.child_id] for one in chosen if one.child_id in rows]
