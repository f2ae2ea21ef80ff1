"""The explorer is open to anybody, the same for everybody, and shut off from the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import ResolverMatch, reverse

from onechild.service.access.public_pages import OPEN_PAGES
from onechild.service.access.sign_in import rates
from onechild.service.config.security.open_pages import AskedTheDatabase, OpenPagesMiddleware
from onechild.service.record.models import Child
from tests.service.people import make_user, sign_in
from tests.service.walk.addresses import named_addresses

pytestmark = pytest.mark.django_db
VIEW = "/benchmarks/view/?council=821&measure=rereferral&from=2016&to=2025"


def test_every_address_of_the_explorer_is_an_open_page() -> None:
    assert {name for name, route in named_addresses().items() if route.startswith("benchmarks/")} == OPEN_PAGES


def test_nobody_need_sign_in_and_no_cookie_is_set(client: Client) -> None:
    response = client.get(VIEW)
    assert response.status_code == 200
    assert response.cookies == {}


def test_a_page_may_be_kept_for_an_hour_by_anybody(client: Client) -> None:
    assert client.get(VIEW).headers["Cache-Control"] == "public, max-age=3600"


def test_a_page_that_says_what_is_wrong_is_not_kept(client: Client) -> None:
    response = client.get("/benchmarks/view/?council=999")
    assert (response.status_code, response.headers["Cache-Control"]) == (400, "no-store")


def test_the_page_is_the_same_to_the_letter_for_somebody_signed_in(client: Client) -> None:
    nobody = client.get(VIEW).content
    sign_in(client, user=make_user("director"))
    assert client.get(VIEW).content == nobody


def test_all_that_the_database_is_asked_is_how_often_this_address_came(
    client: Client, asked_of_the_database: Callable[[], CaptureQueriesContext]
) -> None:
    with asked_of_the_database() as asked:
        client.get(VIEW)
    assert [query["sql"] for query in asked] == ["access_count_one"]


@pytest.mark.parametrize("asks", [lambda cursor: cursor.execute("SELECT 1"), lambda cursor: cursor.callproc("now")])
def test_an_open_page_gets_no_cursor(monkeypatch: pytest.MonkeyPatch, asks: Callable[[Any], object]) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            return HttpResponse(str(asks(cursor)))

    match = ResolverMatch(view, (), {}, url_name="benchmarks")
    monkeypatch.setattr("onechild.service.config.security.open_pages.resolve", lambda path: match)
    with pytest.raises(AskedTheDatabase):
        OpenPagesMiddleware(view)(RequestFactory().get("/benchmarks/"))
    assert Child.every.count() > 0  # and whoever comes next has the database again


def test_an_open_page_that_reads_the_record_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def reads(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(Child.every.count()))

    match = ResolverMatch(reads, (), {}, url_name="benchmarks")
    monkeypatch.setattr("onechild.service.config.security.open_pages.resolve", lambda path: match)
    with pytest.raises(AskedTheDatabase):
        OpenPagesMiddleware(reads)(RequestFactory().get("/benchmarks/"))


def test_nothing_can_be_sent_to_an_open_page(client: Client) -> None:
    assert client.post(reverse("benchmarks"), {"council": "821"}).status_code == 405


def test_what_there_is_not_is_not_found_in_the_look_of_the_house(client: Client) -> None:
    response = client.get("/benchmarks/measures/nothing/")
    assert response.status_code == 404
    assert b"There is no such page" in response.content


def test_whoever_asks_too_often_is_told_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    few = rates.Limit(of="benchmarks", pages=("benchmarks", "benchmarks-*"), times=2, seconds=600, by="address")
    monkeypatch.setattr("onechild.service.config.security.rates.LIMITS", (few,))
    codes = [client.get(reverse("benchmarks")).status_code for _ in range(3)]
    assert codes == [200, 200, 429]


def test_the_sign_in_page_leads_to_the_explorer(client: Client) -> None:
    assert reverse("benchmarks").encode() in client.get(reverse("sign-in")).content
