"""The one place that reads the clock: gives each request its moment, its London day and its council."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone


def now() -> datetime:
    """This function will return this moment; in a demonstration that stands still, its time of day on that day."""
    moment = timezone.localtime()
    return datetime.combine(standing, moment.timetz()) if (standing := _standing()) else moment


def today() -> date:
    """This function will return the London date."""
    return now().date()


class MomentMiddleware:
    """Sets `request.now`, `request.today` and `request.council`, so that nothing below asks the clock or a setting."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        moment = now()
        request.now, request.today = moment, moment.date()  # type: ignore[attr-defined]
        request.council = settings.COUNCIL_NAME  # type: ignore[attr-defined]
        request.council_code = settings.COUNCIL_CODE  # type: ignore[attr-defined]
        request.invented = settings.INVENTED  # type: ignore[attr-defined]
        request.front_door_phone = settings.FRONT_DOOR_PHONE  # type: ignore[attr-defined]
        request.uploads = settings.FILES / "uploads"  # type: ignore[attr-defined]
        return self.get_response(request)


def _standing() -> date | None:
    return date.fromisoformat(settings.TODAY) if settings.TODAY else None
