"""Whether a child was sent away before and came back: the last redirect of each, in the year past."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.models import FrontDoorDecision

AWAY = {
    "early_help": "Sent to early help",
    "no_further_action": "No further action",
    "advice": "Advice only",
    "other_service": "Sent to another service",
}
A_YEAR = Length(-12, "month")


@dataclass(frozen=True)
class Redirected:
    """A contact before this one that went no further: when, and to what."""

    on: date
    outcome: str

    def words(self, today: date) -> str:
        """This function will return "Sent to early help in June and came back."."""
        month = "this month" if (self.on.year, self.on.month) == (today.year, today.month) else f"in {self.on:%B}"
        year = "" if self.on.year == today.year or month == "this month" else f" {self.on.year}"
        return f"{AWAY[self.outcome]} {month}{year} and came back."


def redirected(
    child_ids: Collection[str], *, today: date, leaving_out: Collection[str | None] = ()
) -> dict[str, Redirected]:
    """This function will return the last redirect of each child in the year past: one query.

    `leaving_out` are the keys of contacts in hand now, which did not come back from anything yet.
    """
    rows = FrontDoorDecision.objects.filter(
        child_id__in=child_ids, outcome__in=AWAY, happened_on__gte=add(today, A_YEAR), happened_on__lte=today
    ).exclude(contact_id__in=[key for key in leaving_out if key])
    ordered = rows.order_by("happened_on", "pk").values_list("child_id", "happened_on", "outcome")
    return {child_id: Redirected(on, outcome) for child_id, on, outcome in ordered if on and outcome}
