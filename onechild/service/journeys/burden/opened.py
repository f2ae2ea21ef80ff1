"""When a form was opened: a signed moment that travels in the form, so that nobody’s reading is kept anywhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

FIELD = "draft_opened"  # fields of this beginning are never kept with a draft
SALT = "form opened"
LASTS = timedelta(days=1)


def form_opened(request: HttpRequest) -> dict[str, Any]:
    """This function will give templates `form_opened`: the moment this form was first shown, signed."""
    return {"form_opened": SimpleLazyObject(lambda: _first_shown(request))}


def opened_at(request: HttpRequest) -> datetime | None:
    """This function will return when the form that was sent was first shown; None where it does not say."""
    try:
        said = signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=LASTS)
        return datetime.fromisoformat(said)
    except (signing.BadSignature, ValueError, TypeError):
        return None


def _first_shown(request: HttpRequest) -> str:
    """The moment that the form brought back, where it was sent and shown again; else now."""
    if request.method == "POST" and opened_at(request):
        return request.POST[FIELD]
    now: datetime = request.now  # type: ignore[attr-defined]
    return signing.dumps(now.isoformat(), salt=SALT)
