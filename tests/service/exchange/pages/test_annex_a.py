"""Annex A on the record: who may open it, what the access log says, and whom it leaves out."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import polars as pl
import pytest
from django.db import connection
from django.test import Client
from python_calamine import CalamineWorkbook

from onechild.knowledge.formats.annex_a.writing import ExtractTables, put_together
from onechild.knowledge.tables.extract import Extract
from onechild.service.access.actions import restrict as actions
from onechild.service.access.models import Event, User
from onechild.service.exchange.annex_a import annex_of
from onechild.service.record.models import Child, PeriodOfCare, Referral
from tests.service.access.test_restricted import NOW
from tests.service.conftest import TODAY
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
FRONT = "/data-out/annex-a/"


def restricted(child_id: str, why: str) -> None:
    """Restrict a record to a director, as an analyst who may not open it finds it."""
    director = make_user("director")
    people = [make_user("social_worker")]
    actions.restrict(child_id=child_id, restriction=why, reason="A test", people=people, by=director, at=NOW)


def in_care() -> str:
    """A child in care, not restricted."""
    held = PeriodOfCare.objects.filter(ended_on=None, started_on__lt=TODAY, child__restricted=None)
    return str(held.order_by("child_id")[0].child_id)


def children_listed(client: Client, number: int) -> list[str]:
    """The children of a list as its workbook has them."""
    answer = client.post(f"{FRONT}take-out/workbook/", {"at": TODAY.isoformat()})
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    return [str(row[0]) for row in book.get_sheet_by_name(f"List {number}").to_python()[1:]]


def rows_of(context: Any) -> dict[str, str]:
    """The lists of the front page with their rows."""
    return {row[0].text.split(":")[0]: row[1] for row in context["table"].rows}


@pytest.mark.parametrize("role", ["social_worker", "team_manager", "scrutiny", "administrator"])
def test_who_may_take_out_no_children_is_told_so(client: Client, role: str) -> None:
    sign_in(client, role)
    assert client.get(FRONT).status_code == 403
    assert client.post(f"{FRONT}take-out/workbook/", {"at": TODAY.isoformat()}).status_code == 403


def test_the_front_page_counts_the_lists_of_the_day(client: Client, analyst: User) -> None:
    context = client.get(FRONT).context
    told = rows_of(context)
    open_now = PeriodOfCare.objects.filter(ended_on=None, started_on__lte=TODAY).count()
    assert list(told) == [f"List {number}" for number in range(1, 12)]
    assert 0 < open_now <= int(told["List 8"])
    assert context["annex"].as_at == TODAY


def test_an_earlier_day_has_the_lists_of_that_day(client: Client, analyst: User) -> None:
    day = TODAY - timedelta(days=400)
    context = client.get(f"{FRONT}?at={day.isoformat()}").context
    assert context["annex"].as_at == day
    last = Referral.objects.filter(started_on__lte=day).order_by("-started_on")[0].started_on
    assert context["annex"].lists[3].rows["on"].max() == last


def test_a_day_to_come_is_refused_in_words(client: Client, analyst: User) -> None:
    day = TODAY + timedelta(days=1)
    answer = client.get(f"{FRONT}?at={day.isoformat()}")
    assert answer.context["form"].errors
    assert answer.context["annex"].as_at == TODAY


def test_the_record_gives_the_lists_of_its_extract(analyst: User, little_hatterton: Extract) -> None:
    of_record = annex_of(as_at=TODAY, council_name="Hatterton")
    of_extract = put_together(ExtractTables(little_hatterton), as_at=TODAY, council_name="Hatterton")
    names = [column.name for column in of_extract.lists[8].layout.columns]
    assert len(of_extract.lists[8]) > 0
    assert {number: len(made) for number, made in of_record.lists.items()} == {
        number: len(made) for number, made in of_extract.lists.items()
    }
    assert (
        of_record.lists[8]
        .rows.select(names)
        .sort(pl.all())
        .equals(of_extract.lists[8].rows.select(names).sort(pl.all()))
    )


def test_a_list_shows_children_by_name_and_the_log_says_whom(client: Client, analyst: User) -> None:
    answer = client.get(f"{FRONT}lists/8/")
    shown = Child.objects.get(la_child_id=answer.context["table"].rows[0][0].note)
    event = Event.objects.latest("pk")
    assert answer.status_code == 200
    assert (event.kind, event.what) == ("list", "Annex A, list 8")
    assert shown.pk in event.children


def test_a_row_says_where_each_cell_came_from(client: Client, analyst: User) -> None:
    answer = client.get(f"{FRONT}lists/8/rows/2/")
    came = {row[0]: row[2].text for row in answer.context["table"].rows if row[2]}
    care = PeriodOfCare.objects.get(pk=came["Date Started to be Looked After"].rsplit(" ", 1)[1])
    assert came["Date Started to be Looked After"].startswith("periods of care, started on, row ")
    assert care.started_on == answer.context["made"].rows["on"][0]
    assert f"/children/{care.child.la_child_id}/" in answer.content.decode()


@pytest.mark.parametrize(("number", "row"), [(12, 2), (8, 1), (8, 100_000)])
def test_a_row_that_there_is_not_is_not_there(client: Client, analyst: User, number: int, row: int) -> None:
    assert client.get(f"{FRONT}lists/{number}/rows/{row}/").status_code == 404


def test_queries_are_shown_by_kind(client: Client, analyst: User) -> None:
    answer = client.get(f"{FRONT}queries/?show=asked")
    assert {row[4] for row in answer.context["table"].rows} == {"Would be asked about"}


@pytest.mark.parametrize(
    ("what", "name"), [("workbook", "annex-a"), ("checks", "annex-a-checks"), ("cells", "annex-a-cells")]
)
def test_taking_a_file_out_is_an_export_of_every_child_in_it(
    client: Client, analyst: User, what: str, name: str
) -> None:
    answer = client.post(f"{FRONT}take-out/{what}/", {"at": TODAY.isoformat()})
    event = Event.objects.latest("pk")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{name}-{TODAY}')
    assert (event.kind, event.user_id) == ("export", analyst.pk)
    assert set(event.children) == set(annex_of(as_at=TODAY, council_name="").children)


def test_a_link_alone_takes_nothing_out(client: Client, analyst: User) -> None:
    assert client.get(f"{FRONT}take-out/workbook/").status_code == 405


def test_a_restricted_child_is_left_out_and_counted(client: Client, analyst: User) -> None:
    child_id = in_care()
    before = client.get(FRONT).context["unseen"]
    assert child_id in children_listed(client, 8)
    restricted(child_id, "ordinary")
    assert child_id not in children_listed(client, 8)
    after = client.get(FRONT).context["unseen"]
    assert _number(after) == _number(before) + 1


def test_a_specially_protected_child_is_left_out_and_not_even_counted(client: Client, analyst: User) -> None:
    child_id = in_care()
    before = client.get(FRONT).context["unseen"]
    restricted(child_id, "honour_based_abuse")
    assert child_id not in children_listed(client, 8)
    assert client.get(FRONT).context["unseen"] == before


def test_the_count_of_the_unseen_answers_nobody_who_is_not_signed_in() -> None:
    with connection.cursor() as cursor:
        cursor.callproc("exchange_annex_a_unseen", [TODAY, TODAY - timedelta(days=182), TODAY - timedelta(days=365)])
        assert cursor.fetchone() == (0,)


def _number(words: str) -> int:
    return int(words.split()[0].replace(",", "")) if words else 0
