"""Compares another system's list with the record, keeps where they differ, and says what was put right since."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from onechild.service.access.gate import standing_of
from onechild.service.access.models import User
from onechild.service.access.viewer import Viewer
from onechild.service.exchange.models import Reconciliation, ReconciliationRow
from onechild.service.exchange.reconciling.counting import ours, why, why_not
from onechild.service.exchange.reconciling.reading import TheirList
from onechild.service.record.models import Child

ONLY_THEIRS, ONLY_OURS, DIFFERS, UNKNOWN = "only theirs", "only ours", "differs", "not found"
KINDS: dict[str, str] = {
    DIFFERS: "Differ: they count the child, the record knows the child and does not",
    ONLY_OURS: "Only ours: the record counts the child, they do not name the child",
    ONLY_THEIRS: "They name the child as not counted, the record counts the child",
    UNKNOWN: "Not found: no record with this id that you may open",
}


@dataclass(frozen=True)
class Since:
    """How an earlier run of the same list compares: of so many differences, so many are put right."""

    run: Reconciliation
    before: int
    put_right: int


def compare(theirs: TheirList, *, name: str, what: str, as_at: date, viewer: Viewer, now: datetime) -> Reconciliation:
    """Compare and keep the run: each child is in both, or in one line of what differs, and the counts add up."""
    by_id = _known(theirs.named)
    counted = ours(what, as_at, viewer=viewer)
    theirs_counted = {by_id[one] for one in theirs.counted if one in by_id}
    theirs_no = {by_id[one] for one in theirs.named - theirs.counted if one in by_id} - theirs_counted
    unknown = sorted(one for one in theirs.counted if one not in by_id)
    named = {key: their_id for their_id, key in by_id.items()}
    differ = theirs_counted - counted
    no_with_us = theirs_no & counted
    only_ours = counted - theirs_counted - theirs_no
    rows = _lines(DIFFERS, "counted", why_not(what, as_at, differ), named)
    rows += _lines(ONLY_THEIRS, "not counted", why(what, as_at, no_with_us), named)
    rows += _lines(ONLY_OURS, "not named", why(what, as_at, only_ours), named)
    rows += [_unknown(their_id) for their_id in unknown]
    counts = {
        "theirs": len(theirs.counted), "ours": len(counted), "both": len(theirs_counted & counted),
        DIFFERS: len(differ), ONLY_OURS: len(only_ours), ONLY_THEIRS: len(no_with_us), UNKNOWN: len(unknown),
        "alike": len(theirs_counted) + len(unknown) - len(theirs.counted), "twice": theirs.twice,
    }  # fmt: skip
    user: User | None = viewer.user
    with transaction.atomic():
        run = Reconciliation.objects.create(
            name=name, what=what, as_at=as_at, made_by=viewer.name, user_id=user.pk if user else None, made_at=now,
            counts=counts,
        )  # fmt: skip
        for row in rows:
            row.reconciliation = run
        ReconciliationRow.objects.bulk_create(rows)
    return run


def put_right_since(run: Reconciliation) -> Since | None:
    """This function will say how many differences of the run before, of the same list, are differences no longer."""
    before = Reconciliation.objects.filter(name__iexact=run.name, what=run.what, pk__lt=run.pk).order_by("-pk").first()
    if before is None:
        return None
    now_wrong = set(run.rows.values_list("child_id", "their_id", "kind"))
    was_wrong = set(before.rows.values_list("child_id", "their_id", "kind"))
    still = {(child, "" if child else theirs) for child, theirs, _ in now_wrong}
    was = {(child, "" if child else theirs) for child, theirs, _ in was_wrong}
    return Since(before, len(was), len(was - still))


def _known(ids: Collection[str]) -> dict[str, str]:
    """The children of these ids, public ones or the record's own keys, as far as they may be seen."""
    found = Child.objects.filter(Q(la_child_id__in=ids) | Q(pk__in=ids)).values_list("pk", "la_child_id")
    keys: dict[str, str] = {}
    for key, public in found:
        keys |= {one: key for one in (key, public) if one in ids}
    return keys


def _lines(kind: str, theirs: str, said: dict[str, tuple[str, str]], named: dict[str, str]) -> list[ReconciliationRow]:
    return [
        ReconciliationRow(
            child_id=child, their_id=named.get(child, ""), kind=kind, theirs=theirs, ours=ours, cause=cause
        )
        for child, (ours, cause) in sorted(said.items())
    ]


def _unknown(their_id: str) -> ReconciliationRow:
    stands = standing_of(their_id) if len(their_id) <= 20 else None
    cause = (
        "restricted, or outside your reach" if stands else "no record has this id; it may be a new child, or another id"
    )
    return ReconciliationRow(their_id=their_id, kind=UNKNOWN, theirs="counted", ours="", cause=cause)
