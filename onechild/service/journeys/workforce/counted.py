"""The workforce as the record has it, ready to be counted on any day; and what each worker holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Model

from onechild.knowledge.formats.workforce_census.staff import Away, Engagement, PostHeld, Workforce
from onechild.service.record.models import Absence, Employment, Post, Worker


def workforce_now() -> Workforce:
    """This function will return every employment, post and absence of the record: four queries."""
    return Workforce.of(
        {
            "employments": _rows(Employment, Engagement),
            "posts": _rows(Post, PostHeld),
            "absences": _rows(Absence, Away),
            "workers": Worker.objects.values("worker_id", "newly_qualified_to", "qualified_on"),
        }
    )


def cases_on(day: date) -> dict[str, int]:
    """This function will return how many children each worker leads at the end of a day: one query."""
    with connection.cursor() as cursor:
        cursor.callproc("workforce_cases", [day])
        return dict(cursor.fetchall())


def year_before(day: date) -> date:
    """The same day a year earlier; 28 February for the 29th."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def _rows(model: type[Model], kind: Any) -> Any:
    return model._default_manager.values(*kind.__dataclass_fields__)
