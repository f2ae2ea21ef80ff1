"""The forms of employments and absences. Nobody and no reason is chosen beforehand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.formats.workforce_census.codes import DESTINATIONS, ORIGINS
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.workforce import choices
from onechild.service.journeys.workforce.employing import rules
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import Worker

LEAVING = ("resigned", "contract_ended", "retired", "dismissed", "died", "other")
FTE = {"min_value": 0.05, "max_value": 1.0, "help_text": "1 is full time."}


class BeginForm(forms.Form):
    """An employment that begins."""

    worker = forms.ChoiceField(
        label="Somebody the record knows",
        required=False,
        help_text="Whoever is or was employed here. Leave it empty for somebody new.",
    )
    name = forms.CharField(label="Or the name of somebody new", required=False, max_length=200)
    registration_number = forms.CharField(
        label="Their Social Work England number", required=False, max_length=20, help_text="Such as SW12345."
    )
    qualified_on = DayField(label="The day they qualified", called="the day they qualified", required=False)
    kind = forms.ChoiceField(label="How are they employed?", widget=Radios)
    role = forms.ChoiceField(label="Which role?")
    fte = forms.FloatField(label="Full-time equivalent", **FTE)  # type: ignore[arg-type]
    post = forms.ChoiceField(
        label="Which post do they fill?",
        required=False,
        help_text="Vacant posts. Leave it empty for somebody beyond the establishment.",
    )
    team = forms.ChoiceField(label="Which team do they work in?")
    started_on = DayField(label="From when?", called="the first day")
    start_origin = forms.ChoiceField(
        label="Where do they come from?",
        required=False,
        help_text="The workforce census asks it of people in the council’s employment.",
    )
    words = forms.CharField(label="Anything to note", required=False, max_length=1000, widget=forms.Textarea)
    rules_read = forms.BooleanField(
        label="I have read what the agency rules say, and go on",
        required=False,
        help_text="Asked for only where the rules say something.",
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        fields: dict[str, Any] = self.fields
        fields["worker"].choices = choices.NOBODY + choices.workers()
        fields["kind"].choices = choices.codes("employment_kind")
        fields["role"].choices = choices.NOBODY + choices.codes("worker_role")
        fields["post"].choices = choices.NOBODY + choices.vacant_posts(today)
        fields["team"].choices = choices.NOBODY + choices.teams(today)
        fields["start_origin"].choices = choices.NOBODY + list(ORIGINS.items())[:-1]
        fields["qualified_on"].latest, fields["qualified_on"].latest_words = today, "can’t be in the future"

    def clean(self) -> dict[str, Any]:
        """One worker, known or new; an agency worker's rules are read."""
        typed = super().clean() or {}
        if bool(typed.get("worker")) is bool(typed.get("name")):
            words = (
                "Choose somebody, or write the name of somebody new"
                if not typed.get("name")
                else "Choose one of the two"
            )
            self.add_error("worker", words)
        agency = typed.get("kind") == "agency"
        if typed.get("kind") and not agency and not typed.get("start_origin"):
            self.add_error("start_origin", "Say where they come from, or that it is not known")
        asked = agency and typed.get("started_on") and not typed.get("rules_read") and not self.errors
        if asked and (said := self._rules(typed)):
            self.add_error("rules_read", f"{' '.join(said)} Source: {rules.GUIDANCE}. Tick to go on.")
        return typed

    def _rules(self, typed: dict[str, Any]) -> list[str]:
        worker = Worker.objects.filter(pk=typed["worker"]).first() if typed["worker"] else None
        return rules.said_of(
            worker_id=worker.pk if worker else None,
            qualified_on=worker.qualified_on if worker else typed.get("qualified_on"),
            on=typed["started_on"],
            today=self.today,
        )


class HoursForm(EditForm):
    """Other hours from a day."""

    fte = forms.FloatField(label="Full-time equivalent from then on", **FTE)  # type: ignore[arg-type]
    on = DayField(label="From when?", called="the day the hours change")


class ConvertForm(EditForm):
    """An agency worker becomes permanent."""

    last_day = DayField(
        label="What is the last day of the agency assignment?",
        called="the last day of the assignment",
        help_text="The permanent employment begins the day after.",
    )
    fte = forms.FloatField(label="Full-time equivalent", **FTE)  # type: ignore[arg-type]
    post_id = forms.ChoiceField(label="Which post do they fill?", required=False)
    words = forms.CharField(
        label="What made it work?",
        required=False,
        max_length=1000,
        widget=forms.Textarea,
        help_text="What others could learn from it.",
    )

    def __init__(self, *args: Any, posts: choices.Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options["posts"] = posts
        self.fields["post_id"].choices = choices.NOBODY + posts  # type: ignore[attr-defined]


class LeaveForm(EditForm):
    """Somebody leaves."""

    last_day = DayField(label="What is their last day?", called="the last day")
    reason = forms.ChoiceField(label="Why do they leave?", widget=Radios)
    words = forms.CharField(
        label="In their own words, where they gave any",
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text="Nothing about health. Those who keep the workforce read it, and nobody else.",
    )
    destination = forms.ChoiceField(label="Where do they go?", help_text="The workforce census asks it.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["reason"].choices = [one for one in choices.codes("employment_end_reason") if one[0] in LEAVING]
        fields["destination"].choices = choices.NOBODY + list(DESTINATIONS.items())


class AwayForm(forms.Form):
    """An absence with its kind."""

    kind = forms.ChoiceField(label="What kind of absence?", widget=Radios)
    first_day = DayField(label="What is the first day?", called="the first day")
    last_day = DayField(
        label="What is the last day, if it is known?", called="the last day", required=False, help_text="Counted too."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = choices.codes("absence_kind")  # type: ignore[attr-defined]


class BackForm(EditForm):
    """The day that somebody is back."""

    ended_on = DayField(label="From when are they back?", called="the day they are back")
