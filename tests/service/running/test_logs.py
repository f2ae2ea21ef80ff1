"""No line of a log holds anything of a child: no id, no name, no path, no query, no value from the database."""

from __future__ import annotations

import ast
import io
import json
import logging
import logging.config
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from onechild.service.config import logs
from onechild.service.config.logs import JsonLines, RequestLog

SECRETS = ("C000123", "Sharmin", "Talukdar", "2009-01-18")
SERVICE = Path(logs.__file__).parents[1]
Told = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def told() -> Iterator[Told]:
    """Whatever the service logs from here on, line by line."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    names = ("", "onechild", "django", "django.request", "procrastinate", "gunicorn.error", "py.warnings")
    loggers = [logging.getLogger(name) for name in names]
    for logger in loggers:
        logger.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    for logger in loggers:
        logger.removeHandler(handler)


def test_a_request_is_told_by_its_pages_name_and_not_its_path(told: Told, rf: RequestFactory) -> None:
    def page(request: HttpRequest) -> HttpResponse:
        request.resolver_match = type("Match", (), {"view_name": "child"})()  # type: ignore[assignment]
        return HttpResponse(status=403)

    answer = RequestLog(page)(rf.get("/children/C000123/", {"name": "Sharmin Talukdar"}))
    (line,) = told()
    assert (line["event"], line["page"], line["status"], line["method"]) == ("request", "child", 403, "GET")
    assert line["request"] == answer["X-Request-Id"]
    assert_nothing_of_a_child(line)


def test_a_callers_own_words_never_become_ours(told: Told, rf: RequestFactory) -> None:
    RequestLog(lambda request: HttpResponse())(
        rf.generic("SHARMIN", "/C000123", headers={"X-Request-Id": "Talukdar", "User-Agent": "Sharmin"})
    )
    (line,) = told()
    assert line["method"] == "other"
    assert_nothing_of_a_child(line)


def test_an_exception_is_told_by_its_kind_and_place_alone(told: Told) -> None:
    try:
        child, born = "C000123", "2009-01-18"
        raise ValueError(f"{child} born {born}")
    except ValueError:
        logging.getLogger("onechild.test").exception("page failed")
    (line,) = told()
    assert line["exception"][0]["class"] == "builtins.ValueError"
    assert "test_logs.py" in line["exception"][0]["at"][-1]
    assert_nothing_of_a_child(line)


@pytest.mark.django_db
def test_a_refusal_of_the_database_is_told_by_its_code_and_constraint(told: Told) -> None:
    with connection.cursor() as cursor:
        try:
            cursor.execute("CREATE TEMPORARY TABLE twins (name text PRIMARY KEY)")
            cursor.execute("INSERT INTO twins VALUES (%s), (%s)", ["Sharmin Talukdar", "Sharmin Talukdar"])
        except IntegrityError:
            logging.getLogger("django.request").exception("%s: %s", "Internal Server Error", "/children/C000123/")
    (line, *_) = told()
    wrapped, cause = line["exception"]
    assert wrapped["class"] == "django.db.utils.IntegrityError"
    assert (cause["class"], cause["sqlstate"], cause["constraint"]) == (
        f"{psycopg.errors.UniqueViolation.__module__}.UniqueViolation",
        "23505",
        "twins_pkey",
    )
    assert_nothing_of_a_child(line)


@pytest.mark.parametrize(
    ("name", "words", "arguments", "event"),
    [
        ("gunicorn.error", "Error handling request %s", ("/children/C000123/?q=Sharmin",), "Error handling request %s"),
        ("gunicorn.error", "Invalid request from ip=::1: /children/C000123", (), None),
        ("django.security.DisallowedHost", "Invalid HTTP_HOST header: 'Sharmin'", (), None),
        ("py.warnings", "received a naive datetime 2009-01-18 for C000123 %s", ("Talukdar",), None),
        ("somebody.else", "Child Sharmin Talukdar was not found", (), None),
    ],
)
def test_of_what_a_library_says_only_its_own_constant_words_are_kept(
    name: str, words: str, arguments: tuple[object, ...], event: str | None
) -> None:
    line = formatted(name, words, arguments)
    assert line["event"] == event or (event is None and line["event"].startswith("said something at "))
    assert_nothing_of_a_child(line)


def test_a_job_is_told_by_its_action_and_not_by_what_it_was_given() -> None:
    job = {"task_name": "run-load", "task_kwargs": {"child_id": "C000123"}}
    line = formatted("procrastinate.worker", "Starting job a[1](child_id=C000123)", (), action="start_job", job=job)
    assert (line["event"], line["job"]) == ("start_job", "run-load")
    assert_nothing_of_a_child(line)


def test_a_field_of_ours_that_holds_more_than_a_name_or_number_is_left_out() -> None:
    line = formatted("onechild.test", "thing done", (), page="/children/C000123/", job="Sharmin Talukdar", count=3)
    assert (line["page"], line["job"], line["count"]) == ("left out", "left out", 3)


def test_every_event_of_the_service_is_a_constant() -> None:
    offences = [
        f"{path.relative_to(SERVICE)}:{call.lineno}"
        for path in SERVICE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and is_a_log_call(call) and not says_a_constant(call)
    ]
    assert offences == []


def is_a_log_call(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr in {"debug", "info", "warning", "error", "exception", "critical"}
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in {"log", "logger"}
    )


def says_a_constant(call: ast.Call) -> bool:
    return len(call.args) == 1 and isinstance(call.args[0], ast.Constant)


def formatted(name: str, words: str, arguments: tuple[object, ...], **extra: object) -> dict[str, Any]:
    record = logging.LogRecord(name, logging.WARNING, "library.py", 7, words, arguments, None)
    vars(record).update(extra)
    line: dict[str, Any] = json.loads(JsonLines().format(record))
    return line


def assert_nothing_of_a_child(line: dict[str, Any]) -> None:
    assert not [secret for secret in SECRETS if secret.lower() in json.dumps(line).lower()]
