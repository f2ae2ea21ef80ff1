"""What has not happened, as other pages show it: a count on My day, and the lines of one child's overview."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from onechild.service.access.viewer import Viewer
from onechild.service.desk.silence.sections import since_words
from onechild.service.govuk.parts import Fact
from onechild.service.govuk.words import date_only
from onechild.service.journeys.silence.queries import Listed, silences_of, silent_for


def on_my_day(viewer: Viewer, today: date) -> list[Fact]:
    """This function will return the line of My day that leads to what the viewer can mend; nothing where nothing is.

    One query. It counts children and names none.
    """
    rows = silent_for(viewer, today)
    if not rows:
        return []
    children = len({row.child_id for row in rows})
    whom = "1 child" if children == 1 else f"{children} children"
    many = "1 thing has not happened" if len(rows) == 1 else f"{len(rows)} things have not happened"
    return [Fact(value=many, note=f"For {whom}. Each says what to do.", href=reverse("silence"))]


def on_overview(child_id: str, today: date, *, may_snooze: bool) -> list[Fact]:
    """This function will return what has not happened for one child, longest first, with what to do: one query."""
    return [_fact(row, today, may=may_snooze) for row in silences_of(child_id, today)]


def _fact(row: Listed, today: date, *, may: bool) -> Fact:
    aside = f" Put aside until {date_only(row.snoozed_until, today)}: {row.snooze_reason}." if row.snoozed_until else ""
    note = f"{since_words(row, today)}. {row.check.mend} For {row.mender_words}.{aside}"
    return Fact(value=row.check.title, note=note, href=reverse("silence-snooze", args=[row.silence_id]) if may else "")
