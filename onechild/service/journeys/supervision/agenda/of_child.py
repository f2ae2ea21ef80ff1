"""The agenda of one child: open promises first, then what is late, silent, changed, due, and when last talked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import NoReverseMatch, reverse

from onechild.service.govuk.words import date_only
from onechild.service.journeys.supervision.agenda.changes import changes
from onechild.service.journeys.supervision.agenda.children import CLOCK, last_talked
from onechild.service.journeys.supervision.agenda.lines import Line
from onechild.service.journeys.supervision.agenda.silences import Silent, silences
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.names import Head
from onechild.service.record.queries.promises import Promise, open_promises

AHEAD = timedelta(days=28)
A_LOOK_BACK = timedelta(days=90)  # where the child was never talked about


def agenda_of(head: Head, *, today: date) -> list[Line]:
    """This function will return what a supervision of this child has to speak of on the day."""
    return agendas([head], today=today)[head.child_id]


def agendas(heads: Sequence[Head], *, today: date) -> dict[str, list[Line]]:
    """This function will return the agenda of each of these children: some ten queries, and one a child."""
    ids = [head.child_id for head in heads]
    talked = last_talked(ids)
    promised = open_promises(child_ids=ids, today=today) if ids else []
    dues = due_for(ids, today=today, until=today + AHEAD)
    silent = silences(ids, today=today)
    return {
        head.child_id: _agenda(
            head,
            [one for one in promised if one.child_id == head.child_id],
            [one for one in dues if one.child_id == head.child_id],
            [one for one in silent if one.child_id == head.child_id],
            talked.get(head.child_id),
            today,
        )
        for head in heads
    }


def parts_of(lines: list[Line]) -> set[str]:
    """This function will return what kinds of thing an agenda holds, for choosing what to reflect on first."""
    found = {line.part for line in lines}
    if any(line.part == "promises" and line.late for line in lines):
        found.add("promises_late")
    if any(line.part == "talked" and line.late for line in lines):
        found.add("not_talked")
    if any("not seen" in line.note for line in lines):
        found.add("not_seen")
    if any(line.part == "changed" and line.words == "Missing" for line in lines):
        found.add("missing")
    return found


def _agenda(
    head: Head,
    promised: list[Promise],
    dues: list[Due],
    silent: list[Silent],
    talked: date | None,
    today: date,
) -> list[Line]:
    return [
        *(_promise(one, head, today) for one in sorted(promised, key=lambda one: not one.late(today))),
        *(_due(one, head, "late") for one in dues if one.late and one.clock != CLOCK),
        *(_silent(one, today) for one in silent),
        *changes(head.child_id, since=talked or today - A_LOOK_BACK, today=today),
        *(_due(one, head, "due") for one in dues if not one.late and one.clock != CLOCK),
        _talked(talked, dues, today),
    ]


def _promise(one: Promise, head: Head, today: date) -> Line:
    late = one.days_late(today)
    when = f"due {date_only(one.due_on, today)}" if one.due_on else "no day was set"
    told = f", {late} day{'' if late == 1 else 's'} late" if late else ""
    owner = one.owner or "nobody named"
    moved = f"; {owner} no longer works with {head.first_name}" if one.astray else ""
    return Line(
        part="promises",
        words=one.words,
        note=f"{one.source_words}: {owner}, {when}{told}{moved}",
        late=bool(late),
        key=one.key,
        href=_page("promise", head.la_child_id, one.key) if one.kind == "direction" else "",
    )


def _due(one: Due, head: Head, part: str) -> Line:
    when, note = one.when()
    return Line(part=part, words=one.title(head.first_name), note=", ".join(filter(None, (when, note))), late=one.late)


def _silent(one: Silent, today: date) -> Line:
    return Line(part="silent", words=one.check.title, note=f"{one.check.since} {date_only(one.since_on, today)}")


def _talked(talked: date | None, dues: list[Due], today: date) -> Line:
    due = next((one for one in dues if one.clock == CLOCK), None)
    words = f"Last on {date_only(talked, today)}" if talked else "Not yet"
    return Line(
        part="talked",
        words=words,
        note=f"due {date_only(due.due_on, today)}" if due else "",
        late=bool(due and due.late),
    )


def _page(name: str, *args: str) -> str:
    """The address of another room's page; nothing where it is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
