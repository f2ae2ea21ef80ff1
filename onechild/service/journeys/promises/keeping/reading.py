"""One promise as its page shows it: its facts, its whole story, and the verbs that the viewer may use."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.urls import NoReverseMatch, reverse

from onechild.service.access.viewer import Viewer
from onechild.service.govuk.parts import Fact, Happening, Link, Tag
from onechild.service.govuk.words import date_only, due, moment
from onechild.service.journeys.promises.keeping.who import VERBS
from onechild.service.record.models import CaseNote, Child, Document, StepTaken, Visit
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.promises import Promise, Step, story

# Steps that decide nothing.
_NO_DECISION = ("news", "passed")


def tags_of(told: Promise, *, today: date) -> list[Tag]:
    """This function will return how it stands, in boxes: red only where it is late."""
    if told.state == "kept":
        return [Tag("Kept", "done")]
    if told.state == "withdrawn":
        return [Tag("Withdrawn")]
    found = [Tag(days_words(told.days_late(today)), "late")] if told.late(today) else []
    if told.disputed_on:
        found.append(Tag("Disputed"))
    if told.astray:
        found.append(Tag("Its owner left the child", "missing"))
    if not told.owner:
        found.append(Tag("Nobody named", "missing"))
    return found or [Tag("Open")]


def days_words(days: int) -> str:
    """ "1 day late", "12 days late"."""
    return f"{days} day{'' if days == 1 else 's'} late"


def facts_of(told: Promise, *, today: date) -> list[Fact]:
    """This function will return what, who, why, by when."""
    by = f", by {told.given_by}" if told.given_by else ""
    given = f"{told.source_words}, {date_only(told.given_on, today)}{by}" if told.given_on else told.source_words
    found = [
        Fact(name="Who does it", value=told.owner or "Nobody is named", note=whereabouts(told)),
        Fact(name="By when", value=due(told.due_on, today) if told.due_on else "No day is set"),
        Fact(name="Given in", value=given),
    ]
    if told.state == "kept" and told.done_on:
        found.append(Fact(name="Kept on", value=date_only(told.done_on, today)))
    if told.state == "withdrawn" and told.withdrawn_on:
        found.append(Fact(name="Withdrawn", value=date_only(told.withdrawn_on, today), note=told.withdrawn_reason))
    if told.loaded and told.state == "open" and _kept_here(told):
        found.append(
            Fact(
                name="Look again",
                value="The case system has changed this line since it was kept here",
                note="Its own words and days are shown above. If it was kept all the same, mark it kept again.",
            )
        )
    elif told.loaded:
        found.append(Fact(name="Kept in", value="The case system", note="What is written here stands beside it, until "
                          "the case system itself changes this line."))  # fmt: skip
    return found


def _kept_here(told: Promise) -> bool:
    """Whether the last word written here is that it was kept or withdrawn."""
    settled = [one.kind for one in story(told.key) if one.kind in ("kept", "withdrawn", "reopened")]
    return bool(settled) and settled[-1] != "reopened"


def whereabouts(told: Promise) -> str:
    """Where the child is now, if its owner no longer works with the child."""
    if not told.astray:
        return ""
    return f"No longer works with the child, now with {told.now_with}" if told.now_with else (
        "No longer works with the child, who waits for a worker" if told.case_open else "The case is closed"
    )  # fmt: skip


def told_of(child: Child, told: Promise, *, today: date) -> list[Happening]:
    """This function will return its story, the oldest first; of a loaded one, with how it began in the case system."""
    steps = story(told.key)
    found = [_happening(child, one, today) for one in steps]
    if not any(one.kind == "given" for one in steps) and told.given_on:
        found.insert(0, Happening(on=told.given_on, title="Given", words=told.words, note=told.given_by))
    if told.done_on and not any(one.kind == "kept" for one in steps):
        found.append(Happening(on=told.done_on, title="Kept", words="As the case system says; what shows it is not "
                               "written here.", kind="silence"))  # fmt: skip
    return found


def verbs_of(told: Promise, viewer: Viewer, *, la_child_id: str) -> list[tuple[Link, bool]]:
    """This function will return what the viewer may do with it, and whether it comes first."""
    return [
        (Link(one.text, reverse(one.page, args=[la_child_id, told.key])), one.primary)
        for one in VERBS
        if one.may(told, viewer)
    ]


def _happening(child: Child, one: Step, today: date) -> Happening:
    moved = ""
    if one.kind in ("owner", "passed"):
        moved = f"From {one.from_owner or 'nobody'} to {one.to_owner or 'nobody'}. "
    elif one.kind in ("due", "changed", "reopened") and one.from_due_on != one.to_due_on and one.to_due_on:
        before = f"from {date_only(one.from_due_on, today)} " if one.from_due_on else ""
        moved = f"The day moved {before}to {date_only(one.to_due_on, today)}. "
    words, link = _evidence(child, one)
    said = f"{moved}{one.words}{f' Shown by: {words}.' if words else ''}"
    kind: Literal["", "decision"] = "" if one.kind in _NO_DECISION else "decision"
    note = f"{one.by_name}, {moment(one.at, today)}"
    return Happening(on=one.on, title=one.title, words=said.strip(), note=note, kind=kind, action=link)


def _evidence(child: Child, one: Step) -> tuple[str, Link | None]:
    """What on the record shows it, in words, and the way to it; a row that has gone since is said so."""
    if not one.evidence_kind:
        return "", None
    kinds: dict[str, Any] = {"visit": Visit, "note": CaseNote, "document": Document, "step": StepTaken}
    row = kinds[one.evidence_kind].objects.filter(child=child, pk=one.evidence_id).first()
    if row is None:
        return "something that is no longer on the record", None
    if one.evidence_kind == "visit":
        words = "a visit"
    elif one.evidence_kind == "step":
        words = code_in_words("step", row.step)
    else:
        words = f"the {one.evidence_kind} “{row.title if one.evidence_kind == 'document' else row.subject}”"
    return f"{words}, {date_only(row.happened_on)}", _way_to(child, one)


def _way_to(child: Child, one: Step) -> Link | None:
    pages = {"note": "note", "document": "document"}
    try:
        if one.evidence_kind in pages:
            page = reverse(pages[one.evidence_kind], args=[child.la_child_id, one.evidence_id])
        else:
            page = reverse("child-timeline", args=[child.la_child_id])
    except NoReverseMatch:
        return None
    return Link("See what shows it", page)
