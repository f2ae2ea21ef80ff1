"""The API shows what the pages show, to whom they show it, and the access log knows."""

from __future__ import annotations

import pytest
from django.test import Client

from onechild.service.access.models import Event
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Child, Obligation
from tests.service.people import (
    a_worker_with_children,
    child_of,
    child_of_other_team,
    sign_in,
    team_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker() -> str:
    return a_worker_with_children()


def test_children_are_those_whom_the_viewer_may_see_page_by_page(client: Client, worker: str) -> None:
    sign_in(client, "family_worker", worker_id=worker)
    mine = Child.objects.filter(pk__in=Allocation.objects.filter(worker_id=worker).values("child_id"))
    first = client.get("/api/children/", {"size": 2}).json()
    second = client.get("/api/children/", {"size": 2, "page": 2}).json()
    expected = sorted(mine.values_list("la_child_id", flat=True))
    assert first["count"] == len(expected)
    assert [one["la_child_id"] for one in (*first["children"], *second["children"])] == expected[:4]


def test_every_child_of_a_page_is_in_the_access_log(client: Client, worker: str) -> None:
    sign_in(client, "family_worker", worker_id=worker)
    shown = client.get("/api/children/", {"size": 3}).json()["children"]
    event = Event.objects.order_by("-pk").first()
    seen = Child.objects.filter(pk__in=event.children).values_list("la_child_id", flat=True)
    assert (event.kind, sorted(seen)) == ("api", sorted(one["la_child_id"] for one in shown))


def test_child_is_summed_up_with_what_is_due(client: Client, worker: str) -> None:
    sign_in(client, worker_id=worker)
    child = child_of(worker)
    Obligation.objects.create(
        subject_kind="child", subject_id=child.pk, child_id=child.pk, clock="child-protection-visit", version="",
        spell_id="x", sequence=999, within="10 working days", started_on="2026-11-02", due_on="2026-11-16",
    )  # fmt: skip
    found = client.get(f"/api/children/{child.la_child_id}").json()
    alone = client.get(f"/api/children/{child.la_child_id}/obligations").json()
    assert found["la_child_id"] == child.la_child_id
    assert found["due"] == alone
    assert ("child-protection-visit", "2026-11-16", True) in {
        (one["clock"], one["due_on"], one["late"]) for one in alone
    }


def test_opening_a_child_is_in_the_access_log(client: Client, worker: str) -> None:
    sign_in(client, worker_id=worker)
    child = child_of(worker)
    client.get(f"/api/children/{child.la_child_id}")
    event = Event.objects.order_by("-pk").first()
    assert (event.what, event.children) == ("API: child", [child.pk])


@pytest.mark.parametrize("tail", ["", "/obligations"])
def test_child_of_another_team_is_refused_in_json_with_who_can(client: Client, worker: str, tail: str) -> None:
    sign_in(client, worker_id=worker, team_id=team_of(worker))
    child = child_of_other_team(worker)
    answer = client.get(f"/api/children/{child.la_child_id}{tail}")
    assert answer.status_code == 403
    assert set(answer.json()) == {"detail", "who_can"}


def test_child_whose_restriction_is_not_told_is_as_if_not_there(client: Client, worker: str) -> None:
    sign_in(client, worker_id=worker)
    child = child_of_other_team(worker)
    with change_set(by="a test", kind="edit", words="restricted"):
        Child.objects.filter(pk=child.pk).update(restricted="staff_family")
    hidden = client.get(f"/api/children/{child.la_child_id}")
    unknown = client.get("/api/children/NOSUCHCHILD")
    assert (hidden.status_code, hidden.json()) == (404, unknown.json())


def test_who_sees_no_child_is_refused_the_list(client: Client) -> None:
    sign_in(client, "administrator")
    assert client.get("/api/children/").status_code == 403


def test_teams_and_measures_are_listed_for_who_sees_figures(client: Client) -> None:
    sign_in(client, "performance_analyst")
    assert client.get("/api/teams").json()
    assert {"key", "title", "says", "sources"} <= set(client.get("/api/measures").json()[0])


def test_scrutiny_reads_measures_and_no_child(client: Client) -> None:
    sign_in(client, "scrutiny")
    assert client.get("/api/measures").status_code == 200
    assert client.get("/api/children/").status_code == 403
    assert client.get(f"/api/children/{Child.objects.order_by('pk')[0].la_child_id}").status_code in {403, 404}


def test_api_asks_for_sign_in_like_a_page(client: Client) -> None:
    assert client.get("/api/children/")["Location"].startswith("/sign-in/")


def test_description_is_a_file_and_no_page_of_another_site(client: Client, worker: str) -> None:
    sign_in(client, worker_id=worker)
    assert client.get("/api/schema.json").json()["info"]["title"] == "OneChild"
    assert client.get("/api/docs").status_code == 404


def test_nothing_is_written_by_the_api(client: Client, worker: str) -> None:
    sign_in(client, worker_id=worker)
    assert {client.post("/api/children/").status_code, client.delete("/api/teams").status_code} == {405}


def test_page_size_has_a_limit(client: Client, worker: str) -> None:
    sign_in(client, worker_id=worker)
    assert client.get("/api/children/", {"size": 101}).status_code == 422
