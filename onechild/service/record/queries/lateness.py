"""Done late and written down late, apart; and the reasons that were given for what was late."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from onechild.service.govuk.words import Unit, due_parts
from onechild.service.record.models import LateReason

Key = tuple[str, str, str, date]  # child, clock, spell, the day it was due


def written_late(happened_on: date, recorded_on: date | None) -> str:
    """This function will return "written down 9 days later"; nothing for the same day, or where it is not known."""
    if recorded_on is None or recorded_on <= happened_on:
        return ""
    return f"written down {_days((recorded_on - happened_on).days)} later"


def done(*, due_on: date, happened_on: date, recorded_on: date | None, unit: Unit = "days", word: str = "done") -> str:
    """This function will return "seen in time, written down 9 days later" or "seen 4 days late".

    Whether it was in time goes by the day it happened, and by nothing else. `unit` is what the clock counts in.
    """
    late = due_parts(due_on, happened_on, unit=unit)
    when = f"{word} {late.when}" if late.late else f"{word} in time"
    return ", ".join(part for part in (when, written_late(happened_on, recorded_on)) if part)


def reasons_of(child_ids: Collection[str], *, clock: str = "") -> dict[Key, LateReason]:
    """This function will return the reasons given for duties of these children, by duty: one query."""
    if not child_ids:
        return {}
    rows = LateReason.objects.filter(child_id__in=list(child_ids), **({"clock": clock} if clock else {}))
    return {(row.child_id, row.clock, row.spell_id, row.due_on): row for row in rows}


def said(given: LateReason) -> str:
    """ "Child abroad: with her aunt until 3 May. Given by Ana Reis." """
    words = given.words.strip().rstrip(".")
    return f"{given.reason_words}: {words}. Given by {given.given_by}."  # type: ignore[attr-defined]


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
