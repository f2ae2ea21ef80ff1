"""Second looks: drawn so that anybody can draw them again, and read by somebody who had no part in the decision."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.journeys.decisions.second_looks.drawing import draw_weekly, sample
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.decisions import Decided, enter, enter_for_all
from onechild.service.record.actions.work.watches import begin_watch
from onechild.service.record.models import Decision, SecondLook
from tests.service.our_own import Family, a_family
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 12, 15, 0, tzinfo=UTC)
LAST_WEEK = date(2026, 11, 12)


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def screener(family: Family) -> User:
    return make_user("front_door")


@pytest.fixture
def decider(family: Family) -> User:
    return make_user("front_door")


@pytest.fixture
def redirected(family: Family, screener: User, decider: User) -> list[Decision]:
    """Brother and sister sent to early help last week: screened by one, decided by another."""
    with change_set(by=decider, kind="edit", words="a redirect"):
        screened = Decided(
            kind="contact_screening",
            outcome="screening",
            outcome_words="Screened",
            reason="Seen.",
            about="contacts",
            about_id="oc:1",
        )
        enter(screened, child=family.children[0], worker_id=None, by=screener, now=NOW, today=LAST_WEEK)
        decided = Decided(
            kind="contact_final",
            outcome="early_help",
            outcome_words="To early help",
            reason="Help.",
            about="contacts",
            about_id="oc:1",
        )
        made = enter_for_all(decided, children=family.children, worker_id=None, by=decider, now=NOW, today=LAST_WEEK)
        for one in made:
            begin_watch(decision=one, kind="early_help", on=LAST_WEEK)
    return made


def test_one_decision_of_a_sibling_group_is_drawn_and_never_twice(redirected: list[Decision]) -> None:
    draw_weekly(today=TODAY)
    draw_weekly(today=TODAY)
    [look] = SecondLook.objects.all()
    assert look.decision_id in {one.pk for one in redirected}
    assert (look.drawn_for, look.due_on) == ("2026-W47", date(2026, 12, 4))


def test_a_sample_is_the_same_whatever_order_the_decisions_come_in() -> None:
    found = [Decision(decision_id=f"oc:{number}") for number in range(40)]
    drawn = {one.pk for one in sample(found, week="2026-W47", many=5)}
    assert {one.pk for one in sample(found[::-1], week="2026-W47", many=5)} == drawn
    assert {one.pk for one in sample(found, week="2026-W48", many=5)} != drawn


def test_who_decided_or_screened_does_not_read_it_and_a_reader_is_answered(
    client: Client, screener: User, decider: User, redirected: list[Decision]
) -> None:
    draw_weekly(today=TODAY)
    look = SecondLook.objects.get()
    address, said = f"/front-door/second-looks/{look.pk}/", {"agrees": "no", "history_used": "no", "said": "Read it."}
    sign_in(client, user=screener)
    assert "somebody else must read it" in client.post(address, said).content.decode()
    sign_in(client, user=decider)
    assert "somebody else must read it" in client.get(address).content.decode()
    auditor = sign_in(client, "auditor")
    assert "checked" not in client.get(address).content.decode().split("<main")[1]
    client.post(f"{address}take/")
    client.post(address, said)
    look.refresh_from_db()
    assert (look.reader_name, look.agrees, look.history_used, look.read_on) == (auditor.name, False, False, TODAY)
    sign_in(client, user=decider)
    client.post(address, {"said": "I see it now."})
    shown = client.get("/front-door/second-looks/").content.decode()
    assert "Readers agreed with 0 of 1" in shown
    assert "I see it now." in client.get(f"/decisions/{look.decision_id}/").content.decode()


def test_a_social_worker_has_no_second_looks(client: Client) -> None:
    sign_in(client, "social_worker")
    assert client.get("/front-door/second-looks/").status_code == 403
    assert client.post("/front-door/second-looks/draw/").status_code == 403
