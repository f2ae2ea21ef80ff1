"""What a conference's page shows: its facts, who is asked, who agrees, and what is still to do."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.workdays import LONDON, london
from onechild.service.govuk.parts import Cell, Column, Fact, Table, Tag
from onechild.service.govuk.words import clock, date_only, day, due_parts
from onechild.service.journeys.protection.conference.deciding import FIRST, REVIEW
from onechild.service.journeys.protection.conference.queries import FAMILY, Arranged
from onechild.service.record.models import MeetingPerson
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import worker_names


def facts_of(found: Arranged, *, today: date) -> list[Fact]:
    """This function will return the conference's facts, those that are said."""
    row, held = found.row, found.held
    chair = worker_names([row.chair_id]).get(row.chair_id or "", "")
    told = [
        ("Held" if held else "Planned for", _when(found, today)),
        ("Where", row.place),
        ("Chair", chair),
        ("Why", row.why),
        ("Interpreter and help to take part", row.interpreter),
        ("How the child takes part", row.childs_part),
    ]
    if held:
        told += _of_the_day(found, today)
    if row.cancelled_on:
        told.append(("Called off", f"{day(row.cancelled_on, today)}: {row.cancelled_reason}"))
    return [Fact(name=name, value=value) for name, value in told if value]


def target_of(found: Arranged, *, today: date) -> Fact | None:
    """This function will return by when an initial conference is due, and whether it is planned for later."""
    by = found.row.enquiry.conference_target_on if found.row.enquiry_id and found.row.enquiry else None
    if by is None or not found.open:
        return None
    late = found.row.planned_for is not None and london(found.row.planned_for) > by
    tag = Tag("Planned for later than that", "late") if late else None
    return Fact(name="Due by", value=due_parts(by, today, unit="working days").when or date_only(by, today), tag=tag)


def people_table(found: Arranged) -> Table:
    """This function will return who is asked: how, their report, whether they came, whether they agree."""
    rows = [[_who(one), _asked(one), _report(one), _came(one), _agrees(one)] for one in found.asked]
    return Table(
        label="Who is asked",
        columns=[Column("Who"), Column("Asked"), Column("Report"), Column("Came"), Column("Agrees")],
        rows=rows,
        empty="Nobody is asked yet.",
    )


def to_do(found: Arranged) -> list[str]:
    """This function will return what is still to be done before or after the conference, in words."""
    if found.row.cancelled_on:
        return []
    family = [one for one in found.asked if one.part in FAMILY]
    checks = (
        (not family, "Nobody of the family is asked, and nobody is left out with a reason."),
        (found.open and not found.row.report, "The worker’s report is not written."),
        (found.open and found.shared_on is None, "The family does not have the report."),
        (not found.row.childs_part, "How the child takes part is not said."),
        (found.held is not None and found.row.decisions_sent_on is None, "The decisions are not sent to all."),
        (any(_unanswered(one) for one in found.people), "Somebody does not agree, and has no answer."),
    )
    family_settled = any(one.part in FAMILY for one in found.left_out)
    return [words for needed, words in checks if needed and not (words.startswith("Nobody") and family_settled)]


def _unanswered(one: MeetingPerson) -> bool:
    return bool(one.dissent) and one.dissent_answered_on is None


def _when(found: Arranged, today: date) -> str:
    if found.held:
        return day(found.held.happened_on, today)
    if found.row.planned_for is None:
        return ""
    at = found.row.planned_for.astimezone(LONDON)
    return f"{day(at.date(), today)}, {clock(at.time())}"


def _of_the_day(found: Arranged, today: date) -> list[tuple[str, str]]:
    row, held = found.row, found.held
    if held is None:
        return []
    first = held.conference_kind != "review"
    key = ("plan" if held.led_to_plan else "") if first else ("continue" if held.plan_continues else "end")
    asked = FIRST if first else REVIEW
    return [
        ("Decided", asked.get(key, "No child protection plan")),
        ("Why", row.reason),
        ("Enough agencies there", _enough(held.quorate, row.quorum_words)),
        ("How the child took part", code_in_words("review_participation", held.participation)),
        ("What was said", row.summary),
        ("What is strong", row.strengths),
        ("What are the worries", row.worries),
        ("If nothing changes", row.contingency),
        ("Core group", day(row.core_group_on, today) if row.core_group_on else ""),
        ("Next conference", day(row.next_on, today) if row.next_on else ""),
        ("Decisions sent", _sent(found, today)),
    ]


def _enough(quorate: bool | None, why: str) -> str:
    return "" if quorate is None else "Yes" if quorate else f"No. {why}"


def _sent(found: Arranged, today: date) -> str:
    row = found.row
    return f"{day(row.decisions_sent_on, today)}, {row.decisions_sent_how}" if row.decisions_sent_on else ""


def _who(one: MeetingPerson) -> Cell:
    note = ", ".join(part for part in (one.get_part_display(), one.agency) if part)
    return Cell(text=one.name, note=note, strong=True)


def _asked(one: MeetingPerson) -> str:
    return one.invited_how or "Not told yet"


def _report(one: MeetingPerson) -> object:
    if one.report_shared_on:
        return f"Has the worker’s report since {date_only(one.report_shared_on)}"
    if one.report_asked:
        return f"Their report is in, {date_only(one.report_on)}" if one.report_on else Tag("Report not in", "missing")
    return ""


def _came(one: MeetingPerson) -> str:
    return {True: "Yes", False: "No"}.get(one.attended, "") if one.attended is not None else ""


def _agrees(one: MeetingPerson) -> object:
    if one.dissent:
        return Cell(text="No", note=one.dissent)
    return "Yes" if one.agrees else ""
