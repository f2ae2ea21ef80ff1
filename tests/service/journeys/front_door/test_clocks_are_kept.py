"""What goes before, beside and after a decision at the front door loses no referral, no discussion and no clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from onechild.service.journeys.front_door.taking_in.actions import joining
from onechild.service.journeys.front_door.taking_in.actions.linking import link, unlink
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    Child,
    Contact,
    Intake,
    IntakeChild,
    IntakeMove,
    Outcome,
    Referral,
    StepTaken,
    StrategyNote,
)
from tests.service.filling import fill
from tests.service.journeys.front_door.at_the_door import FRIDAY, Somebody, a_colleague, a_contact, siblings
from tests.service.journeys.front_door.test_deciding import a_team, page
from tests.service.people import sign_in

pytestmark = pytest.mark.django_db
LATER = FRIDAY + timedelta(minutes=20)


@pytest.fixture(autouse=True)
def standing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten past five on a Friday."""
    monkeypatch.setattr("onechild.service.config.moment.now", lambda: LATER)


def decide(client: Client, intake: Intake, outcome: str = "section_47") -> None:
    decided = {"outcome": outcome, "reason": "A bruise.", "category": "physical", "team": a_team()}
    fill(client, page("contact-decide", intake), seen=["told"], **decided)


def hold(client: Client, child: Child, decided: str) -> None:
    """Write up the discussion that is open for one child."""
    note = StrategyNote.objects.get(child=child, decided="")
    fill(
        client,
        reverse("strategy", args=[child.la_child_id, note.discussion_id]),
        held_on=FRIDAY.date(),
        held_at="5pm",
        chaired_by_name="The team manager",
        there_social_care="Team manager",
        there_police="DS Reed",
        shared="Police: two calls.",
        risk="Physical harm.",
        reason="Likely harm.",
        decided_0=decided,
        safety_0="With her aunt.",
    )


def own_referral(child: Child, on: date, **columns: object) -> Referral:
    with change_set(by="a test", kind="edit", words="a referral"):
        return Referral.objects.create(child=child, started_on=on, recorded_on=on, **columns)


def join(row: Intake, other: Intake) -> None:
    joining.join(intake=row, other=other, reason="Rung and sent", worker_id=None, by=Somebody(), now=LATER)


