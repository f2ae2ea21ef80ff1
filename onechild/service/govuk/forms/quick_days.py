"""Days that are one tap on a phone: today and yesterday, or weeks ahead; any other day is typed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from onechild.service.govuk.words import day as in_words

OTHER, NOT_YET = "other", "none"
WEEKS = ((1, "In a week"), (2, "In 2 weeks"), (4, "In 4 weeks"))


def days_back(today: date) -> list[tuple[str, str]]:
    """This function will return today, yesterday and another day, each with the day in words."""
    yesterday = today - timedelta(days=1)
    return [
        (today.isoformat(), f"Today, {in_words(today, today, short=True)}"),
        (yesterday.isoformat(), f"Yesterday, {in_words(yesterday, today, short=True)}"),
        (OTHER, "Another day"),
    ]


def days_on(today: date) -> list[tuple[str, str]]:
    """This function will return one, two and four weeks on, another day, and not planned yet."""
    weeks = [(today + timedelta(weeks=number), words) for number, words in WEEKS]
    return [
        *((day.isoformat(), f"{words}, {in_words(day, today, short=True)}") for day, words in weeks),
        (OTHER, "Another day"),
        (NOT_YET, "Not planned yet"),
    ]


def day_chosen(form: forms.Form, typed: dict[str, Any], *, choice: str, day: str, needed: str) -> None:
    """Put the day of the chosen button where the typed day stands; a day typed without choosing counts as well.

    Where there is neither, the form says `needed`; nothing, where the day may be left out.
    """
    chosen = typed.get(choice) or ""
    if chosen == NOT_YET:
        typed[day] = None
        form.errors.pop(day, None)
    elif chosen and chosen not in (OTHER, NOT_YET):
        typed[day] = date.fromisoformat(chosen)
        form.errors.pop(day, None)  # half a day typed before a button was pressed
    elif typed.get(day) is None and day not in form.errors and (needed or chosen == OTHER):
        form.add_error(day if chosen == OTHER else choice, _which(form, day) if chosen == OTHER else needed)


def _which(form: forms.Form, day: str) -> str:
    return f"Enter {form.fields[day].called}"  # type: ignore[attr-defined]
