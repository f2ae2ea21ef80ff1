"""Contacts and people at the front door that tests start from, made by calling actions only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from onechild.service.access.models import User
from onechild.service.journeys.front_door.taking_in.actions.linking import link
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.people import NewChild, new_child
from onechild.service.record.models import (
    Child,
    Employment,
    Intake,
    IntakeChild,
    PartnerCheck,
    Team,
    TeamMembership,
    Worker,
    WorkerName,
)
from tests.service.people import make_user

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=UTC)
_numbers = count(1)


@dataclass(frozen=True)
class Somebody:
    """Whoever acts where nobody is signed in."""

    name: str = "A test"
    pk: int = 0


def a_colleague(role: str, *, name: str = "") -> User:
    """Somebody in post at the front door, with an account in this role."""
    team = Team.objects.filter(team_kind="front_door").order_by("pk")[0]
    with change_set(by="a test", kind="edit", words="a colleague"):
        worker = Worker.objects.create(registered=True)
        WorkerName.objects.create(worker=worker, name=name or f"Colleague {next(_numbers)}")
        Employment.objects.create(
            worker=worker, started_on=FRIDAY.date().replace(year=2020), fte=1, role="social_worker"
        )
        TeamMembership.objects.create(
            worker=worker,
            team=team,
            role="team_manager" if role == "front_door" else "social_worker",
            started_on=FRIDAY.date().replace(year=2020),
        )
    return make_user(role, worker_id=worker.pk)


def siblings(*names: str) -> list[Child]:
    """New children of one surname, who are known to nobody."""
    with change_set(by="a test", kind="edit", words="siblings"):
        return [
            new_child(
                NewChild(
                    forename=name, surname="Quillfeather", born_on=datetime(2014 + 3 * n, 5, 1, tzinfo=UTC).date()
                ),
                today=FRIDAY.date(),
            )
            for n, name in enumerate(names)
        ]


def a_contact(
    children: Sequence[Child | None],
    *,
    stage: str = "initial",
    received_at: datetime = FRIDAY,
    linked: bool = True,
    **columns: object,
) -> Intake:
    """A contact of the police about these children, linked to their records, at a stage; None is a child not known."""
    number = next(_numbers)
    facts = {
        "acknowledgement": f"HF-TEST-{number:04}",
        "received_at": received_at,
        "channel": "telephone",
        "professional": True,
        "source_kind": "6",
        "organisation": "Hatterton Police",
        "referrer_name": "Jo Lund",
        "words": "Called to the home at 4pm; the children hid upstairs.",
        "family_told": "no",
    }
    with change_set(by="a test", kind="edit", words="a contact"):
        intake = Intake.objects.create(**{**facts, **columns})
        rows = [
            IntakeChild.objects.create(intake=intake, number=n, forename=f"Child{n}", surname="Quillfeather")
            for n, _ in enumerate(children, start=1)
        ]
    for row, child in zip(rows, children, strict=True):
        if child is not None and linked:
            link(intake_child=row, child=child, worker_id=None, by=Somebody(), now=received_at + timedelta(minutes=5))
    with change_set(by="a test", kind="edit", words="its stage"):
        Intake.objects.filter(pk=intake.pk).update(stage=stage)
    return Intake.objects.get(pk=intake.pk)


def a_board(*, now: datetime, holder_id: str) -> None:
    """A board as on a busy afternoon: contacts at every stage, over their time and not, one held by somebody."""
    names = iter(("Harper", "Finley", "Amelia", "Noah", "Eliana", "Caleb", "Ellis", "Anjali", "Tyrell", "Lily-Mae"))

    def some(many: int) -> list[Child]:
        return siblings(*(next(names) for _ in range(many)))

    hour = timedelta(hours=1)
    a_contact(some(2), stage="contact", priority="red", received_at=now - 5 * hour, words="Called to the home at 2am.")
    a_contact([None], stage="contact", received_at=now - hour, source_kind="3B", words="Missed two appointments.")
    a_contact(
        some(1),
        stage="initial",
        priority="red",
        received_at=now - 3 * hour,
        source_kind="3E",
        holder_id=holder_id,
        words="Overdose, medically fit; the ward asks whether she can go home.",
        needed_before=now + 2 * hour,
        needed_before_words="the ward sends her home at half past four",
    )
    a_contact(
        some(3), stage="initial", priority="amber", received_at=now - 4 * hour, source_kind="3A", words="Mother unwell."
    )
    checked = a_contact(some(1), stage="screening", priority="amber", received_at=now - 6 * hour, source_kind="2A")
    a_contact([None], stage="screening", priority="green", received_at=now - hour, sensitive="fgm")
    a_contact(
        some(1),
        stage="final",
        priority="amber",
        received_at=now - 7 * hour,
        screener_id=holder_id,
        suggested="referral",
    )
    a_contact(
        some(1), stage="final", priority="green", received_at=now - 8 * hour, suggested="early_help", source_kind="2B"
    )
    asked = {"intake_id": checked.pk, "ground": "consent"}
    with change_set(by="a test", kind="edit", words="checks"):
        PartnerCheck.objects.create(agency="health", asked_at=now - 2 * hour, **asked)
        PartnerCheck.objects.create(
            agency="police",
            asked_at=now - 3 * hour,
            answered_at=now,
            nothing_known=True,
            answered_by_words="PC Lund",
            **asked,
        )
