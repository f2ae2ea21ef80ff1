"""The forms of a child's own pages: the timeline's filter, the child's details, names and warnings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.govuk.words import date_only
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import WarningKind
from onechild.service.record.queries.timeline import PARTS

NOTHING = [("", "")]
A_YEAR_ON = "must be within a year"
PREGNANCY = timedelta(weeks=40)


class TimelineFilter(forms.Form):
    """Which parts of the timeline to show, between which days."""

    part = forms.MultipleChoiceField(
        label="Show",
        choices=list(PARTS.items()),
        required=False,
        widget=Checkboxes,
        help_text="Nothing ticked shows all.",
    )
    significant = forms.BooleanField(label="Only what is marked as significant", required=False)
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)


class DetailsForm(EditForm):
    """What a user says of the child; an empty answer leaves what the case system says."""

    first_language = forms.CharField(label="First language", required=False, max_length=100)
    interpreter = forms.CharField(
        label="Interpreter", required=False, max_length=200, help_text="Who needs one, for which language or sign."
    )
    pronouns = forms.CharField(
        label="Pronouns",
        required=False,
        max_length=50,
        help_text="In the child’s own words, such as she/her. Leave it empty if not known.",
    )
    gender = forms.ChoiceField(label="Gender, in the child’s own words", required=False, widget=Radios)
    gender_words = forms.CharField(
        label="How the child describes it",
        required=False,
        max_length=100,
        help_text="Where the child prefers to self-describe.",
    )
    nationality = forms.CharField(label="Nationality", required=False, max_length=100)
    ethnicity = forms.ChoiceField(label="Ethnicity", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["gender"].choices = _choices("ssd_gender", but=("00",))  # type: ignore[attr-defined]
        self.fields["ethnicity"].choices = NOTHING + _choices("ethnicity")  # type: ignore[attr-defined]


class BirthForm(EditForm):
    """When a child whose record was made here was or will be born, the sex registered, and when the child died."""

    born_on = DayField(
        label="When was the child born?",
        called="the day of birth",
        required=False,
        help_text="Leave it empty for a child who is not born yet.",
    )
    expected_on = DayField(
        label="If not born yet, when is the baby due?",
        called="the day the baby is due",
        required=False,
        help_text="A day of birth takes its place.",
    )
    sex = forms.TypedChoiceField(label="Sex, as registered", required=False, widget=Radios, empty_value=None)
    died_on = DayField(
        label="If the child has died, when?",
        called="the day the child died",
        required=False,
        help_text="Everybody who opens the record is told. End what is still open on pages of its own.",
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options["today"] = today
        for name in ("born_on", "died_on"):
            self.fields[name].latest = today  # type: ignore[attr-defined]
            self.fields[name].latest_words = "can’t be in the future"  # type: ignore[attr-defined]
        self.fields["expected_on"].latest = today + PREGNANCY  # type: ignore[attr-defined]
        self.fields["expected_on"].latest_words = "must be within 40 weeks"  # type: ignore[attr-defined]
        sexes = [(one.code, one.label or one.code) for one in codeset("sex").codes_on(today)]
        self.fields["sex"].choices = sexes  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nobody dies before they are born, whichever of two values was chosen."""
        typed = super().clean() or {}
        if not self.errors:
            kept = self.typed
            if kept["born_on"] and kept["died_on"] and kept["died_on"] < kept["born_on"]:
                self.add_error("died_on", "The day the child died must be on or after the day of birth")
        return typed


