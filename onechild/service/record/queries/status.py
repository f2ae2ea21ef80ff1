"""How a child stands with the council on a day: on a plan, looked after, in assessment, at court; and the tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from onechild.knowledge.measures.rows.children import SHORT_BREAKS
from onechild.service.govuk.parts import Tag, TagKind

# In the order in which they are said. A plan or care goes before the assessment under way.
WORDS: dict[str, tuple[str, TagKind]] = {
    "child_protection": ("CP plan", "cp"),
    "other_council": ("CP plan of another council", "plain"),
    "looked_after": ("Looked after", "lac"),
    "short_breaks": ("Short breaks", "lac"),
    "care_leaver": ("Care leaver", "plain"),
    "child_in_need": ("Child in need", "cin"),
    "proceedings": ("Care proceedings", "legal"),
    "pre_proceedings": ("Pre-proceedings", "legal"),
    "section_47": ("Section 47 enquiry", "plain"),
    "assessment": ("Assessment", "plain"),
}
PLANS = ("child_protection", "looked_after", "short_breaks", "care_leaver", "child_in_need")
# "No Current Eligibility" is an entitlement that there is not.
NOT_LEAVING_CARE = ("No Current Eligibility", "Eligible")


@dataclass(frozen=True)
class Status:
    """One way a child stands: its key in `WORDS`, and from when."""

    kind: str
    since: date | None


def statuses(child_ids: Collection[str], *, today: date) -> dict[str, list[Status]]:
    """This function will return how each of these children stands at the end of the day: one query.

    A child in a series of short breaks is not called looked after, nor one on another council's plan ours.
    """
    if not child_ids:
        return {}
    found: dict[str, list[Status]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.callproc("record_statuses", [list(child_ids), today, list(SHORT_BREAKS), list(NOT_LEAVING_CARE)])
        for child_id, kind, since in cursor.fetchall():
            found[child_id].append(Status(kind, since))
    return {child_id: _in_order(held) for child_id, held in found.items()}


def tags_of(held: Iterable[Status], *, restricted: str = "") -> list[Tag]:
    """This function will return the tags of a child; with a plan or in care, neither assessment nor need is said."""
    kinds = [status.kind for status in held]
    planned = [kind for kind in kinds if kind in PLANS]
    said = [kind for kind in kinds if not (kind == "child_in_need" and len(planned) > 1)]
    said = [kind for kind in said if not (kind == "assessment" and planned)]
    marked = [Tag("Restricted", "restricted")] if restricted else []
    return marked + [Tag(*WORDS[kind]) for kind in said]


def _in_order(held: list[Status]) -> list[Status]:
    """One status of each kind, from its first day, in the order of `WORDS`."""
    since: dict[str, date | None] = {}
    for status in sorted(held, key=lambda status: status.since or date.min):
        since.setdefault(status.kind, status.since)
    if "short_breaks" in since:
        since.pop("looked_after", None)
    return [Status(kind, since[kind]) for kind in WORDS if kind in since]
