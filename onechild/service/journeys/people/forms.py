"""The forms about the people around a child. Nothing is chosen for anybody; "not known" is an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.people.finding import SOMEBODY_NEW, Likely
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import AdultContactKind, Relationship, ResponsibilityGround

YES_NO_UNKNOWN = [("yes", "Yes"), ("no", "No"), ("unknown", "Not known")]
ANSWERS = {"yes": True, "no": False, "unknown": None}
PARENTS = ("mother", "father", "step_parent", "adoptive_parent", "special_guardian", "carer", "parents_partner")
NOTED = ("responsible_from", "ground", "known_how", "words")
NOT_TO_COME = "can’t be in the future"


def relation_choices() -> list[tuple[str, str]]:
    """This function will return what somebody may be to a child."""
    return [(one.code, one.label or one.code) for one in codeset("relation").codes]


class _Noted(forms.Form):
    """What is known of parental responsibility, and a word about the relationship."""

    responsible_from = DayField(
        label="Parental responsibility since when?",
        called="the day parental responsibility began",
        required=False,
        help_text="Leave it empty if not known.",
    )
    ground = forms.ChoiceField(
        label="What gives parental responsibility?",
        choices=[("", "Not asked, or none"), *ResponsibilityGround.choices],
        required=False,
    )
    known_how = forms.CharField(
        label="How do we know?",
        required=False,
        max_length=300,
        help_text="Such as: birth certificate seen on 3 March; told by the mother, not checked.",
    )
    words = forms.CharField(
        label="What else should a worker know about this relationship?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "3"}),
        help_text="How close it is, what help they give, what worries. A risk is a warning of its own.",
    )


def _answer(name: str) -> Any:
    return forms.ChoiceField(label=name, choices=YES_NO_UNKNOWN, widget=Radios)


class RelationForm(_Noted):
    """Somebody around the child: first the name is looked for, so that nobody is recorded twice."""

    kind = forms.ChoiceField(
        label="Is it an adult or a child?",
        choices=[("adult", "An adult"), ("child", "A child with a record here")],
        widget=Radios,
    )
    forename = forms.CharField(label="Given names", required=False, max_length=200)
    surname = forms.CharField(label="Family name", required=False, max_length=200)
    born_on = DayField(label="Date of birth", called="the date of birth", required=False)
    sex = forms.ChoiceField(
        label="Sex, if it is an adult", required=False, choices=[("", "Not known"), ("F", "Female"), ("M", "Male")]
    )
    person = forms.ChoiceField(label="Is it one of these?", required=False, widget=Radios)
    relation = forms.ChoiceField(label="What are they to the child?")
    parental_responsibility = _answer("Do they have parental responsibility?")
    same_household = _answer("Do they live with the child?")
    started_on = DayField(label="Since when?", called="the day it began", required=False,
                          help_text="When they came to be this to the child. Leave it empty if not known.")  # fmt: skip
    together = forms.BooleanField(label="Work with these children together, as one family group", required=False)
    field_order = (
        *("kind", "forename", "surname", "born_on", "sex", "person", "relation", "parental_responsibility"),
        *("responsible_from", "ground", "known_how", "same_household", "started_on", "words", "together"),
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["relation"].choices = [("", "Choose"), *relation_choices()]  # type: ignore[attr-defined]
        _not_to_come(self, today, "born_on", "started_on", "responsible_from")
        self.likely: Sequence[Likely] = ()
        self.offer(())

    def offer(self, likely: Sequence[Likely], *, ask: bool = False) -> None:
        """Ask whether it is one of those found; `ask` says that the answer is missing yet."""
        self.likely = likely
        a_child = self.data.get("kind") == "child" if self.is_bound else False
        nobody = [] if a_child else [(SOMEBODY_NEW, "None of these: somebody new")]
        field: Any = self.fields["person"]
        field.choices = [*((one.value, one.words) for one in likely), *nobody]
        field.widget.hints = {one.value: one.hint for one in likely}
        if ask:
            self.add_error("person", "Say whether it is one of these")

    def clean(self) -> dict[str, Any]:
        """A name is needed to look for somebody; a parent’s responsibility is asked of adults."""
        typed = super().clean() or {}
        if not typed.get("forename") and not typed.get("surname"):
            self.add_error("forename", "Enter a given name or a family name")
        if typed.get("kind") == "child" and typed.get("parental_responsibility") == "yes" and typed.get("relation") in (
            "sibling", "half_sibling"
        ):  # fmt: skip
            self.add_error("parental_responsibility", "A child has no parental responsibility for a brother or sister")
        return typed

    def noted(self) -> dict[str, Any]:
        """What is noted beside the relationship."""
        return {name: self.cleaned_data.get(name) for name in NOTED}


class RelationEditForm(EditForm, _Noted):
    """A relationship of ours, and what is known of it."""

    relation = forms.ChoiceField(label="What are they to the child?")
    parental_responsibility = _answer("Do they have parental responsibility?")
    same_household = _answer("Do they live with the child?")
    started_on = DayField(label="Since when?", called="the day it began", required=False)
    field_order = (
        *("relation", "parental_responsibility", "responsible_from", "ground", "known_how"),
        *("same_household", "started_on", "words"),
    )

    def __init__(self, *args: Any, today: date, row: Relationship, **options: Any) -> None:
        super().__init__(*args, row=row, **options)
        self.options["today"] = today
        self.fields["relation"].choices = relation_choices()  # type: ignore[attr-defined]
        _not_to_come(self, today, "started_on", "responsible_from")

    def _filled(self, row: Any) -> dict[str, Any]:
        """Yes, no and not known are said in words in the form."""
        filled = super()._filled(row)
        words = {value: key for key, value in ANSWERS.items()}
        return filled | {name: words[getattr(row, name)] for name in ("parental_responsibility", "same_household")}

    def own_fields(self) -> Iterator[BoundField]:
        """In the order in which they are asked."""
        return (self[name] for name in self.field_order)

    def columns(self) -> dict[str, Any]:
        """The row’s columns as typed."""
        typed = self.typed
        asked = {name: _meant(typed[name]) for name in ("parental_responsibility", "same_household")}
        return {"relation": typed["relation"], "started_on": typed["started_on"], **asked}

    def noted(self) -> dict[str, Any]:
        """What is noted beside the relationship."""
        return {name: self.cleaned_data.get(name) for name in NOTED}

    def words_of(self, name: str, value: Any) -> str:
        """Yes, no and not known, for a clash."""
        if name in ("parental_responsibility", "same_household"):
            return {True: "Yes", False: "No", None: "Not known"}.get(_meant(value), str(value))
        return super().words_of(name, value)


class AdultForm(EditForm):
    """When an adult was born, and whether they have died."""

    born_on = DayField(label="Date of birth", called="the date of birth", required=False)
    died_on = DayField(
        label="If they have died, when?",
        called="the day they died",
        required=False,
        help_text="No letter can then be sent to them.",
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options["today"] = today
        _not_to_come(self, today, "born_on", "died_on")

    def clean(self) -> dict[str, Any]:
        """Nobody dies before they are born."""
        typed = super().clean() or {}
        born, died = typed.get("born_on"), typed.get("died_on")
        if born and died and died < born:
            self.add_error("died_on", "The day they died must be after the date of birth")
        return typed


class NoteForm(_Noted):
    """What is noted beside a relationship that the case system keeps."""

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        _not_to_come(self, today, "responsible_from")

    def noted(self) -> dict[str, Any]:
        """What is noted."""
        return {name: self.cleaned_data.get(name) for name in NOTED}

    def clean(self) -> dict[str, Any]:
        """Something is noted."""
        typed = super().clean() or {}
        if not any(typed.get(name) for name in NOTED):
            raise forms.ValidationError("Say what is known, or go back.")
        return typed


class EndForm(EditForm):
    """The day from which somebody is no longer this to the child, and why."""

    ended_on = DayField(label="From when is it no longer so?", called="the day it ended")
    why = forms.CharField(label="What changed?", max_length=500, widget=forms.Textarea(attrs={"rows": "3"}))

    def __init__(self, *args: Any, today: date, started_on: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"today": today, "started_on": started_on}
        _not_to_come(self, today, "ended_on")
        self.fields["ended_on"].earliest = started_on  # type: ignore[attr-defined]


class ContactForm(forms.Form):
    """How to reach an adult, whether it is safe, and whether it may be told."""

    kind = forms.ChoiceField(label="What is it?", choices=AdultContactKind.choices, widget=Radios)
    value = forms.CharField(label="The address, number or e-mail address", max_length=500,
                            widget=forms.Textarea(attrs={"rows": "3"}))  # fmt: skip
    postcode = forms.CharField(label="Postcode, if it is an address", required=False, max_length=10)
    started_on = DayField(label="Since when?", called="the day it began", required=False)
    safe = forms.ChoiceField(
        label="Is it safe to write or ring there?",
        choices=YES_NO_UNKNOWN,
        widget=Radios,
        help_text="Somebody else may open the post, hear the message or read the screen.",
    )
    do_not_disclose = forms.ChoiceField(
        label="May it be told to others?",
        choices=[("yes", "Yes, as far as a letter’s check allows"), ("no", "No: it is not to be disclosed to anybody")],
        widget=Radios,
    )
    words = forms.CharField(label="What should a worker know before using it?", required=False, max_length=500)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        _not_to_come(self, today, "started_on")

    def columns(self) -> dict[str, Any]:
        """The row’s columns."""
        typed = dict(self.cleaned_data)
        return typed | {"safe": ANSWERS[typed["safe"]], "do_not_disclose": typed["do_not_disclose"] == "no"}


class EndContactForm(EditForm):
    """The day from which an adult is no longer reached there."""

    ended_on = DayField(label="From when are they no longer reached there?", called="the day it ended")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options["today"] = today
        _not_to_come(self, today, "ended_on")


def _meant(value: Any) -> bool | None:
    return ANSWERS[value] if isinstance(value, str) and value in ANSWERS else value


def _not_to_come(form: forms.Form, today: date, *names: str) -> None:
    for name in names:
        form.fields[name].latest = today  # type: ignore[attr-defined]
        form.fields[name].latest_words = NOT_TO_COME  # type: ignore[attr-defined]