class NameForm(forms.Form):
    """A name that the child has, from a day."""

    forename = forms.CharField(label="Given names", max_length=200)
    surname = forms.CharField(label="Family name", required=False, max_length=200)
    kind = forms.ChoiceField(
        label="What name is it?",
        widget=Radios(hints={"used": "What the child is called. Pages lead with it."}),
        choices=[("used", "Name used"), ("legal", "Legal name"), ("earlier", "Earlier name")],
    )
    started_on = DayField(
        label="From when", called="the day the name began", required=False, help_text="Leave it empty if not known."
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["started_on"].latest = today  # type: ignore[attr-defined]


class EndNameForm(EditForm):
    """The day from which a name is no longer the child's."""

    ended_on = DayField(label="From when is it no longer the child’s name?", called="the day the name ended")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options["today"] = today
        self.fields["ended_on"].latest = today  # type: ignore[attr-defined]


class WarningForm(forms.Form):
    """A new warning. The table refuses what this form asks for in words."""

    kind = forms.ChoiceField(label="What is the warning about?", choices=WarningKind.choices, widget=Radios)
    words = forms.CharField(
        label="What must people know before they visit, ring or write?",
        max_length=2000,
        widget=forms.Textarea,
        help_text="Say what to do, and why. Write it so that the person could read it.",
    )
    adult = forms.ChoiceField(
        label="Which adult is it about?",
        required=False,
        help_text="The warning then stands at this adult’s name, wherever it is shown.",
    )
    started_on = DayField(label="From when", called="the day the warning starts")
    review_by = DayField(label="Look at it again by", called="the day to look at it again", help_text="Within a year.")
    told = forms.TypedChoiceField(
        label="Has the person it is about been told of it?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=Radios,
    )
    told_on = DayField(label="When were they told?", called="the day the person was told", required=False)
    told_how = forms.CharField(label="How?", required=False, max_length=200)
    not_told_reason = forms.CharField(
        label="If they have not been told, why not?", required=False, max_length=1000, widget=forms.Textarea
    )
    manager = forms.ChoiceField(label="Which manager did you discuss it with?")
    discussed_on = DayField(label="When did you discuss it?", called="the day you discussed it with the manager")

    def __init__(
        self,
        *args: Any,
        today: date,
        adults: Iterable[tuple[str, str]],
        managers: Iterable[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        for name in ("started_on", "told_on", "discussed_on"):
            self.fields[name].latest = today  # type: ignore[attr-defined]
            self.fields[name].latest_words = "can’t be in the future"  # type: ignore[attr-defined]
        self.fields["review_by"].latest = year_after(today)  # type: ignore[attr-defined]
        self.fields["review_by"].latest_words = _within_a_year(today)  # type: ignore[attr-defined]
        self.fields["adult"].choices = [("", "Nobody in particular"), *adults]  # type: ignore[attr-defined]
        self.fields["manager"].choices = [("", "Choose a manager"), *managers]  # type: ignore[attr-defined]
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Ask for what goes together: when they were told, or why not; a review that comes after the start."""
        typed = super().clean() or {}
        if typed.get("told") and not typed.get("told_on") and "told_on" not in self.errors:
            self.add_error("told_on", "Enter the day the person was told")
        if typed.get("told") is False and not typed.get("not_told_reason"):
            self.add_error("not_told_reason", "Say why the person has not been told")
        started, review = typed.get("started_on"), typed.get("review_by")
        if review and (review <= self.today or (started and review <= started)):
            self.add_error("review_by", "The day to look at it again must be in the future")
        return typed


class RenewForm(EditForm):
    """A warning looked at again and kept in force."""

    words = forms.CharField(label="What must people know now?", max_length=2000, widget=forms.Textarea)
    reviewed_words = forms.CharField(
        label="What did you find, and why does it still stand?", max_length=1000, widget=forms.Textarea
    )
    review_by = DayField(label="Look at it again by", called="the day to look at it again", help_text="Within a year.")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options["today"] = self.today = today
        self.fields["review_by"].latest = year_after(today)  # type: ignore[attr-defined]
        self.fields["review_by"].latest_words = _within_a_year(today)  # type: ignore[attr-defined]

    def clean_review_by(self) -> date:
        """A review by today would be no review."""
        day: date = self.cleaned_data["review_by"]
        if day <= self.today:
            raise forms.ValidationError("The day to look at it again must be in the future")
        return day


class EndWarningForm(EditForm):
    """A warning that no longer stands."""

    ended_on = DayField(label="From when does it no longer stand?", called="the day the warning ends")
    end_reason = forms.CharField(label="Why?", max_length=1000, widget=forms.Textarea)

    def __init__(self, *args: Any, today: date, started_on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"today": today, "started_on": started_on}
        self.fields["ended_on"].latest = today  # type: ignore[attr-defined]
        self.fields["ended_on"].latest_words = "can’t be in the future"  # type: ignore[attr-defined]
        self.fields["ended_on"].earliest = started_on  # type: ignore[attr-defined]


def year_after(day: date) -> date:
    """This function will return the same day a year on; 28 February for a leap day."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)


def _within_a_year(today: date) -> str:
    return f"{A_YEAR_ON}: by {date_only(year_after(today))}"


def _choices(codes: str, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(one.code, one.label or one.code) for one in codeset(codes).codes if one.code not in but]
