"""What came back after a decision that sent a child away, worked out from the record: nobody has to tell it.

A watch follows a child: three, six and twelve months after a redirect or a closure, three, six and nine after
a step down. Whatever begins in that time came back. What a step down must hold is the child's safety, so contacts about
a child who is still worked with are not counted there; a referral, an enquiry, a plan or care is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.models import (
    ChildProtectionPlan,
    Contact,
    PeriodOfCare,
    Referral,
    Section47Enquiry,
    Watch,
)

MONTHS: dict[str, tuple[int, ...]] = {
    "early_help": (3, 6, 12),
    "no_further_action": (3, 6, 12),
    "closure": (3, 6, 12),
    "step_down": (3, 6, 9),
}
# From the lightest to the gravest.
GRAVITY = ("contact", "referral", "section_47_enquiry", "child_protection_plan", "period_of_care")
WORDS = {
    "contact": "another contact",
    "referral": "a referral",
    "section_47_enquiry": "a section 47 enquiry",
    "child_protection_plan": "a child protection plan",
    "period_of_care": "a time in care",
}
NO_CONTACTS = ("step_down",)
# Why a case closed, where the child may come back: not adopted, died, or with another council or adults' services.
FOLLOWED = ("RC3", "RC4", "RC7", "RC8", "RC9")


@dataclass(frozen=True, kw_only=True)
class CameBack:
    """Something that began while a child was followed: its table in the singular, its key and its day."""

    child_id: str
    kind: str
    row_id: str
    on: date

    @property
    def words(self) -> str:
        """What it was, in words."""
        return WORDS[self.kind]

    @property
    def gravity(self) -> int:
        """How grave it is among the kinds, 0 the lightest."""
        return GRAVITY.index(self.kind)


def marks(watch: Watch) -> tuple[date, ...]:
    """This function will return the days on which a watch is 3, 6 and 12 (or 9) months old."""
    return _marks(watch.kind, watch.started_on)


@cache
def _marks(kind: str, on: date) -> tuple[date, ...]:
    # Asked some hundred thousand times for a page of rates, about a few hundred days.
    return tuple(add(on, Length(n, "month")) for n in MONTHS[kind])


def over_on(watch: Watch) -> date:
    """This function will return the last day of a watch: its last mark, or the day that it was ended."""
    return watch.ended_on or marks(watch)[-1]


def came_back(watches: Sequence[Watch]) -> dict[str, list[CameBack]]:
    """This function will return what came back in the time of each watch, by its key, the earliest first.

    Five queries, however many watches; what the viewer may not see is left out. Give watches with their decisions.
    """
    found = _all({watch.child_id for watch in watches}) if watches else {}
    return {watch.pk: [one for one in found.get(watch.child_id, ()) if _traced(one, watch)] for watch in watches}


def gravest(returns: Sequence[CameBack]) -> CameBack | None:
    """This function will return the gravest of what came back, the earliest of its kind; None where nothing did."""
    return max(returns, key=lambda one: (one.gravity, -one.on.toordinal()), default=None)


def _traced(one: CameBack, watch: Watch) -> bool:
    """Whether it began after the decision, and before the watch was over."""
    if watch.kind in NO_CONTACTS and one.kind == "contact":
        return False
    return watch.started_on < one.on <= over_on(watch)


def _all(child_ids: set[str]) -> dict[str, list[CameBack]]:
    by_child: dict[str, list[CameBack]] = defaultdict(list)
    for one in sorted(_rows(child_ids), key=lambda one: (one.on, one.gravity)):
        by_child[one.child_id].append(one)
    return by_child


def _rows(child_ids: set[str]) -> Iterator[CameBack]:
    asked = (
        ("contact", Contact, "happened_on"),
        ("referral", Referral, "started_on"),
        ("section_47_enquiry", Section47Enquiry, "started_on"),
        ("child_protection_plan", ChildProtectionPlan, "started_on"),
        ("period_of_care", PeriodOfCare, "started_on"),
    )
    for kind, model, day in asked:
        for key, child_id, on in model.objects.filter(child_id__in=child_ids).values_list("pk", "child_id", day):
            yield CameBack(child_id=child_id, kind=kind, row_id=key, on=on)
