"""Machines are told yes or no, whatever else is wrong, and nothing more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client

from onechild.service.access.models import Event
from onechild.service.config import readiness

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_alive_needs_no_database_no_session_and_no_host_name(client: Client) -> None:
    answer = client.get("/healthz", headers={"Host": "10.0.0.7"})
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_not_ready_without_a_job_process_and_a_stranger_is_not_told_why(client: Client) -> None:
    answer = client.get("/readyz", headers={"Host": "10.0.0.7"})
    assert (answer.status_code, answer.content) == (503, b"not ready\n")


@pytest.mark.django_db
def test_ready_with_a_job_process_heard_of_just_now(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_a_job_process_not_heard_of_for_a_minute_is_gone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [NOW - timedelta(seconds=61)])
    answers = {one.key: one for one in readiness.answers(now=NOW, files=Path())}
    assert not answers["jobs"].well
    assert "61 seconds ago" in answers["jobs"].words


@pytest.mark.django_db
def test_a_database_that_is_gone_is_the_one_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError("connection to host db.council failed for user onechild")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    found = [one for one in readiness.answers(now=NOW, files=Path()) if not one.well]
    assert [one.key for one in found] == ["database"]
    assert "council" not in found[0].words


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "well"), [(5, True), (11, False)])
def test_an_access_log_that_nobody_seals_is_not_well(minutes: int, well: bool) -> None:
    noted = Event.objects.create(kind="page", what="child overview", method="GET", status=200)
    noted.refresh_from_db()
    answers = {one.key: one for one in readiness.answers(now=noted.at + timedelta(minutes=minutes), files=Path())}
    assert answers["seals"].well is well


@pytest.mark.django_db
def test_the_webs_own_role_may_ask_all_of_it() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE onechild_web")
    refused = [one for one in readiness.answers(now=NOW, files=Path()) if "refused" in one.words]
    assert refused == []
