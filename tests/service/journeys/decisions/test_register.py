"""The register of decisions: found, counted, challenged and answered; and nothing of a child whom one may not see."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.drafts.models import Draft
from onechild.service.access.models import Event, User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.decisions import Decided, enter_for_all
from onechild.service.record.models import Decision, DecisionChallenge
from tests.service.our_own import Family, a_family
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def decider(family: Family) -> User:
    return make_user("team_manager", team_id=family.team_id)


@pytest.fixture
def decision(family: Family, decider: User) -> Decision:
    """A decision about Zadie and Zeb together."""
    decided = Decided(
        kind="contact_final",
        outcome="early_help",
        outcome_words="To early help",
        reason="The grandmother sleeps there quokkawise.",
        options="A referral.",
        seen="The contact and the school’s check.",
        team_id=family.team_id,
    )
    with change_set(by=decider, kind="edit", words="a decision"):
        made = enter_for_all(
            decided, children=family.children, worker_id=None, by=decider, now=NOW, today=date(2026, 11, 20)
        )
    return made[0]


def test_a_decision_is_found_by_its_words_counted_by_child_and_opened_whole(
    client: Client, family: Family, decider: User, decision: Decision
) -> None:
    sign_in(client, user=User.objects.get(pk=family.writer.pk))
    shown = client.get("/decisions/?words=quokkawise&kind=contact_final").content.decode()
    assert "<strong>2 decisions</strong>" in shown
    assert decider.name in shown
    assert "No decision is found" in client.get("/decisions/?words=wombatish").content.decode()
    assert "No decision is found" in client.get("/decisions/?words=quokkawise&until=2026-11-19").content.decode()
    whole = client.get(f"/decisions/{decision.pk}/").content.decode()
    assert "The contact and the school’s check." in whole
    assert "A referral." in whole
    assert "Zeb Quillfeather" in whole
    assert set(Event.objects.latest("pk").children) == {child.pk for child in family.children}


def test_the_decisions_of_the_case_system_stand_beside_ours(client: Client, decision: Decision) -> None:
    sign_in(client, "front_door")
    shown = client.get("/decisions/?kind=front_door&since=2025-01-01").content.decode()
    assert "Front door: final decision" in shown
    assert "quokkawise" not in shown


def test_whoever_may_not_see_the_child_finds_no_decision(client: Client, decision: Decision) -> None:
    sign_in(client, "social_worker")
    assert (
        "quokkawise"
        not in client.get("/decisions/?words=quokkawise").content.decode().split("<main")[1].split('id="found"')[1]
    )
    assert client.get(f"/decisions/{decision.pk}/").status_code == 404
    assert client.post(f"/decisions/{decision.pk}/challenge/", {"said": "x"}).status_code == 404


def test_the_file_is_for_those_who_take_out_lists(client: Client, decision: Decision) -> None:
    sign_in(client, "auditor")
    assert client.get("/decisions/?as=csv").status_code == 403
    sign_in(client, "head_of_data")
    answer = client.get("/decisions/?as=csv&words=quokkawise")
    assert answer["Content-Type"].startswith("text/csv")
    assert answer.content.decode().count("quokkawise") == 2


def test_a_challenge_stands_beside_the_decision_and_is_answered_by_somebody_else(
    client: Client, family: Family, decider: User, decision: Decision
) -> None:
    sign_in(client, user=User.objects.get(pk=family.writer.pk))
    client.post(f"/decisions/{decision.pk}/challenge/", {"said": "The history was not read."})
    said = DecisionChallenge.objects.get(decision=decision)
    address = f"/decisions/{decision.pk}/challenges/{said.pk}/"
    assert client.post(address, {"stood": "yes", "answer": "It was."}).status_code == 403
    sign_in(client, user=decider)
    assert "Say what you answer" in client.post(address, {"stood": "no"}).content.decode()
    client.post(address, {"stood": "no", "answer": "You are right: I look again."})
    shown = client.get(f"/decisions/{decision.pk}/").content.decode()
    assert "The history was not read." in shown
    assert "You are right: I look again." in shown
    assert "The decision will be changed." in shown
    assert client.get(address).status_code == 404


def test_a_challenge_half_typed_is_kept_with_its_child_and_found_again(
    client: Client, family: Family, decision: Decision
) -> None:
    sign_in(client, user=User.objects.get(pk=family.writer.pk))
    page = f"/decisions/{decision.pk}/challenge/"
    client.post("/drafts/decision-challenge/", {"draft_page": page, "said": "The history was not"})
    assert Draft.objects.get(kind="decision-challenge").child_id == decision.child_id
    assert "The history was not" in client.get(page).content.decode()
