"""The steps of protection as its pages take them: each sends a form as somebody would, and sees that it was taken."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client

from onechild.service.record.actions.visits import Seen, record
from onechild.service.record.models import (
    Child,
    ChildProtectionPlan,
    ConferenceArrangement,
    MeetingPerson,
    Section47Enquiry,
    StrategyNote,
    Visit,
)
from onechild.service.record.queries.work.steps import steps_of
from tests.service.journeys.protection.conftest import Family, People, typed

DISCUSSED, SEEN, CONCLUDED = date(2026, 6, 5), date(2026, 6, 6), date(2026, 6, 17)
CONFERENCE, GROUP, REVIEW = date(2026, 6, 24), date(2026, 7, 7), date(2026, 9, 22)


def sent(client: Client, page: str, answers: dict[str, Any]) -> str:
    """Send a form that must be taken in; where it leads."""
    answer = client.post(page, answers)
    if answer.status_code != 302:
        shown = answer.content.decode()
        told = shown.split("govuk-error-summary")[1][:1500] if "govuk-error-summary" in shown else shown[-1500:]
        raise AssertionError(f"{page} was not taken in ({answer.status_code}): {told}")
    return str(answer["Location"])


def suspected(people: People, family: Family) -> StrategyNote:
    """Open a strategy discussion about both children."""
    page = family.page("strategy/new/")
    sent(people.worker, page, {"why": "A bruise on his ear.", "others": [family.sibling.la_child_id]})
    return StrategyNote.objects.get(child=family.child)


def discussed(people: People, family: Family, *, decided: str = "joint", sibling: str = "single") -> Any:
    """Hold it, at five to five on a Friday; the enquiry, where it began one."""
    note = suspected(people, family)
    answers = {
        **typed("held_on", DISCUSSED),
        "held_at": "16:55",
        "chaired_by_name": "Denise Okoro, team manager",
        "there_social_care": "Denise Okoro",
        "there_police": "DC Moss",
        "shared": "Police: one call in May.",
        "risk": "Physical harm.",
        "reason": "An injury with no account.",
        "decided_0": decided,
        "safety_0": "With his aunt.",
        "decided_1": sibling,
        "safety_1": "With her aunt.",
    }
    sent(people.manager, family.page(f"strategy/{note.discussion_id}/"), answers)
    return Section47Enquiry.objects.filter(child=family.child, started_on=DISCUSSED).first()


def seen(family: Family, child: Child, *, on: date = SEEN) -> Visit:
    """The child is seen alone under the enquiry."""
    user: Any = type("Somebody", (), {"pk": 1, "name": "Ana Reis"})()
    made = record(
        children=[Seen(child=child, seen=True, seen_alone=True, childs_words="I fell.")],
        on=on,
        purpose="section_47",
        method="face_to_face",
        worker_id=family.worker_id,
        by=user,
        today=on,
    )
    return made.visits[0]


def written(people: People, family: Family, enquiry: Section47Enquiry, *, send: bool = True, **more: str) -> str:
    """Write the enquiry and send it."""
    version = people.worker.get(family.page(f"enquiries/{enquiry.pk}/write/")).context["form"]["edit_version"].value()
    answers = {
        "edit_version": str(version),
        "findings": "The account changed twice.",
        "childs_voice": "I fell.",
        "analysis": "It is likely that he was hit.",
        "concluded": "continuing_risk",
        "reason": "He is not safe with R.",
        **more,
        **({"send": "yes"} if send else {}),
    }
    return sent(people.worker, family.page(f"enquiries/{enquiry.pk}/write/"), answers)


def concluded(people: People, family: Family) -> Section47Enquiry:
    """Discussed, seen, written, approved."""
    enquiry = discussed(people, family)
    seen(family, family.child)
    written(people, family, enquiry)
    page = family.page(f"enquiries/{enquiry.pk}/answer/")
    sent(people.manager, page, {"answer": "approve", "reason": "I agree with the analysis."})
    assert [step.step for step in steps_of(enquiry.pk)] == ["submitted", "approved"]
    return Section47Enquiry.objects.get(pk=enquiry.pk)


def arranged(people: People, family: Family, *, kind: str = "initial", on: date = CONFERENCE) -> ConferenceArrangement:
    """Arrange a conference for both children, with somebody of the family and of the school."""
    answers = {
        "kind": kind,
        "others": [family.sibling.la_child_id],
        **typed("planned_on", on),
        "planned_at": "10:00",
        "place": "Meeting room 2",
        "chair": family.chair_id,
        "why": "Likely significant harm.",
    }
    sent(people.worker, family.page("conferences/new/"), answers)
    row = ConferenceArrangement.objects.get(child=family.child, conference_kind=kind, conference=None)
    page = family.page(f"conferences/{row.pk}/ask/")
    mother = {"name": "Leanne Ashdown", "part": "parent", "asked": "yes", "how": "in_person"}
    sent(people.worker, f"{page}?adult={family.mother_id}", mother)
    school = {"name": "Ms Ahmed", "part": "education", "agency": "Hollin Primary", "asked": "yes", "how": "email"}
    sent(people.worker, page, {**school, "report_asked": "on"})
    return row


def prepared(people: People, family: Family, row: ConferenceArrangement, *, on: date) -> None:
    """Write the report and share it."""
    page = family.page(f"conferences/{row.pk}/")
    version = people.worker.get(f"{page}report/").context["form"]["edit_version"].value()
    report = {"edit_version": str(version), "report": "What happened.", "childs_part": "Through his advocate."}
    sent(people.worker, f"{page}report/", report)
    mother = MeetingPerson.objects.get(about_id=row.pk, part="parent")
    sent(people.worker, f"{page}shared/", {**typed("shared_on", on), "people": [mother.pk]})


def came(people: People, family: Family, row: ConferenceArrangement, *, agrees: str = "no") -> None:
    """The mother came and does not agree; the school came and does."""
    dissent = "It was an accident." if agrees == "no" else ""
    answers = {
        "came_0": "yes",
        "views_0": "We need help.",
        "agrees_0": agrees,
        "dissent_0": dissent,
        "came_1": "yes",
        "report_1": "on",
        "views_1": "He is tired.",
        "agrees_1": "yes",
        "dissent_1": "",
    }
    sent(people.chair, family.page(f"conferences/{row.pk}/attendance/"), answers)


def decided(people: People, family: Family, row: ConferenceArrangement, **more: Any) -> Any:
    """A plan for the first child, none for the second; the plan."""
    members = list(MeetingPerson.objects.filter(about_id=row.pk).values_list("pk", flat=True))
    answers = {
        **typed("held_on", CONFERENCE),
        "quorate": "yes",
        "summary": "All shared what they know.",
        "strengths": "He loves school.",
        "decided_0": "plan",
        "category_0": "PHY",
        "reason_0": "He is likely to be hit again.",
        "participation_0": "PN5",
        "elsewhere_0": "1",
        "decided_1": "need",
        "reason_1": "She was never alone with R.",
        "worry": "He is hit when R is angry.",
        "outcome": "He is safe at home.",
        "known_by": "No new injury for three months.",
        "action": "R leaves the home.",
        "owner": "Leanne Ashdown, mother",
        **typed("due_on", CONFERENCE),
        "contingency": "Legal advice at once.",
        "members": members,
        **typed("core_group_on", GROUP),
        **typed("next_on", REVIEW),
        **more,
    }
    sent(people.chair, family.page(f"conferences/{row.pk}/decide/"), answers)
    return ChildProtectionPlan.objects.filter(child=family.child).first()
