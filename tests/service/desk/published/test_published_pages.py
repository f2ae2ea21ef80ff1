"""Pages of published figures: as told, as known now, and who changed, to those who may open the children."""

from __future__ import annotations

import pytest
from django.test import Client

from onechild.service.record.models import PublishedFigure
from onechild.service.record.queries.names import heads
from tests.service.people import sign_in
from tests.service.telling import KEY, late_referral, tell, work_out
from tests.service.template import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> PublishedFigure:
    """The referrals of a year, published."""
    return tell()


def _page(client: Client, told: PublishedFigure) -> str:
    return client.get(f"/performance/published/{told.pk}/").content.decode()


def test_the_page_says_what_was_told_by_which_definition_and_where(client: Client, told: PublishedFigure) -> None:
    sign_in(client, "performance_analyst")
    said = _page(client, told)
    assert told.pk in said
    assert told.says in said
    assert "Scrutiny, 12 November" in said
    assert "The same numbers" in said


def test_the_list_leads_to_it(client: Client, told: PublishedFigure) -> None:
    sign_in(client, "performance_analyst")
    assert f"/performance/published/{told.pk}/" in client.get("/performance/published/").content.decode()


def test_a_late_entry_is_named_with_its_child_and_why(client: Client, told: PublishedFigure) -> None:
    made = late_referral()
    sign_in(client, "performance_analyst")
    said = _page(client, told)
    assert f"As known now it is {int(told.numerator) + 1:,}" in said
    assert heads([made.child_id], today=TODAY)[made.child_id].name in said
    assert "Recorded after the figure was counted" in said
    assert "received in a letter" in said


def test_who_may_not_open_the_child_is_told_no_name(client: Client, told: PublishedFigure) -> None:
    made = late_referral()
    name = heads([made.child_id], today=TODAY)[made.child_id].name
    sign_in(client, "team_manager")
    said = _page(client, told)
    assert name not in said
    assert "whom you may not open" in said


def test_a_scrutiny_member_may_not_open_it(client: Client, told: PublishedFigure) -> None:
    sign_in(client, "scrutiny")
    assert client.get(f"/performance/published/{told.pk}/").status_code == 403
    assert client.get("/performance/published/").status_code == 403


def test_an_unknown_number_is_not_found(client: Client) -> None:
    sign_in(client, "performance_analyst")
    assert client.get("/performance/published/F-2026-1031-NONE-0/").status_code == 404


def test_publishing_from_the_form_keeps_it_and_leads_to_it(client: Client) -> None:
    work_out()
    sign_in(client, "performance_analyst")
    sent = client.post("/performance/published/publish/", {"measure": KEY, "at": "2026-10-31", "for_what": "The board"})
    kept = PublishedFigure.objects.get()
    assert (sent.status_code, sent["Location"]) == (302, f"/performance/published/{kept.pk}/")
    assert kept.uses.get().for_what == "The board"


def test_publishing_without_saying_for_what_is_refused(client: Client) -> None:
    work_out()
    sign_in(client, "performance_analyst")
    sent = client.post("/performance/published/publish/", {"measure": KEY, "at": "2026-10-31", "for_what": " "})
    assert (sent.status_code, PublishedFigure.objects.count()) == (400, 0)
