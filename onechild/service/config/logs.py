"""What the service says of itself: one line of JSON an event, on stderr, with nothing of a child in it.

A line holds only what is listed here: our own constant words, a page's name and never its path, numbers and codes. What
another library says is cut down to its own constant words; of an exception its class and its places in the code are
kept, never its message, its values or the SQL that it came from.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import time
import traceback
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse

# What a line of ours may say besides its event. None of it is free text or names a child.
FIELDS = (
    "page",
    "method",
    "status",
    "ms",
    "user",
    "job",
    "job_id",
    "load",
    "rows",
    "seconds",
    "check",
    "count",
    "signal",
)
PACKAGE = Path(__file__).resolve().parents[3]
DEEPEST = 12
# The letters of a name in the code: nobody's id, path, address or sentence looks like this.
PLAIN_VALUE = re.compile(r"[a-z][a-z_.:-]{0,60}\Z", re.IGNORECASE)
TEMPLATE = re.compile(r"[A-Za-z %(),.:;'!?_-]{1,120}\Z")
CODE = re.compile(r"[0-9A-Z]{5}\Z")

request_id: ContextVar[str] = ContextVar("request_id", default="")
log = logging.getLogger("onechild.requests")


class JsonLines(logging.Formatter):
    """One record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """This function will return the line; whatever it is not sure of, it leaves out."""
        ours = record.name.split(".")[0] == "onechild"
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": str(record.msg) if ours else _constant_words(record),
        }
        if number := request_id.get():
            line["request"] = number
        if ours:
            line |= {name: _safe(getattr(record, name)) for name in FIELDS if hasattr(record, name)}
        elif isinstance(job := getattr(record, "job", None), dict):  # procrastinate says which, and with what
            line["job"] = _safe(job.get("task_name"))
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = list(_chain(record.exc_info[1]))
        elif record.exc_info is None and record.exc_text:
            line["exception"] = "left out"
        return json.dumps(line, ensure_ascii=True, default=str)


class RequestLog:
    """Writes one line a request: the page's name, the status, how long it took and who asked; the answer's header too.

    The path, the query and the body stay out: they hold ids, names and whatever people type.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        number = secrets.token_hex(8)  # never the caller's own: it could be anything
        token = request_id.set(number)
        try:
            response = self.get_response(request)
            log.info("request", extra=_facts(request, response) | {"ms": round((time.perf_counter() - began) * 1000)})
            response["X-Request-Id"] = number
            return response
        finally:
            request_id.reset(token)


def _facts(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """Who asked is taken only where the page asked too: the log makes no query of its own."""
    page = request.resolver_match.view_name if request.resolver_match else "none"
    user = getattr(getattr(request, "_cached_user", None), "pk", None)
    method = (
        request.method if request.method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} else "other"
    )
    return {"page": page or "unnamed", "method": method, "status": response.status_code, "user": user}


def _constant_words(record: logging.LogRecord) -> str:
    """Of another library's record: its action where it names one, or its template without what was put in.

    A message that came ready-made may hold anything, so nothing of it is kept; the place in the code still tells.
    """
    action = getattr(record, "action", None)
    if isinstance(action, str) and PLAIN_VALUE.match(action):
        return action
    if record.args and isinstance(record.msg, str) and TEMPLATE.match(record.msg):
        return record.msg
    return f"said something at {record.module}:{record.lineno}"


MOST_CAUSES = 10


def _safe(value: object) -> object:
    plain = value is None or isinstance(value, int | float) or (isinstance(value, str) and PLAIN_VALUE.match(value))
    return value if plain else "left out"


def _chain(fault: BaseException) -> Iterator[dict[str, Any]]:
    """What was raised, and what it came of: at most so many, since exceptions can be one another's cause."""
    seen: BaseException | None = fault
    for _number in range(MOST_CAUSES):
        if seen is None:
            return
        told: dict[str, Any] = {"class": f"{type(seen).__module__}.{type(seen).__qualname__}"}
        if isinstance(state := getattr(seen, "sqlstate", None), str) and CODE.match(state):
            told["sqlstate"] = state
            constraint = getattr(getattr(seen, "diag", None), "constraint_name", None)
            if isinstance(constraint, str) and re.fullmatch(r"[a-z0-9_]{1,63}", constraint):
                told["constraint"] = constraint
        told["at"] = [_place(frame) for frame in traceback.extract_tb(seen.__traceback__)[-DEEPEST:]]
        yield told
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    name = path.relative_to(PACKAGE) if path.is_relative_to(PACKAGE) else Path(*path.parts[-3:])
    return f"{name}:{frame.lineno} {frame.name}"


class OnlyFaults(logging.Filter):
    """Lets through what carries an exception: each request has its own line already."""

    def filter(self, record: logging.LogRecord) -> bool:
        """This function will say whether the record carries an exception."""
        return bool(record.exc_info)


_QUIET: dict[str, Any] = {"level": "WARNING", "handlers": ["stderr"], "propagate": False}
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "onechild.service.config.logs.JsonLines"}},
    "filters": {"faults": {"()": "onechild.service.config.logs.OnlyFaults"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json"},
        "faults": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["faults"]},
    },
    "root": {"level": "WARNING", "handlers": ["stderr"]},
    "loggers": {
        "onechild": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
        "django": _QUIET,
        "django.request": {"level": "ERROR", "handlers": ["faults"], "propagate": False},
        "django.server": _QUIET,
        "procrastinate": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
        "gunicorn.error": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        "py.warnings": _QUIET,
    },
}
