"""The live pages: counts in full from the record, children named only to who may open them, nothing for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.actions.bars import bar
from onechild.service.desk.dashboards import asking
from onechild.service.desk.dashboards.legal import weeks_open
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Child,
    Contact,
    FrontDoorDecision,
    Hearing,
    PreProceedings,
    Proceedings,
    Referral,
)
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME
from tests.service.people import child_of, make_user, sign_in, team_of

pytestmark = pytest.mark.django_db
MASH, LEGAL = "/performance/mash/", "/performance/legal/"
NINE = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def child(holder: str) -> Child:
    """A child whom a worker holds."""
    return child_of(holder)


def received(child: Child, *, on: date = TODAY, priority: str = "amber", source: str = "3A") -> Contact:
    """A contact about a child who is not open."""
    with change_set(by="a test", kind="edit", words="a contact"):
        made = Contact.objects.create(
            child=child, happened_on=on, priority=priority, source_kind=source, already_open=False
        )
        clocks.renew([child.pk])
    return made


def decided(contact: Contact, outcome: str, *, on: date = TODAY, stage: str = "final") -> None:
    """A decision on the contact."""
    with change_set(by="a test", kind="edit", words="a decision"):
        FrontDoorDecision.objects.create(
            contact=contact, child_id=contact.child_id, happened_on=on, stage=stage, outcome=outcome
        )
        clocks.renew([contact.child_id])


def in_court(child: Child, *, issued: date) -> Proceedings:
    """Care proceedings about the child."""
    with change_set(by="a test", kind="edit", words="proceedings"):
        made = Proceedings.objects.create(child=child, started_on=issued, application="care")
        clocks.renew([child.pk])
    return made


def text(client: Client, address: str) -> str:
    """What a page says."""
    return client.get(address).content.decode()


def waiting(client: Client) -> int:
    """How many contacts the page says wait."""
    answer = client.get(MASH)
    return int(answer.context["stages"].total[1])


def test_a_contact_waits_until_it_is_decided_and_not_only_passed_on(client: Client, child: Child) -> None:
    sign_in(client, "front_door")
    before = waiting(client)
    contact = received(child)
    first = waiting(client)
    decided(contact, "screening", stage="initial")
    passed_on = client.get(MASH).context["stages"].rows
    decided(contact, "advice")
    assert (first, sum(row[1] for row in passed_on), waiting(client)) == (before + 1, before + 1, before)


def test_a_contact_that_was_passed_on_stands_in_screening(client: Client, child: Child) -> None:
    sign_in(client, "front_door")
    before = client.get(MASH).context["stages"].rows[1][1]
    decided(received(child), "screening", stage="initial")
    assert client.get(MASH).context["stages"].rows[1][1] == before + 1


def test_a_contact_over_its_time_is_late_and_said_so_in_words(client: Client, child: Child) -> None:
    sign_in(client, "front_door")
    received(child, on=TODAY - timedelta(days=10))
    said = text(client, MASH)
    assert "oc-jump__item--late" in said
    assert "over" in re.sub(r"<[^>]+>", "", said).split("Waiting")[0]


def test_only_what_is_late_is_red(client: Client) -> None:
    sign_in(client, "front_door")
    answer = client.get(MASH)
    late = answer.context["jumps"][0].count
    assert ("oc-jump__item--late" in answer.content.decode()) is bool(late)


def test_what_was_decided_today_is_counted_by_its_outcome(client: Client, child: Child) -> None:
    sign_in(client, "front_door")
    decided(received(child), "early_help")
    rows = {row[0]: row[1] for row in client.get(MASH).context["decided"].rows}
    assert rows["Early help"] >= 1


def test_a_child_sent_to_early_help_who_is_referred_within_three_months_came_back(child: Child) -> None:
    days = asking.since(TODAY)
    sent = days.early_from + timedelta(days=5)
    from onechild.service.access.entering import as_viewer

    def came_back() -> tuple[int, int]:
        with as_viewer(make_user("front_door"), now=NINE):
            return asking.counts(days)["early_help", "back"]

    before = came_back()
    decided(received(child, on=sent), "early_help", on=sent)
    with change_set(by="a test", kind="edit", words="a referral"):
        Referral.objects.create(child=child, started_on=sent + timedelta(days=91), ended_on=sent + timedelta(days=92))
    after = came_back()
    assert (after[0] - before[0], after[1] - before[1]) == (1, 1)


def test_a_referral_a_day_too_late_did_not_come_back(child: Child) -> None:
    days = asking.since(TODAY)
    sent = days.early_from
    from onechild.service.access.entering import as_viewer

    decided(received(child, on=sent), "early_help", on=sent)
    with change_set(by="a test", kind="edit", words="a referral"):
        Referral.objects.create(child=child, started_on=sent + timedelta(days=92), ended_on=sent + timedelta(days=93))
    with as_viewer(make_user("front_door"), now=NINE):
        back, count = asking.counts(days)["early_help", "back"]
    assert back < count


def test_a_child_i_am_barred_from_is_in_no_count(client: Client, child: Child) -> None:
    user = make_user("front_door")
    sign_in(client, user=user)
    received(child)
    seen = waiting(client)
    bar(
        child_id=child.pk,
        public_id=child.la_child_id,
        user=user,
        reason="A relative",
        by=make_user("director"),
        at=NINE,
    )
    assert waiting(client) == seen - 1


def test_the_front_door_names_no_child_and_logs_none(client: Client, child: Child) -> None:
    sign_in(client, "front_door")
    received(child)
    answer = client.get(MASH)
    assert "/children/" not in answer.content.decode()
    assert not answer.wsgi_request.seen.children


@pytest.mark.parametrize(("address", "role"), [(MASH, "scrutiny"), (LEGAL, "scrutiny"), (MASH, "legal")])
def test_a_role_that_may_not_is_told_so(client: Client, address: str, role: str) -> None:
    sign_in(client, role)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", [MASH, LEGAL])
def test_a_page_asked_again_gives_nothing_where_nothing_changed(client: Client, child: Child, address: str) -> None:
    sign_in(client, "director")
    mark = client.get(address).context["mark"]
    again = client.get(address, {"known": mark}, headers={"HX-Request": "true"})
    assert (again.status_code, again.content) == (204, b"")


def test_a_page_asked_again_gives_itself_where_something_changed(client: Client, child: Child) -> None:
    sign_in(client, "director")
    mark = client.get(MASH).context["mark"]
    received(child)
    again = client.get(MASH, {"known": mark}, headers={"HX-Request": "true"})
    assert again.status_code == 200
    assert again.context["mark"] != mark


def test_proceedings_show_their_weeks_and_the_day_they_end_by(client: Client, child: Child) -> None:
    sign_in(client, "director")
    in_court(child, issued=TODAY - timedelta(weeks=10))
    said = text(client, LEGAL)
    assert child.la_child_id in said
    assert "10 weeks" in said


def test_proceedings_past_twenty_six_weeks_are_late(client: Client, child: Child) -> None:
    sign_in(client, "director")
    before = client.get(LEGAL).context["jumps"][3].count
    in_court(child, issued=TODAY - timedelta(weeks=26))
    assert client.get(LEGAL).context["jumps"][3].count == before + 1


def test_day_182_is_the_last_in_time_and_counts_twenty_six_weeks(client: Client, child: Child) -> None:
    sign_in(client, "director")
    before = client.get(LEGAL).context["jumps"][3].count
    issued = TODAY - timedelta(days=181)
    in_court(child, issued=issued)
    assert client.get(LEGAL).context["jumps"][3].count == before
    assert weeks_open(issued, TODAY) == 26


def test_pre_proceedings_without_a_letter_say_that_none_is_recorded(client: Client, child: Child) -> None:
    sign_in(client, "director")
    with change_set(by="a test", kind="edit", words="pre-proceedings"):
        PreProceedings.objects.create(child=child, started_on=TODAY - timedelta(days=3))
        clocks.renew([child.pk])
    said = text(client, LEGAL)
    assert "No letter recorded" in said
    assert "No letter is recorded for" in said


def test_a_hearing_to_come_is_listed_and_one_held_is_not(client: Client, child: Child) -> None:
    sign_in(client, "director")
    case = in_court(child, issued=TODAY - timedelta(weeks=3))
    before = len(client.get(LEGAL).context["hearings"].rows)
    with change_set(by="a test", kind="edit", words="hearings"):
        for days, held in ((5, None), (6, True)):
            Hearing.objects.create(
                child=child,
                proceedings=case,
                happened_on=TODAY + timedelta(days=days),
                hearing_kind="case_management",
                held=held,
            )
    found = client.get(LEGAL)
    assert len(found.context["hearings"].rows) == before + 1
    assert "Case management hearing" in found.content.decode()


def test_a_child_of_another_team_is_counted_and_not_named(client: Client, child: Child, holder: str) -> None:
    sign_in(client, "social_worker")
    in_court(child, issued=TODAY - timedelta(weeks=3))
    answer = client.get(LEGAL)
    assert child.la_child_id not in answer.content.decode()
    assert answer.context["jumps"][2].count >= 1
    assert team_of(holder)


def test_children_named_on_the_page_of_court_work_are_logged(client: Client, child: Child) -> None:
    sign_in(client, "director")
    in_court(child, issued=TODAY - timedelta(weeks=3))
    answer = client.get(LEGAL)
    assert child.pk in answer.wsgi_request.seen.children


@pytest.mark.parametrize(("address", "most"), [(MASH, 2), (LEGAL, 4)])
def test_a_live_page_asks_few_questions(
    client: Client, child: Child, asked_of_the_database: Callable[[], Any], address: str, most: int
) -> None:
    sign_in(client, "director")
    client.get(address)
    with asked_of_the_database() as asked:
        client.get(address)
    own = [one["sql"] for one in asked if not re.match(r"SAVEPOINT|RELEASE", one["sql"])]
    assert len(own) <= FRAME + most


def test_a_page_that_asks_by_itself_keeps_no_session_alive(client: Client) -> None:
    from onechild.service.access.sign_in.models import Session

    sign_in(client, "director")
    client.get(MASH)
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    now = datetime.now(tz=UTC)
    Session.objects.update(last_used_at=now - timedelta(minutes=5))
    client.get(MASH, headers={"HX-Request": "true", "X-By-Itself": "yes"})
    by_itself = Session.objects.latest("last_used_at").last_used_at
    client.get(MASH)
    assert by_itself < now - timedelta(minutes=4)
    assert Session.objects.latest("last_used_at").last_used_at > by_itself > long_ago


@pytest.mark.parametrize(("role", "there"), [("legal", True), ("director", False)])
def test_who_sees_no_figures_has_a_way_to_the_court_work(client: Client, role: str, there: bool) -> None:
    sign_in(client, role)
    assert ('href="/performance/legal/"' in text(client, "/")) is there
