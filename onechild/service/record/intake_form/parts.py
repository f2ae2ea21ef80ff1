"""The questions that a contact asks of each child and of each adult, numbered by their place in the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.record.intake_form.choices import YES_NO, relations, sexes

MOST = 12
OLDEST = 26  # nobody older is a child or a care leaver
LONGEST_WAIT = timedelta(days=300)
CHILD = ("forename", "surname", "born_on", "age_words", "expected_on", "sex", "address", "postcode", "school")
ADULT = ("name", "relation", "phone", "same_household", "worry", "words")
NULLS = "Take out the characters that can’t be shown"


class Line(forms.CharField):
    """A line of text that may be left empty, with a limit that is said."""

    def __init__(self, *, limit: int, **options: Any) -> None:
        super().__init__(max_length=limit, **{"required": False, **options})
        for validator in self.validators:
            if type(validator).__name__ == "ProhibitNullCharactersValidator":
                validator.message = NULLS  # type: ignore[attr-defined]


class Words(Line):
    """Several lines of text."""

    def __init__(self, *, limit: int, rows: int = 5, **options: Any) -> None:
        super().__init__(limit=limit, widget=forms.Textarea(attrs={"rows": str(rows)}), **options)


def child_fields(*, today: date) -> Iterator[tuple[str, forms.Field]]:
    """This function will yield the questions about one child, by name."""
    yield "forename", Line(limit=100, label="First name")
    yield "surname", Line(limit=100, label="Last name")
    yield "born_on", _day("Date of birth", "date of birth", date(today.year - OLDEST, 1, 1), today)
    yield "age_words", Line(limit=60, label="If you don’t know it, about how old?")
    yield (
        "expected_on",
        _day(
            "If not born yet, when is the baby due?", "day the baby is due", today - timedelta(60), today + LONGEST_WAIT
        ),
    )
    yield "sex", forms.ChoiceField(label="Sex", required=False, choices=sexes())
    yield "address", Words(limit=300, rows=3, label="Where does the child live, or stay?")
    yield "postcode", Line(limit=10, label="Postcode")
    yield "school", Line(limit=200, label="School, nursery or college")


def adult_fields() -> Iterator[tuple[str, forms.Field]]:
    """This function will yield the questions about one adult, by name."""
    yield "name", Line(limit=200, label="Name")
    yield "relation", forms.ChoiceField(label="Who are they to the child?", required=False, choices=relations())
    yield "phone", Line(limit=40, label="Telephone")
    yield "same_household", _yes_no("Do they live with the child?")
    yield "worry", _yes_no("Are you worried that they may harm the child?")
    yield "words", Line(limit=500, label="Anything else about them")


def children_typed(typed: Mapping[str, Any], *, many: int) -> tuple[dict[str, Any], ...]:
    """This function will return the children of whom anything was said."""
    found = ({name: typed.get(f"child_{name}_{number}") for name in CHILD} for number in range(many))
    return tuple(_plain(one) for one in found if any(one.values()))


def adults_typed(typed: Mapping[str, Any], *, many: int) -> tuple[dict[str, Any], ...]:
    """This function will return the adults of whom anything was said, with yes and no as such."""
    said = {"yes": True, "no": False}
    found = ({name: typed.get(f"adult_{name}_{number}") for name in ADULT} for number in range(many))
    return tuple(
        _plain(one) | {name: said.get(str(one[name])) for name in ("same_household", "worry")}
        for one in found
        if any(one.values())
    )


def _plain(one: dict[str, Any]) -> dict[str, Any]:
    """Codes and days left out are nothing, words left out are empty."""
    return {
        name: value or (None if name in ("born_on", "expected_on", "sex", "relation") else "")
        for name, value in one.items()
    }


def _day(label: str, called: str, earliest: date, latest: date) -> DayField:
    return DayField(label=label, called=called, required=False, earliest=earliest, latest=latest)


def _yes_no(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=YES_NO, widget=Radios)
