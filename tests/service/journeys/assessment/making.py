"""Children to assess, and whoever assesses and authorises, for the tests of assessments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.models import Allocation, Assessment, AssessmentWork, Child, Referral
from tests.service.people import a_worker, a_worker_with_children, make_user, sign_in, team_of

TODAY = date(2026, 11, 21)
REFERRED = date(2026, 11, 2)
# What each part takes, but for the history.
PARTS: dict[str, dict[str, Any]] = {
    "voice": {"childs_voice": "I want it to be quiet at night.", "voice_not_heard": ""},
    "family": {"family_views": "Mum wants help.", "partner_views": "School is worried."},
    "needs": {"development": "Well grown.", "parenting": "Warm, tired.", "environment": "Damp flat."},
    "weighing": {"strengths": "Grandma.", "worries": "Shouting."},
    "factors": {"factors": ["3B", "16A"]},
    "analysis": {"analysis": "Nights are frightening."},
    "outcome": {
        "outcome": "child_in_need_plan",
        "outcome_words": "Help at home is enough.",
        "next_steps": "Plan by 5 December.",
    },
}


@dataclass(frozen=True)
class Team:
    """A worker with a child to assess, and the manager of the team."""

    worker: User
    manager: User
    child: Child
    team_id: str


def a_team_with_a_child_to_assess() -> Team:
    """A child with a referral of this month, whom nobody assesses; held by a worker whose team has a manager."""
    worker_id = a_worker_with_children()
    team_id = team_of(worker_id)
    return Team(
        worker=make_user("social_worker", worker_id=worker_id),
        manager=make_user("team_manager", worker_id=a_worker(team_id, "team_manager"), team_id=team_id),
        child=to_assess(worker_id),
        team_id=team_id,
    )


def to_assess(worker_id: str) -> Child:
    """A child of the worker with a referral of OneChild's own that is open, and no assessment under way."""
    under_way = Assessment.objects.filter(ended_on=None).values("child_id")
    held = Allocation.objects.filter(role="lead", ended_on=None, worker_id=worker_id, child__restricted=None)
    row = held.exclude(child_id__in=under_way).select_related("child").order_by("child_id")[0]
    referred(row.child)
    return row.child


def referred(child: Child) -> Referral:
    """An open referral; what was open before is closed."""
    with change_set(by="a test", kind="edit", words="a referral"):
        Referral.objects.filter(child=child, ended_on=None).update(ended_on=REFERRED)
        made = Referral.objects.create(
            child=child, started_on=REFERRED, decided_on=REFERRED, source_kind="1A", recorded_on=REFERRED
        )
        renew([child.pk])
    return made


def start(client: Client, child: Child, **answers: Any) -> Assessment:
    """Start an assessment on the page; it is the child's newest."""
    sent = {
        "kind": "child_and_family",
        "started_on": "2026-11-03",
        "why": "The police were called twice.",
        **answers,
    }
    answer = client.post(f"/children/{child.la_child_id}/assessments/new/", sent)
    assert answer.status_code == 302, answer.content.decode()
    return Assessment.objects.get(child=child, ended_on=None)


def page(child: Child, assessment: Assessment, more: str = "") -> str:
    """The address of an assessment, or of a page of it."""
    return f"/children/{child.la_child_id}/assessments/{assessment.pk}/{more}"


def write(client: Client, assessment: Assessment, key: str, **answers: Any) -> Any:
    """Send one part as it is filled now."""
    work = AssessmentWork.objects.get(assessment=assessment)
    sent = {**PARTS[key], "edit_version": work.edit_version, **answers}
    return client.post(page(assessment.child, assessment, f"parts/{key}/"), sent)


def write_all(client: Client, assessment: Assessment) -> None:
    """Every part, and an answer to every pattern of the history."""
    for key in PARTS:
        assert write(client, assessment, key).status_code == 302
    history = page(assessment.child, assessment, "history/")
    shown = client.get(history)
    for asked, _, _ in shown.context["asked"]:
        client.post(f"{history}{asked.pattern.key}/", {"edit_version": 0, "means_now": "It weighs on this child now."})


def finished(client: Client, team: Team) -> Assessment:
    """An assessment written whole and sent to a manager, by the worker signed in on this client."""
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    write_all(client, assessment)
    assert client.post(page(team.child, assessment, "send/"), {"words": ""}).status_code == 302
    return assessment
