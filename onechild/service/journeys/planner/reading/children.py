"""The children whom a plan is about: who holds them, how they stand, who knew them, where they live, what is spoken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet

from onechild.knowledge.planning.gathering import ChildRow
from onechild.service.record.models import Address, Allocation, Child
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.status import Status, statuses
from onechild.service.record.queries.workload.first_year import statutory_work
from onechild.service.record.queries.workload.weights import ORDER, Weights, weights

PRIORITIES = {"urgent": 1, "high": 2, "medium": 3, "low": 4}
USUAL = 3
OWN_TONGUE = "english"  # what every worker speaks is no reason
COURT, PROTECTION = frozenset({"proceedings", "pre_proceedings"}), frozenset({"child_protection", "section_47"})
CARE, ASSESSED = frozenset({"looked_after"}), frozenset({"assessment"})
# The standings of a weighted load, by how a child stands with the council.
STANDINGS = {
    "proceedings": "proceedings",
    "protection": "child_protection",
    "assessed": "assessment",
    "looked_after": "looked_after",
}


@dataclass(frozen=True, kw_only=True)
class InHand:
    """The children of a plan's teams: those planned, by id their names, and those who are left where they are.

    `restricted` and `arranged` have the worker of each (None: they wait); `hidden` counts the children on the lists
    whom the plan leaves out, because they are restricted.
    """

    rows: tuple[ChildRow, ...]
    heads: Mapping[str, Head]
    restricted: tuple[str | None, ...]
    arranged: tuple[str | None, ...]
    hidden: int


def children_of(team_ids: Collection[str], *, today: date) -> InHand:
    """This function will return the children whom these teams hold, or who wait with them: nine queries.

    Only those whom the viewer may see are found. A restricted child stays where they are, and is moved from their own
    page; so is one whose next worker is settled already.
    """
    held = {row.child_id: row for row in _open(today).filter(team_id__in=team_ids)}
    named = heads(held, today=today)
    settled = set(
        Allocation.objects.filter(role="lead", started_on__gt=today, child_id__in=held).values_list(
            "child_id", flat=True
        )
    )
    restricted = {child_id for child_id in held if child_id not in named or named[child_id].restricted}
    planned = [child_id for child_id in sorted(held) if child_id not in restricted and child_id not in settled]
    shown = sum(row.worker_id is None for child_id, row in held.items() if child_id not in restricted)
    return InHand(
        rows=tuple(_rows(planned, held, named, today)),
        heads=named,
        restricted=tuple(held[child_id].worker_id for child_id in restricted),
        arranged=tuple(held[child_id].worker_id for child_id in settled - restricted),
        hidden=max(0, sum(waiting_on(team_ids, today=today).values()) - shown),
    )


def waiting_on(team_ids: Collection[str], *, today: date) -> dict[str, int]:
    """This function will return how many wait on each team's list: one query, counts alone.

    A child whom the viewer may not even be told of is in no count.
    """
    with connection.cursor() as cursor:
        cursor.callproc("access_team_counts", [today])
        return {team_id: waiting for team_id, _cases, waiting, _workers in cursor.fetchall() if team_id in team_ids}


def held_now(child_ids: Collection[str], *, today: date) -> dict[str, tuple[str | None, str | None]]:
    """This function will return the worker and the team of each child's lead allocation: one query."""
    rows = _open(today).filter(child_id__in=child_ids).values_list("child_id", "worker_id", "team_id")
    return {child_id: (worker_id, team_id) for child_id, worker_id, team_id in rows}


def _open(today: date) -> QuerySet[Allocation]:
    on = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    return Allocation.objects.filter(on, role="lead", started_on__lte=today).order_by("started_on", "pk")


def _rows(
    child_ids: Sequence[str], held: Mapping[str, Allocation], named: Mapping[str, Head], today: date
) -> list[ChildRow]:
    stand = statuses(child_ids, today=today)
    bound = statutory_work(child_ids, today=today)
    weighed = weights(today=today)
    knew = _knew(child_ids)
    lives = _areas(child_ids, today)
    speaks = dict(Child.objects.filter(pk__in=child_ids).values_list("pk", "first_language"))
    return [
        ChildRow(
            child_id=child_id,
            worker_id=held[child_id].worker_id,
            team_id=held[child_id].team_id or "",
            family_id=named[child_id].family_id,
            kinds=kinds_of(stand.get(child_id, []), statutory=child_id in bound),
            weighs=weight_of(stand.get(child_id, []), weighed),
            priority=PRIORITIES.get(held[child_id].priority or "", USUAL),
            waiting_since=None if held[child_id].worker_id else held[child_id].started_on,
            knew=frozenset(knew[child_id] - {held[child_id].worker_id or ""}),
            siblings_with=frozenset(),
            language=_language(speaks.get(child_id)),
            area=lives.get(child_id, ""),
        )
        for child_id in child_ids
    ]


def kinds_of(held: Sequence[Status], *, statutory: bool) -> frozenset[str]:
    """This function will return which kinds of work a child's is; plain need where no other.

    `statutory` is what the rule for the first year says (record.queries.workload.first_year).
    """
    now = {status.kind for status in held}
    pairs = (("court", COURT), ("protection", PROTECTION), ("care", CARE), ("assessment", ASSESSED))
    found = {kind for kind, standing in pairs if standing & now}
    if statutory and not found & {"court", "protection"}:
        found.add("protection")
    return frozenset(found or {"need"})


def weight_of(held: Sequence[Status], weighed: Weights) -> float:
    """This function will return what a child adds to a weighted load: once, by the first standing of the standards."""
    now = {status.kind for status in held}
    return next((weighed.by_standing[key] for key in ORDER if STANDINGS[key] in now), 1.0)


def _knew(child_ids: Collection[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    rows = Allocation.objects.filter(child_id__in=child_ids, worker__isnull=False)
    for child_id, worker_id in rows.values_list("child_id", "worker_id"):
        found[child_id].add(worker_id)
    return found


def _areas(child_ids: Collection[str], today: date) -> dict[str, str]:
    on = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    rows = Address.objects.filter(on, child_id__in=child_ids).exclude(postcode=None).order_by("started_on", "pk")
    return {child_id: district(postcode or "") for child_id, postcode in rows.values_list("child_id", "postcode")}


def district(postcode: str) -> str:
    """ "HT4" of "HT4 2QX": no more of an address is needed to say who visits nearby."""
    whole = "".join(postcode.upper().split())
    return whole[:-3] if len(whole) > 4 else whole


def _language(said: str | None) -> str:
    return "" if not said or said.casefold().startswith(OWN_TONGUE) else said.strip()
