"""Counts each form that was taken in: which, in what month, how long it took and which questions were answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.http import HttpResponse

from onechild.knowledge.workdays import london
from onechild.service.access.viewer import Request
from onechild.service.journeys.burden.actions import count_sending
from onechild.service.journeys.burden.asked import plain, questions_of
from onechild.service.journeys.burden.opened import opened_at
from onechild.service.journeys.burden.spans import span_of

TAKEN_IN = (302, 303)
DRAFTED = b'name="draft_page"'
NOT_COUNTED = ("draft-save", "draft-drop", "sign-in", "sign-out")


class BurdenMiddleware:
    """Stands innermost, in the request's own transaction: what is undone is not counted."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response
        self.questions: dict[str, frozenset[str]] = {}  # of forms that this process has shown

    def __call__(self, request: Request) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        form = match.view_name if match else ""
        if request.method == "GET":
            self._learn(form, response)
        elif form not in NOT_COUNTED and response.status_code in TAKEN_IN and "draft_page" in request.POST:
            self._count(request, form)
        return response

    def _learn(self, form: str, response: HttpResponse) -> None:
        """Learn a form's questions the first time that this process shows it."""
        if form in self.questions or response.streaming or not _html(response):
            return
        if DRAFTED in response.content and (found := questions_of(response.content.decode(errors="replace"))):
            self.questions[form] = found

    def _count(self, request: Request, form: str) -> None:
        answered = {plain(name) for name, said in request.POST.lists() if any(value.strip() for value in said)}
        known = self.questions.get(form, frozenset())
        began, now = opened_at(request), request.now
        count_sending(
            form=form,
            month=_month(now),
            span=span_of((now - began).total_seconds()) if began else None,
            asked=known,
            answered=(answered & known if known else answered) - {""},
        )


def _html(response: HttpResponse) -> bool:
    return str(response.headers.get("Content-Type", "")).startswith("text/html")


def _month(now: datetime) -> date:
    return london(now).replace(day=1)
