"""Requests for information, which stand still while they wait for the requester and then run on, as spells and events.

The day an answer is due is worked out here, for a pause moves it by as many days as it lasted: the clock then has it
due on the day counted from. What is due after a pause is known when the pause ends, and not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR, as_kind, merged, outside
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import SPELL_COLUMNS, Journey, event, spell, with_due
from onechild.knowledge.workdays.lengths import Length

if TYPE_CHECKING:
    import ibis.expr.types as ir

MONTH, EXTENDED = Length(1, "month"), Length(3, "month")
NEXT_WORKING_DAY = Length(1, "working_day", beginning_with=True)
LENGTHS = (MONTH, EXTENDED, NEXT_WORKING_DAY)
TWENTY = 20
KEY = "information_request_id"


def subject_access(journey: Journey) -> ir.Table:
    """Requests for a person's own data while they do not wait for the requester, counted from the day they are due.

    A month from the day the request was valid, three from the day it was told that it takes longer; the days it stood
    still added, and then to the next working day.
    """
    rows = journey.shared(_subject_access_requests)
    waits = journey.shared(_waits)
    until = _earliest(rows.extended_on, rows.done_on)
    plain = spell(rows.mutate(until=until), "plain", key=KEY, starts="valid_on", ends="until", subject=KEY)
    told = rows.filter(_.extended_on.notnull()).mutate(
        from_on=ibis.greatest(_.extended_on, _.valid_on), piece=_.information_request_id + "/extended"
    )
    longer = spell(told, "longer", key="piece", starts="from_on", ends="done_on", subject=KEY)
    dated = ibis.union(
        _due(journey, outside(plain, waits, "plain"), MONTH),
        _due(journey, outside(longer, waits, "longer"), EXTENDED),
    )
    return as_kind(dated, "subject_access")


def freedom_of_information(journey: Journey) -> ir.Table:
    """Requests under freedom of information while no fee is awaited, to the answer; after a fee counted from the day
    they are due."""
    rows = journey.table("information_requests").filter(_.request_kind == "freedom_of_information")
    open_rows = rows.mutate(done_on=_earliest(rows.withdrawn_on, rows.answered_on))
    whole = spell(open_rows, "freedom_of_information", key=KEY, starts="happened_on", ends="done_on", subject=KEY)
    pieces = outside(whole, journey.shared(_fees), "freedom_of_information")
    asked = rows.select(subject_id=rows[KEY], asked_on=rows.happened_on)
    later = pieces.join(asked, "subject_id").filter(_.started_on > _.asked_on)
    due = _twenty_days(journey, later)
    resumed = later.join(due, ["subject_id", "spell_id"]).mutate(counted_from=_.due_on).select(*SPELL_COLUMNS)
    first = pieces.anti_join(resumed, ["subject_id", "spell_id"])
    return ibis.union(first, resumed)


def freedom_of_information_after_a_fee(journey: Journey) -> ir.Table:
    """The times of such requests after a fee was awaited."""
    rows = journey.table("information_requests").filter(_.request_kind == "freedom_of_information")
    paid = journey.shared(_fees).filter(_.ended_on.notnull())
    first = paid.group_by("subject_id").agg(paid_on=_.ended_on.min())
    dated = rows.join(first, rows[KEY] == first.subject_id)
    return spell(
        dated, "freedom_of_information_after_a_fee", key=KEY, starts="paid_on", ends="withdrawn_on", subject=KEY
    )


def information_request_answered(journey: Journey) -> ir.Table:
    """Answers."""
    rows = journey.table("information_requests")
    return event(rows, "information_request_answered", key=KEY, on="answered_on", subject=KEY)


def _subject_access_requests(journey: Journey) -> ir.Table:
    """From receipt, or from the proof of identity where that was asked for and no pause says when."""
    rows = journey.table("information_requests").filter(_.request_kind == "subject_access")
    asked = journey.table("request_pauses").filter(_.pause_kind == "identity").select(KEY).distinct()
    told = asked.mutate(identity_paused=ibis.literal(True))
    known = rows.left_join(told, KEY)
    valid = ibis.ifelse(
        known.identity_paused.fill_null(False), known.happened_on, ibis.coalesce(known.identity_on, known.happened_on)
    )
    done = _earliest(known.withdrawn_on, known.answered_on)
    return known.mutate(valid_on=ibis.greatest(valid, known.happened_on), done_on=done).select(
        KEY, "valid_on", "extended_on", "done_on"
    )


def _waits(journey: Journey) -> ir.Table:
    """The times that a request stood still, whatever it waited for."""
    return merged(spell(journey.table("request_pauses"), "wait", key="request_pause_id", subject=KEY), "wait")


def _fees(journey: Journey) -> ir.Table:
    """The times that a request waited for a fee."""
    rows = journey.table("request_pauses").filter(_.pause_kind == "fee")
    return merged(spell(rows, "fee", key="request_pause_id", subject=KEY), "fee")


def _due(journey: Journey, pieces: ir.Table, length: Length) -> ir.Table:
    """Pieces of requests counted from the day each is due: the length from the first valid day, and the days waited."""
    valid = journey.shared(_subject_access_requests).select(subject_id=_[KEY], valid_on=_.valid_on)
    dated = with_due(journey, pieces.join(valid, "subject_id"), length, of="valid_on", into="plain_on")
    days = journey.days.select("date", "number")
    until = _numbered(dated, days, "plain_on", "plain_number")
    waited = _waited(journey, until).select("subject_id", "spell_id", "waited")
    moved = until.left_join(waited, ["subject_id", "spell_id"]).mutate(
        moved_number=_.plain_number + _.waited.fill_null(0)
    )
    later = journey.days.select(moved_number="number", moved_on="date")
    found = moved.left_join(later, "moved_number").select(*until.columns, "moved_on")
    rolled = with_due(journey, found, NEXT_WORKING_DAY, of="moved_on", into="due_on")
    return rolled.mutate(counted_from=_.due_on).select(*SPELL_COLUMNS)


def _waited(journey: Journey, pieces: ir.Table) -> ir.Table:
    """How many days each request had stood still when the piece began."""
    days = journey.days.select("date", "number")
    over = journey.shared(_waits).filter(_.ended_on.notnull())
    waits = over.select("subject_id", waited_from=_.started_on, waited_to=_.ended_on)
    before = (
        pieces.select("subject_id", "spell_id", "started_on", "valid_on")
        .join(waits, "subject_id")
        .filter(_.waited_to <= _.started_on, _.waited_to > _.valid_on)
        .mutate(waited_from=ibis.greatest(_.waited_from, _.valid_on))
    )
    counted = _numbered(_numbered(before, days, "waited_from", "from_number"), days, "waited_to", "to_number")
    return counted.group_by("subject_id", "spell_id").agg(waited=(_.to_number - _.from_number).sum())


def _twenty_days(journey: Journey, pieces: ir.Table) -> ir.Table:
    """The twentieth working day of the United Kingdom, without those on which a fee was awaited, first and last too."""
    days = journey.uk_days.select("date", "number")
    over = journey.shared(_fees).filter(_.ended_on.notnull())
    fees = over.select("subject_id", noticed_on=_.started_on, paid_on=_.ended_on)
    before = pieces.select("subject_id", "spell_id", "started_on", "asked_on").join(fees, "subject_id")
    before = before.filter(_.paid_on <= _.started_on, _.paid_on > _.asked_on).mutate(
        noticed_on=ibis.greatest(_.noticed_on, _.asked_on)
    )
    numbered = _numbered(before, days, "noticed_on", "from_number")
    working = journey.uk_days.filter(_.working).select(noticed_on="date", first="working")
    numbered = _numbered(numbered, days, "paid_on", "to_number").left_join(working, "noticed_on")
    # The day of receipt itself counts for nothing, so neither does a notice given on it.
    lost = ibis.ifelse(numbered["first"].fill_null(False) & (numbered.noticed_on > numbered.asked_on), 1, 0)
    waited = numbered.mutate(lost=numbered.to_number - numbered.from_number + lost)
    summed = waited.group_by("subject_id", "spell_id", "asked_on").agg(waited=_.lost.sum())
    asked = _numbered(summed, days, "asked_on", "asked_number").mutate(due_number=_.asked_number + TWENTY + _.waited)
    due = journey.uk_days.filter(_.working).select(due_number="number", due_on="date")
    return asked.left_join(due, "due_number").select("subject_id", "spell_id", "due_on")


def _earliest(one: ir.DateColumn, other: ir.DateColumn) -> ir.DateColumn:
    return ibis.least(one.fill_null(FAR), other.fill_null(FAR)).nullif(FAR)


def _numbered(rows: ir.Table, days: ir.Table, column: str, into: str) -> ir.Table:
    dated = days.select(**{column: days.date, into: days.number})
    return rows.left_join(dated, column).select(*rows.columns, into)


SPELLS = joined(
    kind(subject_access, "information_requests", outlives=True),
    kind(freedom_of_information, "information_requests", outlives=True),
    kind(freedom_of_information_after_a_fee, "request_pauses", outlives=True),
)
EVENTS = joined(kind(information_request_answered, "information_requests"))
