"""What a child's overview shows: the duties, the latest of the timeline, the nearest people, the last decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from onechild.service.desk.children.around import nearest
from onechild.service.desk.children.clocks import duty_of
from onechild.service.desk.children.frame import ChildFrame
from onechild.service.desk.children.timelines import decision_facts
from onechild.service.desk.silence.beside import on_overview
from onechild.service.govuk.parts import Duty, Link
from onechild.service.govuk.words import date_only
from onechild.service.journeys.information_rights.queries import notes_for
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.decisions import decisions
from onechild.service.record.queries.due import due_for
from onechild.service.record.queries.lateness import reasons_of
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.timeline import MINOR, timeline
from onechild.service.record.queries.work.wording import said_of

HEAD, LAST = 9, 3


def overview_of(frame: ChildFrame) -> dict[str, Any]:
    """This function will return the parts of the page: six queries beyond those of the frame."""
    child, today = frame.child, frame.head.today
    dues = due_for([child.pk], today=today)
    happened = timeline(child.pk, today=today, leaving_out=MINOR, many=HEAD)
    decided = decisions(child.pk, today=today, many=LAST, brief=True)
    workers = worker_names(one.worker_id for one in (*happened.items, *decided.items))
    reasons = reasons_of([child.pk]) if any(due.late for due in dues) else {}
    duties = [
        duty_of(due, child=child, first_name=frame.first_name, held=frame.head.held, reasons=reasons) for due in dues
    ]
    address = [child.la_child_id]
    return {
        "why": why_involved(frame),
        "disputed": notes_for([child.pk]).get(child.pk, []),
        "said": frame.head.facts.get("said"),
        "said_on": _said_on(frame),
        "duties": duties,
        "due_note": due_note(duties),
        "silent": on_overview(child.pk, today, may_snooze=frame.may_visit),
        "due_link": Link("Everything due, and done", reverse("child-clocks", args=address)),
        "happenings": [said_of(one, workers=workers, today=today) for one in happened.items],
        "timeline_link": Link(
            f"All {happened.total}", reverse("child-timeline", args=address), hidden="of the timeline"
        ),
        "people": nearest(frame),
        "people_link": Link("Everybody", reverse("child-people", args=address)),
        "decisions": decision_facts(decided.items, workers=workers, today=today),
        "decisions_link": Link(f"All {decided.total}", reverse("child-decisions", args=address), hidden="decisions"),
    }


def due_note(duties: list[Duty]) -> str:
    """ "2 late, 1 today."; never that nothing is late, only that nothing recorded is."""
    late, today = sum(duty.late for duty in duties), sum(duty.when.startswith("Today") for duty in duties)
    counted = [words for count, words in ((late, f"{late} late"), (today, f"{today} today")) if count]
    return (
        f"{', '.join(counted)}." if late else " ".join([*(f"{one}." for one in counted), "Nothing recorded is late."])
    )


def why_involved(frame: ChildFrame) -> str:
    """This function will return why the case is open, as the referral says it; nothing where none is open."""
    told = frame.head.facts.get("referral")
    if not told:
        return ""
    need = code_in_words("primary_need", told["primary_need"])
    named = told["source_words"]
    source = named or code_in_words("referral_source", told["source_kind"])
    on = date_only(date.fromisoformat(told["started_on"]), frame.head.today)
    said = source if source == named else source[:1].lower() + source[1:]  # a name keeps its capital
    from_whom = f", from {said}" if source else ""
    return f"{need or 'The main need is not recorded'}: the referral of {on}{from_whom}."


def _said_on(frame: ChildFrame) -> date | None:
    said = frame.head.facts.get("said")
    return date.fromisoformat(said["recorded_on"]) if said else None