def test_a_discussion_held_before_the_decision_opens_the_referral_of_the_contact(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    intake = a_contact([child], received_at=FRIDAY - timedelta(days=1))
    client.post(page("contact-strategy", intake), {"why": "A bruise on a baby."})
    hold(client, child, "joint")
    contact = Contact.objects.get(child=child)
    referral = Referral.objects.get(child=child)
    assert (referral.contact_id, referral.source_kind, referral.started_on) == (contact.pk, "6", contact.happened_on)
    decide(client, intake)
    assert Outcome.objects.get(outcome_of="contact", outcome_of_id=contact.pk).outcome == "new_referral"
    assert StrategyNote.objects.filter(child=child).count() == 1, "the enquiry runs already"
    fill(client, page("contact-tell", intake), how="telephone", words="An enquiry has begun.")
    assert Referral.objects.get(child=child).referrer_told_on == LATER.date()


def test_a_bare_referral_of_the_same_day_is_filled_in_and_an_older_one_is_left(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    first, second = siblings("Ada", "Bea")
    own_referral(first, FRIDAY.date())
    own_referral(second, date(2026, 11, 2))
    intake = a_contact([first, second])
    decide(client, intake, "referral")
    filled, left = Referral.objects.get(child=first), Referral.objects.get(child=second)
    assert (filled.source_kind, filled.decided_on, filled.team_id) == ("6", FRIDAY.date(), a_team())
    assert (left.source_kind, left.contact_id) == (None, None)
    said = {one.child_id: one.outcome for one in Outcome.objects.filter(outcome_of="contact")}
    assert (said[first.pk], said[second.pk]) == ("new_referral", "existing_referral")


def test_strategy_discussion_now_opens_one_after_they_agreed_to_meet_again(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    intake = a_contact([child])
    client.post(page("contact-strategy", intake), {"why": "A bruise on a baby."})
    hold(client, child, "meet_again")
    decide(client, intake)
    assert StrategyNote.objects.filter(child=child, decided="").count() == 1


def test_linking_another_child_asks_again_about_nobody_who_was_talked_about(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    first, second, third = siblings("Ada", "Bea", "Cy")
    intake = a_contact([None, None, None], stage="contact")
    client.post(page("contact-strategy", intake), {"why": "A bruise on a baby."})
    rows = list(IntakeChild.objects.filter(intake=intake).order_by("number"))
    link(intake_child=rows[0], child=first, worker_id=None, by=Somebody(), now=FRIDAY)
    hold(client, first, "nothing_further")
    link(intake_child=rows[1], child=second, worker_id=None, by=Somebody(), now=FRIDAY)
    link(intake_child=rows[2], child=third, worker_id=None, by=Somebody(), now=FRIDAY)
    assert StrategyNote.objects.filter(child=first).count() == 1
    meetings = {one.child_id: one.meeting_id for one in StrategyNote.objects.filter(intake=intake)}
    assert meetings[second.pk] == meetings[third.pk] != meetings[first.pk]


def test_undoing_a_link_takes_the_discussion_and_the_suspicion_off_the_wrong_child(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    wrong, right = siblings("Ada", "Bea")
    intake = a_contact([None], stage="contact")
    client.post(page("contact-strategy", intake), {"why": "A bruise on a baby."})
    row = IntakeChild.objects.get(intake=intake)
    link(intake_child=row, child=wrong, worker_id=None, by=Somebody(), now=FRIDAY)
    unlink(
        intake_child=IntakeChild.objects.get(pk=row.pk), reason="Her cousin", worker_id=None, by=Somebody(), now=LATER
    )
    link(intake_child=IntakeChild.objects.get(pk=row.pk), child=right, worker_id=None, by=Somebody(), now=LATER)
    assert [note.child_id for note in StrategyNote.objects.filter(intake=intake)] == [right.pk]
    assert [step.child_id for step in StepTaken.objects.filter(child__in=[wrong, right])] == [right.pk]


def test_an_earlier_and_redder_double_gives_its_clock_to_the_contact_that_is_kept_and_back() -> None:
    [child] = siblings("Ada")
    morning = FRIDAY - timedelta(hours=7)
    double = a_contact([child], received_at=morning, priority="red", needed_before=LATER, needed_before_words="Home")
    kept = a_contact([child], priority="amber")
    join(double, kept)
    now = Intake.objects.get(pk=kept.pk)
    assert (now.received_at, now.priority, now.needed_before, now.needed_before_words) == (
        morning,
        "red",
        LATER,
        "Home",
    )
    [contact] = Contact.objects.filter(child=child)
    assert (contact.received_at, contact.priority) == (morning, "red")
    assert "received 20 November 2026, 9.50am; red" in IntakeMove.objects.get(intake=kept).reason
    joining.unjoin(
        intake=Intake.objects.get(pk=double.pk), reason="Another day", worker_id=None, by=Somebody(), now=LATER
    )
    back = Intake.objects.get(pk=kept.pk)
    assert (back.received_at, back.priority, back.needed_before) == (FRIDAY, "amber", None)
    assert sorted((one.received_at, one.priority) for one in Contact.objects.filter(child=child)) == [
        (morning, "red"),
        (FRIDAY, "amber"),
    ]


def test_a_discussion_asked_for_in_a_double_about_nobody_known_opens_in_the_contact_that_is_kept(
    client: Client,
) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    double, kept = a_contact([None], stage="contact"), a_contact([child])
    client.post(page("contact-strategy", double), {"why": "A bruise on a baby."})
    join(double, kept)
    note = StrategyNote.objects.get(child=child)
    assert (note.intake_id, note.why) == (kept.pk, "A bruise on a baby.")


def test_a_redder_double_of_a_decided_contact_is_decided_for_itself(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    kept = a_contact([child], priority="amber")
    decide(client, kept, "no_further_action")
    double = a_contact([child], priority="red")
    with pytest.raises(NotPossible, match="is decided already"):
        join(double, Intake.objects.get(pk=kept.pk))


def test_a_reversal_takes_back_what_the_decision_wrote_about_a_referral_open_before(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    own_referral(child, date(2026, 11, 2))
    intake = a_contact([child])
    decide(client, intake, "referral")
    assert Outcome.objects.filter(child=child, outcome_of="referral").exists()
    fill(client, page("contact-reverse", intake), reason="A mistake.")
    assert not Outcome.objects.filter(child=child).exists()
    assert not Allocation.objects.filter(child=child, ended_on=None).exists()
    assert Referral.objects.get(child=child).decided_on is None


def test_a_referral_of_the_same_day_does_not_stop_the_clock_of_a_contact() -> None:
    first, second = siblings("Ada", "Bea")
    own_referral(first, FRIDAY.date())
    own_referral(second, date(2026, 11, 2))
    a_contact([first, second])
    assert Contact.objects.get(child=first).already_open is False
    assert Contact.objects.get(child=second).already_open is True
