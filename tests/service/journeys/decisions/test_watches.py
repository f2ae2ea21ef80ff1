"""What came back after a decision: derived from the record, asked of its decider, counted by month."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.entering import as_viewer
from onechild.service.access.models import User
from onechild.service.journeys.decisions.queries import waiting_for
from onechild.service.journeys.decisions.watching.queries import months
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.watches import begin_watch, end_watch
from onechild.service.record.models import Child, Contact, Referral, Section47Enquiry, Watch, WatchReading
from onechild.service.record.queries.work.came_back import came_back
from tests.service.our_own import Family, a_family
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SENT, NEW_YEAR = date(2026, 6, 1), date(2027, 1, 1)


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def decider() -> User:
    return make_user("front_door")


def followed(child: Child, by: User, *, on: date = SENT, kind: str = "early_help") -> Watch:
    """A child sent away on a day."""
    decided = Decided(kind="contact_final", outcome=kind, outcome_words="To early help", reason="Help is there.")
    with change_set(by=by, kind="edit", words="a redirect"):
        decision = enter(decided, child=child, worker_id=None, by=by, now=NOW, today=on)
        return begin_watch(decision=decision, kind=kind, on=on)


def came(child: Child, model: Any, **row: object) -> Any:
    with change_set(by="a test", kind="edit", words="what came back"):
        return model.objects.create(child=child, **row)


def waits(user: User) -> list[str]:
    with as_viewer(user, now=NOW) as viewer:
        return [one.title for one in waiting_for(viewer, today=TODAY, now=NOW) if "after your decision" in one.title]


def test_what_begins_in_the_time_of_a_watch_came_back_and_nothing_before_or_after(
    family: Family, decider: User
) -> None:
    child = family.children[0]
    watch = followed(child, decider)
    came(child, Contact, happened_on=SENT)
    came(child, Contact, happened_on=date(2026, 6, 2))
    came(child, Section47Enquiry, started_on=date(2027, 6, 1))
    came(child, Referral, started_on=date(2027, 6, 2))
    assert [(one.kind, one.on) for one in came_back([watch])[watch.pk]] == [
        ("contact", date(2026, 6, 2)),
        ("section_47_enquiry", date(2027, 6, 1)),
    ]


def test_a_step_down_is_followed_for_nine_months_and_its_contacts_are_no_news(family: Family, decider: User) -> None:
    child = family.children[0]
    watch = followed(child, decider, kind="step_down")
    came(child, Contact, happened_on=date(2026, 7, 1))
    came(child, Referral, started_on=date(2027, 3, 1))
    came(child, Section47Enquiry, started_on=date(2027, 3, 2))
    assert [one.on for one in came_back([watch])[watch.pk]] == [date(2027, 3, 1)]


def test_its_decider_is_asked_until_they_have_written_and_again_when_it_is_graver(
    client: Client, family: Family, decider: User
) -> None:
    child = family.children[0]
    watch = followed(child, decider)
    back = came(child, Contact, happened_on=date(2026, 7, 1))
    assert waits(decider) == ["Came back after your decision, as another contact"]
    sign_in(client, user=decider)
    address = f"/decisions/mine/{watch.pk}/{back.pk}/"
    assert "Help is there." in client.get(address).content.decode()
    assert waits(decider) != []
    client.post(address, {"learned": "I had not asked the school."})
    assert WatchReading.objects.get(watch=watch).learned == "I had not asked the school."
    came(child, Contact, happened_on=date(2026, 7, 9))
    assert waits(decider) == []
    came(child, Section47Enquiry, started_on=date(2026, 8, 3))
    assert waits(decider) == ["Came back after your decision, as a section 47 enquiry"]
    assert "a section 47 enquiry" in client.get("/decisions/mine/").content.decode()


def test_nobody_but_the_decider_writes_what_they_learned(client: Client, family: Family, decider: User) -> None:
    watch = followed(family.children[0], decider)
    back = came(family.children[0], Contact, happened_on=date(2026, 7, 1))
    sign_in(client, "front_door")
    assert client.get(f"/decisions/mine/{watch.pk}/{back.pk}/").status_code == 403
    assert client.post(f"/decisions/mine/{watch.pk}/{back.pk}/", {"learned": "x"}).status_code == 403
    assert not WatchReading.objects.exists()


def test_rates_count_children_followed_for_the_whole_time_and_open_to_them(
    client: Client, family: Family, decider: User
) -> None:
    first, second = family.children
    before = next((one for one in months("closure", today=TODAY) if one.on == SENT), None)
    made, back, whole = (before.made, *before.back[0]) if before else (0, 0, 0)
    half_a_year = next((one.back[1] for one in months("closure", today=NEW_YEAR) if one.on == SENT), (0, 0))
    followed(first, decider, kind="closure")
    followed(second, decider, kind="closure")
    reversed_ = followed(first, decider, kind="closure")
    with change_set(by=decider, kind="edit", words="reversed"):
        end_watch(decision=reversed_.decision, reason="Reversed", on=SENT)
    came(first, Contact, happened_on=date(2026, 7, 1))
    came(second, Referral, started_on=date(2026, 10, 1))
    [month] = [one for one in months("closure", today=TODAY) if one.on == SENT]
    assert month.made == made + 2
    assert month.back[0] == (back, whole + 2)
    assert month.back[1] == (0, 0)
    assert month.no_action[1] > 0
    [later] = [one for one in months("closure", today=NEW_YEAR) if one.on == SENT]
    assert later.back[1] == (half_a_year[0] + 1, half_a_year[1] + 2)
    sign_in(client, user=decider)
    assert f"{back} of {whole + 2} (" in client.get("/decisions/after/?kind=closure").content.decode()
    opened = client.get("/decisions/after/?kind=closure&month=2026-06").content.decode()
    assert "Zeb Quillfeather" in opened
    assert "a referral, 1 October" in opened
