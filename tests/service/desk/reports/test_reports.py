"""Reports are made from stored figures, kept as they were, and had by those who may: councillors read theirs alone."""

from __future__ import annotations

import json
from io import BytesIO

import docx
import pytest
from django.db import connection
from django.test import Client
from python_calamine import CalamineWorkbook

from onechild.service.desk.models import MadeReport
from onechild.service.record.models import PublishedUse
from tests.pango import needs_pango
from tests.service.people import sign_in
from tests.service.working_out import worked_out

__all__ = ["worked_out"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("worked_out")]
DAYS = {"as_at": "2026-10-31", "against": "2025-10-31"}


def make(client: Client, kind: str, **days: str) -> MadeReport:
    """Make a report as an analyst."""
    sign_in(client, "performance_analyst")
    answer = client.post("/reports/make/", {"kind": kind, **DAYS, **days})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    return MadeReport.objects.get(pk=int(answer["Location"].strip("/").split("/")[-1]))


@pytest.mark.parametrize("kind", ["pack", "scrutiny", "caseload", "inspection"])
def test_a_report_is_made_from_stored_figures_and_shown(client: Client, kind: str) -> None:
    made = make(client, kind)
    page = client.get(f"/reports/{made.pk}/").content.decode()
    assert made.facts["title"] in page
    assert 'id="definitions"' in page


def test_a_report_tells_who_made_it_and_when_in_the_list(client: Client) -> None:
    made = make(client, "scrutiny")
    page = client.get("/reports/").content.decode()
    assert f"/reports/{made.pk}/" in page
    assert "For publication" in page


def test_what_a_report_prints_is_published(client: Client) -> None:
    made = make(client, "scrutiny")
    assert made.figures > 0
    assert PublishedUse.objects.filter(for_what__contains=made.facts["title"]).count() == made.figures


def test_councillors_read_the_scrutiny_report_and_no_other(client: Client) -> None:
    scrutiny, pack = make(client, "scrutiny"), make(client, "pack")
    sign_in(client, "scrutiny")
    assert client.get(f"/reports/{scrutiny.pk}/").status_code == 200
    assert client.get(f"/reports/{pack.pk}/").status_code == 404
    assert client.get(f"/reports/{pack.pk}/json/").status_code == 404


def test_councillors_make_none(client: Client) -> None:
    sign_in(client, "scrutiny")
    assert client.post("/reports/make/", {"kind": "pack", **DAYS}).status_code == 403
    assert "Make a report" not in client.get("/reports/").content.decode()


def test_who_may_not_work_figures_out_hands_nothing_to_councillors(client: Client) -> None:
    sign_in(client, "social_worker")
    assert client.post("/reports/make/", {"kind": "scrutiny", **DAYS}).status_code == 403


def test_who_sees_no_figures_sees_no_report(client: Client) -> None:
    sign_in(client, "administrator")
    assert client.get("/reports/").status_code == 403


def test_the_database_itself_keeps_a_staff_report_from_councillors(client: Client) -> None:
    make(client, "pack")
    sign_in(client, "scrutiny")
    assert client.get("/reports/").content.decode().count("For staff") == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT relrowsecurity FROM pg_class WHERE relname = 'made_reports'")
        assert cursor.fetchone() == (True,)


def test_a_report_is_had_as_a_word_file(client: Client) -> None:
    made = make(client, "scrutiny")
    answer = client.get(f"/reports/{made.pk}/docx/")
    assert answer["Content-Disposition"] == 'attachment; filename="scrutiny-2026-10-31.docx"'
    assert docx.Document(BytesIO(answer.content)).core_properties.title == made.facts["title"]


def test_a_report_is_had_as_a_workbook(client: Client) -> None:
    made = make(client, "inspection")
    answer = client.get(f"/reports/{made.pk}/xlsx/")
    assert CalamineWorkbook.from_filelike(BytesIO(answer.content)).sheet_names[0] == "About"


def test_a_report_is_had_as_a_pdf(client: Client) -> None:
    needs_pango()
    made = make(client, "scrutiny")
    assert client.get(f"/reports/{made.pk}/pdf/").content.startswith(b"%PDF")


def test_a_form_that_is_not_there_is_not_found(client: Client) -> None:
    made = make(client, "scrutiny")
    assert client.get(f"/reports/{made.pk}/papyrus/").status_code == 404


def test_a_day_that_is_not_stored_is_said_and_nothing_is_kept(client: Client) -> None:
    sign_in(client, "performance_analyst")
    before = MadeReport.objects.count()
    answer = client.post("/reports/make/", {"kind": "scrutiny", "as_at": "2001-01-01", "against": "2000-01-01"})
    assert (answer.status_code, MadeReport.objects.count()) == (422, before)
    assert "No figure is stored of 1 January 2001" in answer.content.decode()


def test_a_report_stays_as_it_was_made(client: Client) -> None:
    made = make(client, "scrutiny")
    first = client.get(f"/reports/{made.pk}/json/").content
    make(client, "scrutiny")
    assert json.loads(client.get(f"/reports/{made.pk}/json/").content) == json.loads(first)
