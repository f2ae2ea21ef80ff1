"""A planned round in words: what, when, where, with whom, by whom; and what it was moved from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from itertools import pairwise

from onechild.service.govuk.parts import Fact
from onechild.service.govuk.words import clock, date_only, day, moment
from onechild.service.record.models import DiaryEntry
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import Head, joined
from onechild.service.record.queries.versions import Version, versions


def facts(entries: Sequence[DiaryEntry], named: Mapping[str, Head], *, worker: str, today: date) -> list[Fact]:
    """This function will return what is planned as names and values."""
    first = entries[0]
    at = f", {clock(first.starts_at)}" if first.starts_at else ", no time agreed"
    purpose = code_in_words("visit_purpose", first.purpose) if first.purpose else ""
    told = [
        ("When", f"{day(first.planned_on, today)}{at}"),
        ("How long", f"{first.minutes} minutes" if first.minutes else ""),
        ("What for", purpose),
        ("With", joined([named[entry.child_id].name for entry in entries])),
        ("Where", first.place),
        ("In whose diary", worker),
        ("Planned by", f"{first.made_by}, {date_only(first.recorded_on, today)}"),
        (
            "Cancelled",
            f"{date_only(first.cancelled_on, today)}: {first.cancelled_reason}" if first.cancelled_on else "",
        ),
    ]
    return [Fact(name=name, value=value) for name, value in told if value]


def moves(entry: DiaryEntry, *, today: date) -> list[str]:
    """This function will return each move, the latest first: from when, by whom, and why."""
    known = versions(entry)
    found = [
        f"From {_when(before, today)}, by {after.by}, {moment(after.at, today)}: {after.row['moved_reason']}"
        for before, after in pairwise(known)
        if (before.row["planned_on"], before.row["starts_at"]) != (after.row["planned_on"], after.row["starts_at"])
    ]
    return found[::-1]


def _when(version: Version, today: date) -> str:
    at = version.row["starts_at"]
    on = day(date.fromisoformat(version.row["planned_on"]), today)
    return f"{on}, {clock(time.fromisoformat(at))}" if at else on
