"""The worklist by check: why each matters, where that is written, what to do, and a table of the children."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from onechild.knowledge.silence.catalogue import CHECKS
from onechild.knowledge.silence.model import PARTS, Check
from onechild.service.desk.duties import Children
from onechild.service.desk.links import team_page, worker_page
from onechild.service.desk.listing import child_cell, tags_cell
from onechild.service.govuk.parts import Cell, Column, Link, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.silence.queries import Listed

FEW = 10


@dataclass(frozen=True, kw_only=True)
class Section:
    """One check with what it found. `more` leads to all of them where only the first are shown."""

    check: Check
    count: int
    table: Table
    more: Link | None

    @property
    def source(self) -> str:
        """Where it is written, how binding that is, and whether it has yet to be checked."""
        return str(self.check.source)


def sections(
    rows: Sequence[Listed],
    children: Children,
    names: Mapping[str, str],
    *,
    show: str,
    today: date,
    may_snooze: bool,
    few: bool = True,
) -> list[Section]:
    """This function will return the checks that found something, in their own order, each with its children."""
    found = []
    for check in CHECKS:
        of_check = [row for row in rows if row.check_key == check.key]
        if of_check:
            drawn = [row for row in (of_check[:FEW] if few else of_check) if row.child_id in children.heads]
            found.append(
                Section(
                    check=check,
                    count=len(of_check),
                    table=_table(check, drawn, children, names, show=show, today=today, may_snooze=may_snooze),
                    more=_more(check, show, len(of_check)) if few and len(of_check) > FEW else None,
                )
            )
    return found


def shown(rows: Iterable[Listed], *, few: bool = True) -> list[str]:
    """This function will return the children whom the sections name: of each check the first, or all."""
    counts: dict[str, int] = {}
    ids = []
    for row in rows:
        counts[row.check_key] = counts.get(row.check_key, 0) + 1
        if not few or counts[row.check_key] <= FEW:
            ids.append(row.child_id)
    return list(dict.fromkeys(ids))


def workers_of(rows: Iterable[Listed]) -> set[str]:
    """This function will return the workers whom the rows name."""
    return {one for row in rows for one in (row.mender[1], row.lead_id, row.manager_id) if one}


def since_words(row: Listed, today: date) -> str:
    """ "Nothing written since 24 September"."""
    return f"{row.check.since} {date_only(row.since_on, today)}"


def mender_cell(row: Listed, names: Mapping[str, str]) -> Cell:
    """Who can mend it: the worker by name, else the part."""
    part, worker_id = row.mender
    if worker_id:
        words = PARTS[part]
        return Cell(
            text=names.get(worker_id, worker_id), href=worker_page(worker_id), note=words[0].upper() + words[1:]
        )
    note = names.get(row.manager_id or "", "") if part == "manager" else ""
    href = team_page(row.team_id) if row.team_id and part == "manager" else ""
    words = PARTS[part]
    return Cell(text=words[0].upper() + words[1:], note=note, href=href)


def _table(
    check: Check,
    rows: Sequence[Listed],
    children: Children,
    names: Mapping[str, str],
    *,
    show: str,
    today: date,
    may_snooze: bool,
) -> Table:
    aside = show == "aside"
    columns = ["Child", "How things stand", "Since", "Who can mend it", "Put aside" if aside else "If it can wait"]
    drawn = [
        [
            child_cell(row.child_id, children, today),
            tags_cell(row.child_id, children),
            Cell(text=since_words(row, today), note=row.detail_words),
            mender_cell(row, names),
            _aside(row, children, today, may_snooze=may_snooze)
            if aside
            else _to_snooze(row, children)
            if may_snooze
            else "",
        ]
        for row in rows
    ]
    return Table(
        label=check.title,
        columns=[Column(words) for words in (columns if may_snooze or aside else columns[:-1])],
        rows=[cells if may_snooze or aside else cells[:-1] for cells in drawn],
        heading=check.key,
    )


def _to_snooze(row: Listed, children: Children) -> Link:
    href = reverse("silence-snooze", args=[row.silence_id])
    return Link("Put aside", href, hidden=f"for {children.heads[row.child_id].name}: {row.check.title}")


def _aside(row: Listed, children: Children, today: date, *, may_snooze: bool) -> Cell:
    until = f"Until {date_only(row.snoozed_until, today)}" if row.snoozed_until else ""
    return Cell(
        text=until,
        href=reverse("silence-snooze", args=[row.silence_id]) if may_snooze else "",
        hidden=f"for {children.heads[row.child_id].name}: {row.check.title}",
        note=f"{row.snooze_reason} ({row.snoozed_by})",
    )


def _more(check: Check, show: str, count: int) -> Link:
    query = urlencode({"show": show, "check": check.key})
    return Link(f"All {count}", f"{reverse('silence')}?{query}", hidden=f"of {check.title}")
