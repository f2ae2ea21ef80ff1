"""What a change of worker now would break for a child, in words with their days: told before the change is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.knowledge.workdays import working_day_after, working_days_between
from onechild.knowledge.workdays.lengths import parse_length
from onechild.service.govuk.words import date_only, due
from onechild.service.record.models import (
    Assessment,
    Handover,
    Section47Enquiry,
)
from onechild.service.record.queries.changing_worker.days import days_set
from onechild.service.record.queries.continuity import in_a_year
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.promises import Promise, open_promises

SOON = 10  # working days
MANY = 2  # workers in twelve months: the next would be the third
ASSESSMENT = ("assessment-from-referral", "assessment-from-start")
ENQUIRY = ("initial-child-protection-conference", "section-47-outcome")
# Meetings and papers that a worker prepares: near enough, a change takes the preparation with it.
MEETINGS = (
    "review-child-protection-conference",
    "transfer-in-conference",
    "pre-birth-conference",
    "conference-report",
    "first-core-group",
    "core-group",
    "looked-after-review",
    "child-in-need-review",
    "step-down-review",
    "pre-proceedings-meeting",
    "pre-proceedings-concluded",
    "case-management-hearing",
    "care-proceedings",
    "care-proceedings-extended",
)


@dataclass(frozen=True)
class Said:
    """One sentence about one child; what weighs most stands first."""

    child_id: str
    order: int
    words: str


def raised_by_change(child_ids: Collection[str], *, today: date) -> dict[str, list[str]]:
    """This function will return, for each child, what a change of lead worker today would interrupt: some twenty
    queries, however many children.

    Each list is in order of weight, and empty where nothing stands against a change. What the viewer may not see is
    left out by the database.
    """
    ids = sorted(set(child_ids))
    if not ids:
        return {}
    until = working_day_after(today, SOON)
    owed = due_for(ids, today=today)
    said = [
        *_assessments(ids, owed, today),
        *_enquiries(ids, owed, today),
        *_set_days(ids, owed, today, until),
        *_workers(ids, today),
        *_wishes(ids, today),
        *_promises(ids, today),
    ]
    found: dict[str, list[str]] = {child_id: [] for child_id in ids}
    for one in sorted(said, key=lambda one: one.order):
        found[one.child_id].append(one.words)
    return found


def _assessments(ids: list[str], owed: Iterable[Due], today: date) -> Iterator[Said]:
    counted = {one.child_id: one for one in owed if one.clock in ASSESSMENT}
    rows = Assessment.objects.filter(_open(today), child_id__in=ids, started_on__lte=today).order_by("started_on")
    for child_id, began in {row.child_id: row.started_on for row in rows}.items():
        if one := counted.get(child_id):
            yield Said(child_id, 0, f"An assessment is under way: {_day_of(one, today)}.")
        else:
            yield Said(child_id, 0, f"An assessment is under way since {date_only(began, today)}.")


def _enquiries(ids: list[str], owed: Iterable[Due], today: date) -> Iterator[Said]:
    counted = {one.child_id: one for one in owed if one.clock in ENQUIRY}
    rows = Section47Enquiry.objects.filter(_open(today), child_id__in=ids, started_on__lte=today).order_by("started_on")
    for child_id, began in {row.child_id: row.started_on for row in rows}.items():
        one = counted.get(child_id)
        rest = f"; {one.words.thing[:1].lower()}{one.words.thing[1:]}: {_when(one, today)}" if one else ""
        yield Said(child_id, 1, f"A section 47 enquiry is open since {date_only(began, today)}{rest}.")


def _set_days(ids: list[str], owed: Iterable[Due], today: date, until: date) -> Iterator[Said]:
    """Conferences, hearings and reviews with a day, then what is due without one."""
    told: set[tuple[str, str]] = set()
    for one in days_set(ids, since=today, until=until):
        if (one.child_id, one.kind) not in told or one.kind == "hearing":
            told.add((one.child_id, one.kind))
            yield Said(one.child_id, 2, f"{one.what}: {due(one.on, today, unit='working days')}.")
    for owes in owed:
        if owes.clock in MEETINGS and owes.due_on <= until and (owes.child_id, _kind(owes.clock)) not in told:
            yield Said(owes.child_id, 3, f"{owes.words.thing}: {_when(owes, today)}.")


def _workers(ids: list[str], today: date) -> Iterator[Said]:
    for child_id, workers in in_a_year(ids, today=today).items():
        if len(workers) >= MANY:
            yield Said(
                child_id,
                4,
                f"{len(workers)} workers have led the case in 12 months: another would be number {len(workers) + 1}.",
            )


def _wishes(ids: list[str], today: date) -> Iterator[Said]:
    """What the child last wanted a next worker to know: it was said for a moment like this."""
    rows = Handover.objects.filter(child_id__in=ids).exclude(childs_words="").order_by("happened_on", "pk")
    for child_id, row in {row.child_id: row for row in rows}.items():
        said = f" on {date_only(row.childs_words_on, today)}" if row.childs_words_on else ""
        yield Said(
            child_id, 5, f"At the last change the child wanted the next worker to know{said}: “{row.childs_words}”"
        )


def _promises(ids: list[str], today: date) -> Iterator[Said]:
    """What the ledger of promises has open; each is somebody's, and most are the worker's who would go."""
    by_child: dict[str, list[Promise]] = defaultdict(list)
    for one in open_promises(child_ids=ids, today=today):
        by_child[one.child_id].append(one)
    for child_id, found in by_child.items():
        late = sorted(one.due_on for one in found if one.due_on and one.late(today))
        many = "1 promise is open" if len(found) == 1 else f"{len(found)} promises are open"
        if not late:
            yield Said(child_id, 6, f"{many}, none late.")
        elif len(found) == 1:
            yield Said(child_id, 6, f"{many} and late since {date_only(late[0], today)}.")
        else:
            yield Said(child_id, 6, f"{many}, {len(late)} of them late, the oldest since {date_only(late[0], today)}.")


def _day_of(one: Due, today: date) -> str:
    """ "day 20 of 45, due Friday 4 December"."""
    try:
        length = parse_length(one.within)
    except ValueError:
        return _when(one, today)
    gone = working_days_between(one.counted_from, today)
    if length.unit != "working_day":
        gone = (today - one.counted_from).days
    return f"day {gone} of {length.n}, {_when(one, today)}"


def _when(one: Due, today: date) -> str:
    said = due(one.due_on, today, unit=one.unit)
    return said if one.late else f"due {said}"


def _kind(clock: str) -> str:
    if "conference" in clock and clock != "conference-report":
        return "conference"
    return "review" if clock == "looked-after-review" else clock


def _open(today: date) -> Q:
    return Q(ended_on__isnull=True) | Q(ended_on__gt=today)
