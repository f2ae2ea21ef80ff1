"""A contact is decided: by somebody other than the screener, with a reason, into every clock; and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Notice
from onechild.service.journeys.front_door.deciding.actions.moving import note_move, screened_it, to_stage
from onechild.service.journeys.front_door.queries import waiting_for
from onechild.service.journeys.front_door.taking_in.actions.linking import link
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    Assessment,
    Child,
    Decision,
    Direction,
    EarlyHelpEpisode,
    FrontDoorDecision,
    Intake,
    IntakeChild,
    IntakeMove,
    Obligation,
    Outcome,
    PartnerCheck,
    Referral,
    StrategyNote,
    Team,
    Watch,
)
from tests.service.filling import errors, fill, sent
from tests.service.journeys.front_door.at_the_door import FRIDAY, Somebody, a_colleague, a_contact, siblings
from tests.service.people import a_worker_with_children, child_of, make_user, sign_in

pytestmark = pytest.mark.django_db
At = Callable[[datetime], None]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """Sets the moment; it starts ten minutes after the contact, on a Friday at five."""

    def stand(moment: datetime) -> None:
        monkeypatch.setattr("onechild.service.config.moment.now", lambda: moment)

    stand(FRIDAY + timedelta(minutes=10))
    return stand


def page(name: str, intake: Intake, *more: str) -> str:
    return reverse(name, args=[intake.pk, *more])


def a_team() -> str:
    return str(Team.objects.filter(team_kind="assessment", ended_on=None).order_by("name", "pk")[0].pk)


def duty(child: Child, clock: str) -> tuple[date | None, date | None]:
    """When the duty that runs now is due, and when it was met."""
    row = Obligation.objects.filter(child_id=child.pk, clock=clock).order_by("-started_on", "-due_on").first()
    return (row.due_on, row.met_on) if row else (None, None)


def decided(intake: Intake, child: Child) -> FrontDoorDecision:
    return FrontDoorDecision.objects.filter(child=child).order_by("-decided_at", "-pk")[0]


def test_three_siblings_of_a_friday_evening_are_decided_at_once_and_every_clock_is_met(client: Client, at: At) -> None:
    sign_in(client, user=a_colleague("emergency_duty"))
    children = siblings("Ada", "Bea", "Cy")
    intake = a_contact(children, priority="red")
    assert duty(children[0], "immediate-protection") == (date(2026, 11, 20), None)
    at(FRIDAY + timedelta(minutes=40))
    fill(
        client,
        page("contact-decide", intake),
        outcome="section_47",
        seen=["told", "history-0", "history-1", "history-2"],
        reason="They hid from him; the youngest has a bruise.",
        category="domestic_abuse",
        team=a_team(),
        direction="See the children tonight with the police.",
        direction_due=date(2026, 11, 20),
    )
    assert [duty(child, "contact-decision") for child in children] == [(date(2026, 11, 23), date(2026, 11, 20))] * 3
    assert [duty(child, "immediate-protection")[1] for child in children] == [date(2026, 11, 20)] * 3
    assert [duty(child, "referral-decision")[1] for child in children] == [date(2026, 11, 20)] * 3
    assert [duty(child, "referrer-told") for child in children] == [(date(2026, 11, 23), None)] * 3
    assert StrategyNote.objects.filter(intake=intake).count() == 3
    assert len({note.meeting_id for note in StrategyNote.objects.filter(intake=intake)}) == 1
    waits = Allocation.objects.get(child=children[1], role="lead")
    assert (waits.worker_id, waits.team_id, waits.priority) == (None, a_team(), "urgent")
    assert Direction.objects.get(child=children[2]).due_on == date(2026, 11, 20)
    assert len({one.group_id for one in Decision.objects.filter(about_id=intake.pk)}) == 1
    at(datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
    fill(client, page("contact-tell", intake), how="telephone", words="A strategy discussion was opened.")
    assert [duty(child, "referrer-told")[1] for child in children] == [date(2026, 11, 23)] * 3
    assert Referral.objects.get(child=children[0]).started_on == date(2026, 11, 20)


def test_a_screened_contact_is_decided_by_somebody_else_and_another_way_for_one_child(client: Client, at: At) -> None:
    screener, decider = a_colleague("front_door"), a_colleague("front_door")
    first, second = siblings("Ada", "Bea")
    intake = a_contact([first, second], priority="amber")
    sign_in(client, user=decider)
    fill(
        client,
        page("contact-decide", intake),
        outcome="screening",
        seen=["told"],
        reason="The school is to be asked.",
        category="neglect",
    )
    assert duty(first, "contact-decision")[1] is None, "passing a contact on is no decision"
    sign_in(client, user=screener)
    fill(client, page("contact-check-new", intake), agency="school", ground="risk_of_harm", ground_words="He may hear.")
    check = PartnerCheck.objects.get(intake=intake)
    fill(
        client,
        page("contact-check", intake, check.pk),
        nothing_known="no",
        words="Both tired and hungry.",
        answered_by_words="Head of year",
    )
    fill(client, page("contact-suggest", intake), outcome="early_help", words="Mother asks for help.")
    assert duty(first, "contact-decision")[1] is None, "what is suggested is no decision"
    assert (
        "You screened this, so someone else must decide." in client.get(page("contact-decide", intake)).content.decode()
    )
    forced = client.post(page("contact-decide", intake), {"outcome": "no_further_action", "reason": "x"})
    assert forced.status_code == 409
    sign_in(client, user=decider)
    fill(
        client,
        page("contact-decide", intake),
        outcome="early_help",
        agrees="yes",
        organisation="Hatterton Family Partnership",
        seen=["told", f"check-{check.pk}"],
        reason="Mother agrees to help; no harm seen.",
        category="neglect",
        other_1="referral",
        why_1="Bea is losing weight.",
        team=a_team(),
    )
    assert [decided(intake, child).outcome for child in (first, second)] == ["early_help", "referral"]
    assert decided(intake, first).screened_by_id == screener.worker_id
    assert Watch.objects.get(child=first).kind == "early_help"
    assert EarlyHelpEpisode.objects.get(child=first).organisation == "Hatterton Family Partnership"
    assert not Watch.objects.filter(child=second).exists()
    entry = Decision.objects.get(child=second, kind="contact_final")
    assert entry.reason == "Bea is losing weight."
    assert "School or nursery: what they answered" in entry.seen
    assert "Not used: Ada’s history" in entry.seen
    assert Outcome.objects.get(child=second, outcome_of="referral").outcome == "assessment"
    assert Intake.objects.get(pk=intake.pk).decided_by_id == decider.worker_id


def test_a_screener_without_a_worker_is_known_by_the_move_out_of_screening_whatever_moved_since() -> None:
    [child] = siblings("Ada")
    intake = a_contact([child], stage="screening")
    moved: dict[str, Any] = {"reason": "", "holder_id": None, "worker_id": None}
    with change_set(by="a test", kind="edit", words="screened, then handed over"):
        to_stage(intake, stage="final", reason="", worker_id=None, by=Somebody("The screener"), now=FRIDAY)
        note_move(intake, stage="final", by=Somebody("Another"), now=FRIDAY + timedelta(minutes=5), **moved)
    assert screened_it(intake, worker_id=None, by=Somebody("The screener"))
    assert not screened_it(intake, worker_id=None, by=Somebody("Another"))


def test_nothing_is_chosen_beforehand_and_a_decision_says_why_and_what_was_used(client: Client, at: At) -> None:
    sign_in(client, user=a_colleague("front_door"))
    intake = a_contact(siblings("Ada"))
    shown = client.get(page("contact-decide", intake)).content.decode()
    assert " checked" not in shown
    assert " selected" not in shown.split('id="main"')[1].replace('value="" selected', "")
    said = errors(sent(client, page("contact-decide", intake), outcome="referral"))
    assert "Tick what you used to decide" in said
    assert "Choose the team that takes the child on" in said
    refused = sent(
        client, page("contact-decide", intake), outcome="early_help", agrees="no", reason="Help.", seen=["told"]
    )
    assert "Early help needs the family’s agreement" in errors(refused)
    assert not FrontDoorDecision.objects.filter(
        contact__in=IntakeChild.objects.filter(intake=intake).values("contact_id")
    )


def test_who_may_not_decide_is_told_so_and_a_triage_officer_screens(client: Client, at: At) -> None:
    intake = a_contact(siblings("Ada"))
    sign_in(client, user=a_colleague("triage_officer"))
    refused = client.get(page("contact-decide", intake))
    assert refused.status_code == 403
    assert "Front-door decision-maker" in refused.content.decode()
    assert client.post(page("contact-reverse", intake)).status_code == 403
    assert client.post(page("contact-take", intake)).status_code == 403, "a decision waits, which is not theirs to take"
    assert client.get(page("contact-screen", intake)).status_code == 200
    sign_in(client, "social_worker")
    assert client.get(page("contact-screen", intake)).status_code == 403
    assert client.get(page("front-door-decide", intake)).status_code == 403


def test_a_contact_changed_meanwhile_is_read_again_before_it_is_decided(client: Client, at: At) -> None:
    sign_in(client, user=a_colleague("front_door"))
    intake = a_contact(siblings("Ada"), priority="green")
    stale = {
        "seen_version": str(intake.edit_version),
        "outcome": "no_further_action",
        "seen": ["told"],
        "reason": "Nothing here.",
        "category": "other",
    }
    with change_set(by="Rosa Quill", kind="edit", words="raised"):
        Intake.objects.filter(pk=intake.pk).update(priority="red", priority_at=FRIDAY)
    answer = client.post(page("contact-decide", intake), stale)
    assert answer.status_code == 409
    assert "Rosa Quill changed this contact since you opened it." in answer.content.decode()
    assert "Nothing here." in answer.content.decode()
    newest = str(Intake.objects.get(pk=intake.pk).edit_version)
    assert f'name="seen_version" value="{newest}"' in answer.content.decode()
    assert client.post(page("contact-decide", intake), {**stale, "seen_version": newest}).status_code == 302
    assert client.post(page("contact-decide", intake), stale).status_code == 409, "it is decided by now"


def test_a_strategy_discussion_waits_for_no_check_and_for_no_record(client: Client, at: At) -> None:
    decider = a_colleague("front_door")
    sign_in(client, user=a_colleague("triage_officer"))
    intake = a_contact([None, None], stage="contact", priority="red")
    client.post(page("contact-strategy", intake), {"why": "A bruise on a baby."})
    asked = Intake.objects.get(pk=intake.pk)
    assert asked.strategy_asked_at is not None
    assert (
        "Strategy discussion asked for: it opens when a child is linked"
        in client.get(reverse("front-door")).content.decode()
    )
    assert Notice.objects.filter(user=decider).count() == 1
    first, second = siblings("Ada", "Bea")
    rows = IntakeChild.objects.filter(intake=intake).order_by("number")
    for row, child in zip(rows, (first, second), strict=True):
        link(intake_child=row, child=child, worker_id=None, by=Somebody(), now=FRIDAY)
    notes = StrategyNote.objects.filter(intake=intake)
    assert {(note.child_id, note.why) for note in notes} == {(one.pk, "A bruise on a baby.") for one in (first, second)}
    assert len({note.meeting_id for note in notes}) == 1
    assert "Strategy discussion opened" in client.get(reverse("front-door")).content.decode()
    assert [move.reason for move in IntakeMove.objects.filter(intake=intake)] == [
        "Strategy discussion asked for: A bruise on a baby."
    ]


def test_a_reversed_redirect_waits_again_ends_its_watch_and_its_clock_runs_again(client: Client, at: At) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    intake = a_contact([child], priority="green")
    fill(
        client,
        page("contact-decide", intake),
        outcome="no_further_action",
        seen=["told"],
        reason="An argument, nobody hurt.",
        category="other",
    )
    assert duty(child, "contact-decision")[1] == date(2026, 11, 20)
    fill(client, page("contact-reverse", intake), reason="The GP rang.")
    assert Intake.objects.get(pk=intake.pk).stage == "initial"
    assert duty(child, "contact-decision") == (date(2026, 11, 23), None)
    assert Watch.objects.get(child=child).ended_on == date(2026, 11, 20)
    entry = Decision.objects.get(child=child, kind="contact_reversed")
    assert (entry.reason, entry.reverses.outcome) == ("The GP rang.", "no_further_action")
    assert client.post(page("contact-reverse", intake), {"reason": "Again"}).status_code == 409


def test_a_referral_is_taken_back_only_where_no_work_hangs_on_it(client: Client, at: At) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    intake = a_contact([child])
    decision = {"outcome": "referral", "reason": "To be assessed.", "category": "neglect", "team": a_team()}
    fill(client, page("contact-decide", intake), seen=["told"], **decision)
    referral = Referral.objects.get(child=child)
    with change_set(by="a test", kind="edit", words="an assessment"):
        begun = Assessment.objects.create(child=child, referral=referral, started_on=FRIDAY.date())
    refused = client.post(page("contact-reverse", intake), {"reason": "A mistake."})
    assert refused.status_code == 409
    assert "an assessment was begun under it" in refused.content.decode()
    with change_set(by="a test", kind="edit", words="no assessment"):
        Assessment.objects.filter(pk=begun.pk).update(gone_at=FRIDAY)
    fill(client, page("contact-reverse", intake), reason="A mistake.")
    assert not Referral.objects.filter(child=child).exists()
    assert not Outcome.objects.filter(child=child).exists()
    assert not Allocation.objects.filter(child=child, ended_on=None).exists()


def test_a_contact_about_an_open_case_goes_to_its_worker_who_is_told_at_once(client: Client, at: At) -> None:
    worker_id = a_worker_with_children()
    worker = make_user("social_worker", worker_id=worker_id)
    child = child_of(worker_id)
    sign_in(client, user=a_colleague("front_door"))
    intake = a_contact([child])
    fill(
        client,
        page("contact-decide", intake),
        outcome="existing_worker",
        seen=["told"],
        reason="Open to Ada’s worker.",
        category="neglect",
        direction="Ring the school.",
    )
    [notice] = Notice.objects.filter(user=worker)
    assert "Quillfeather" not in notice.words
    direction = Direction.objects.get(child=child, given_in="front_door")
    assert (direction.owner_id, direction.words) == (worker_id, "Ring the school.")
    assert (
        Outcome.objects.get(child=child, outcome_of="contact", happened_on=FRIDAY.date()).outcome == "existing_referral"
    )


def test_a_neighbour_is_thanked_and_told_nothing_of_the_decision(client: Client, at: At) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    intake = a_contact([child], source_kind="1B", professional=False, organisation="")
    decision = {"outcome": "referral", "reason": "To be assessed.", "category": "neglect", "team": a_team()}
    fill(client, page("contact-decide", intake), seen=["told"], **decision)
    shown = client.get(page("contact-tell", intake)).content.decode()
    assert "ssessment" not in shown.split('id="main"')[1]
    fill(client, page("contact-tell", intake), how="telephone")
    row = Intake.objects.get(pk=intake.pk)
    assert row.told_words == "Acknowledged. Nothing was said of what was decided."
    assert Referral.objects.get(child=child).referrer_told_on is None
    assert "Nobody waits to be told." in client.get(reverse("contacts-to-tell")).content.decode()


def test_a_contact_is_taken_handed_over_and_waits_on_ones_own_day(client: Client, at: At) -> None:
    decider, other = a_colleague("front_door"), a_colleague("front_door", name="Rosa Quill")
    sign_in(client, user=decider)
    intake = a_contact(siblings("Ada"), stage="contact", priority="amber")
    client.post(page("contact-send", intake))
    client.post(page("contact-take", intake))
    assert Intake.objects.get(pk=intake.pk).holder_id == decider.worker_id
    fill(client, page("contact-hand", intake), to=str(other.worker_id), reason="I go home.")
    sign_in(client, user=decider)
    assert client.post(page("contact-take", intake)).status_code == 409, "Rosa has it now"
    with as_viewer(other, now=FRIDAY) as viewer:
        lines = waiting_for(viewer, today=FRIDAY.date(), now=FRIDAY)
    assert ("Ada Quillfeather: initial decision", "Record decision") in [(one.title, one.does) for one in lines]
