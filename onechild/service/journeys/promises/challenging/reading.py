"""A challenge as pages show it: where it stands, by when it is answered, and every stage with its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse

from onechild.service.govuk.parts import Cell, Column, Fact, Happening, Table, Tag
from onechild.service.govuk.words import date_only, due
from onechild.service.record.models import EscalationStage
from onechild.service.record.queries.names import Head
from onechild.service.record.queries.work.challenges import STAGES, Challenge

STEPS = (
    "Each stage is put to one person by name, with a day for the answer. The steps and their times are a local "
    "standard, after the IRO Handbook: check."
)
CAFCASS_ANY_TIME = (
    f"{STEPS} As the reviewing officer of a looked-after child you may refer the case to Cafcass at any time "
    "(Children Act 1989, section 25B(3))."
)
CAFCASS = EscalationStage.CAFCASS.value


def stages_after(stage: str, *, cafcass: bool) -> list[tuple[str, str]]:
    """This function will return the stages that may come next, in their order; Cafcass only where that is open."""
    first = STAGES.index(stage) + 1 if stage else 0
    return [(key, str(EscalationStage(key).label)) for key in STAGES[first:] if key != CAFCASS or cafcass]


def tags_of(told: Challenge, *, today: date) -> list[Tag]:
    """This function will return how it stands: red only where an answer or the whole of it is late."""
    if told.row.ended_on is not None:
        return [Tag(told.row.get_outcome_display(), "done")]
    if told.last.answered_on is None and told.last.due_on < today:
        return [Tag("Answer late", "late")]
    if told.late(today):
        return [Tag("Not settled in time", "late")]
    return [Tag("Answered" if told.last.answered_on else "Waits for an answer")]


def facts_of(told: Challenge, *, today: date) -> list[Fact]:
    """This function will return what it is about, where it stands, and by when."""
    row, last = told.row, told.last
    found = [
        Fact(name="About", value=row.get_about_display()),
        Fact(name="Raised", value=f"{date_only(row.started_on, today)}, by {row.raised_by_name}"),
        Fact(name="Stage", value=last.get_stage_display(), note=f"Put to {last.to_words}"),
    ]
    if row.ended_on is not None:
        ended = f"{row.get_outcome_display()}, {date_only(row.ended_on, today)}"
        return [*found, Fact(name="Ended", value=ended, note=row.outcome_words)]
    if last.answered_on is None:
        found.append(Fact(name="Answer due", value=due(last.due_on, today)))
    else:
        found.append(Fact(name="Waits for", value=row.raised_by_name, note="To accept the answer, or take it further"))
    return [*found, Fact(name="To be settled by", value=due(told.settle_by, today))]


def story_of(told: Challenge, *, today: date) -> list[Happening]:
    """This function will return its stages, each with its answer, the first first."""
    found: list[Happening] = []
    for one in told.steps:
        found.append(
            Happening(
                on=one.happened_on,
                title=f"Put to {one.to_words}: {one.get_stage_display()}",
                words=one.words,
                note=f"Answer due {date_only(one.due_on, today)}",
                kind="decision",
            )
        )
        if one.answered_on is not None:
            late = one.answered_on > one.due_on
            found.append(
                Happening(
                    on=one.answered_on,
                    title=f"{one.answered_by_name} answered{', after its day' if late else ''}",
                    words=one.answer,
                    note=_taken(one.accepted, one.accepted_words),
                )
            )
        elif told.row.ended_on is None and one.due_on < today:
            found.append(Happening(on=one.due_on, title="No answer by its day", kind="silence"))
    if told.row.ended_on is not None:
        found.append(
            Happening(
                on=told.row.ended_on,
                title=told.row.get_outcome_display(),
                words=told.row.outcome_words,
                kind="decision",
            )
        )
    return found


def table_of(rows: Sequence[Challenge], named: Mapping[str, Head], *, today: date) -> Table:
    """This function will return challenges as lines; children whom the viewer may not see are left out."""
    return Table(
        label="Challenges",
        columns=[
            Column("Child"),
            Column("About"),
            Column("Stage"),
            Column("Waits for"),
            Column("Answer due"),
            Column("Settled by"),
        ],
        rows=[_row(one, named[one.row.child_id], today) for one in rows if one.row.child_id in named],
        empty="There is no challenge here.",
    )


def _row(one: Challenge, head: Head, today: date) -> list[object]:
    ended = one.row.ended_on
    waits = one.last.answered_on is None and ended is None
    tag = tags_of(one, today=today)[0]
    raised = f"{one.row.raised_by_name}, {date_only(one.row.started_on, today)}"
    settled = f"Ended {date_only(ended, today)}" if ended else date_only(one.settle_by, today)
    return [
        Cell(text=head.name, href=reverse("challenge", args=[head.la_child_id, one.row.pk]),
             hidden=f": challenge of {date_only(one.row.started_on, today)}"),
        Cell(text=one.row.get_about_display(), note=raised),
        one.last.get_stage_display(),
        one.waits_for,
        Cell(text=date_only(one.last.due_on, today) if waits else "", tag=tag if ended is None else None),
        settled,
    ]  # fmt: skip


def _taken(accepted: bool | None, words: str) -> str:
    if accepted is None:
        return ""
    return f"{'Accepted' if accepted else 'Not enough'}: {words}"
