"""The forms of a child in need plan: what it says, its outcomes and actions, a meeting or review, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.journeys.support.actions.reviews import Towards
from onechild.service.journeys.support.fields import number, words, yes_no
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import MeetingPart, PlanOutcome

SOMEBODY_ELSE = ("", "Somebody else: name them below")
FOUND = [("not_yet", "Not yet"), ("met", "It is met"), ("dropped", "It no longer matters")]
# A plan ends so; it becomes a protection plan at a conference.
BEFORE_OUTCOMES = ("kind", "held_on", "family_came", "came", "childs_words", "family_words")
ENDS = ("closed", "early_help", "looked_after", "moved", "turned_18", "died", "other")


class LivingPlanForm(EditForm):
    """What may be edited of a plan for as long as it lasts."""

    why = words("Why is there a plan?", help_text="The worries, and what the family already does well.", required=False)
    childs_voice = words("What does the child say?", help_text="Their own words, as near as you can.", required=False)
    family_views = words("What does the family say?", required=False)
    agreed_by_family = yes_no("Does the family agree with the plan?", required=False)
    agreed_words = words("Who agrees, and what do they not agree with?", required=False, rows=3)
    if_worse = words(
        "What happens if things get worse?",
        help_text="Who does what, and what would make you think again.",
        required=False,
    )
    next_review_on = DayField(label="When is it reviewed next?", called="the day of the next review", required=False)

    def __init__(self, *args: Any, today: date, most_days: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"today": today, "most_days": most_days}
        self.today, self.most_days = today, most_days


class PlanForm(LivingPlanForm):
    """A plan that is being written: with when it was agreed, and how often the child is seen."""

    begins_on = DayField(
        label="On what day was it agreed with the family?",
        called="the day the plan was agreed",
        required=False,
        help_text="The plan begins on this day, once a manager has approved it.",
    )
    visit_every_days = number("Every how many days is the child seen?", required=False)
    short_package = yes_no("Is it a lower-level package for a disabled child?", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["begins_on"].latest = self.today  # type: ignore[attr-defined]
        self.fields["begins_on"].latest_words = "can’t be in the future"  # type: ignore[attr-defined]
        self.fields[
            "visit_every_days"
        ].help_text = (
            f"Leave it empty for the council’s own standard. A plan may only ask for more: 1 to {self.most_days} days."
        )

    def clean_visit_every_days(self) -> int | None:
        """A plan is never looser than the council’s own standard."""
        asked: int | None = self.cleaned_data["visit_every_days"]
        if asked is not None and asked > self.most_days:
            raise forms.ValidationError(f"Enter 1 to {self.most_days}: a plan may only ask for more visits")
        return asked


class ActionForm(forms.Form):
    """What somebody agreed to do."""

    what = words("What will be done?", rows=2)
    owner = forms.ChoiceField(label="Who does it?", required=False)
    owner_words = forms.CharField(
        label="Somebody else’s name, and who they are", required=False, max_length=200, help_text="Such as “Mum”."
    )
    by_when = DayField(label="By when?", called="the day by which it is done")

    def __init__(self, *args: Any, workers: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].choices = [SOMEBODY_ELSE, *workers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody does it."""
        typed = super().clean() or {}
        if not typed.get("owner") and not typed.get("owner_words"):
            self.add_error("owner", "Choose who does it, or name somebody else")
        return typed


class OutcomeForm(ActionForm):
    """What will be different for the child, and the first thing that somebody does for it."""

    worry = words("What are you worried about?", rows=3)
    outcome = words("What will be different for the child?", rows=3)
    known_by = words("How will everybody know?", rows=2)
    due_on = DayField(label="By when?", called="the day by which it is different")

    field_order = ("worry", "outcome", "known_by", "due_on", "what", "owner", "owner_words", "by_when")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["what"].label = "What is the first thing that will be done?"
        self.fields["by_when"].label = "By when will that be done?"


class DoneForm(forms.Form):
    """An action that was done."""

    done_on = DayField(label="When was it done?", called="the day it was done")
    done_words = words("What came of it?", required=False, rows=3)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["done_on"].latest = today  # type: ignore[attr-defined]
        self.fields["done_on"].latest_words = "can’t be in the future"  # type: ignore[attr-defined]


class ReviewForm(forms.Form):
    """A child in need meeting, or a review of the plan."""

    kind = forms.ChoiceField(
        label="What was it?",
        choices=[("review", "A review of the plan"), ("meeting", "A meeting, not a review")],
        widget=Radios,
    )
    held_on = DayField(label="When was it held?", called="the day of the meeting")
    came = forms.CharField(
        label="Who else was there?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "4"}),
        help_text="One a line, such as “Ms Ahmed, school”.",
    )
    family_came = forms.MultipleChoiceField(
        label="Of the family, who was there?",
        required=False,
        choices=[("child", "The child"), ("parent", "A parent or carer"), ("family", "Others of the family")],
        widget=Checkboxes,
    )
    childs_words = words("What did the child say, there or before it?", rows=3)
    family_words = words("What did the family say?", required=False, rows=3)
    said = words("What was said and agreed?")
    plan_continues = yes_no("Does the plan go on?", required=False, help_text="Answer this for a review.")
    next_on = DayField(label="When is the next one?", called="the day of the next meeting", required=False)

    def __init__(
        self, *args: Any, outcomes: Sequence[PlanOutcome], today: date, began_on: date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.outcomes, day = outcomes, self.fields["held_on"]
        day.latest, day.earliest = today, began_on  # type: ignore[attr-defined]
        day.latest_words = "can’t be in the future"  # type: ignore[attr-defined]
        for place, outcome in enumerate(outcomes):
            self.fields[f"found_{place}"] = forms.ChoiceField(
                label=f"Has this changed: {outcome.outcome}", choices=FOUND, widget=Radios
            )
            self.fields[f"towards_{place}"] = words(
                "What has changed, or why does it no longer matter?", required=False, rows=2
            )
        asked = [f"{part}_{place}" for place in range(len(outcomes)) for part in ("found", "towards")]
        self.order_fields([*BEFORE_OUTCOMES, *asked, "said", "plan_continues", "next_on"])

    def towards(self) -> list[Towards]:
        """What was found of each outcome."""
        return [
            Towards(
                outcome=outcome, found=self.cleaned_data[f"found_{place}"], words=self.cleaned_data[f"towards_{place}"]
            )
            for place, outcome in enumerate(self.outcomes)
        ]

    def came_by_part(self) -> list[tuple[str, str]]:
        """Who was there, each with the part they had."""
        family = dict(MeetingPart.choices)
        told = [(str(family[part]), part) for part in self.cleaned_data["family_came"]]
        return told + [(line.strip(), "other") for line in self.cleaned_data["came"].splitlines() if line.strip()]

    def clean(self) -> dict[str, Any]:
        """A review says whether the plan goes on; what is met or given up says how that is known, or why."""
        typed = super().clean() or {}
        if (
            typed.get("kind") == "review"
            and typed.get("plan_continues") is None
            and "plan_continues" not in self.errors
        ):
            self.add_error("plan_continues", "Say whether the plan goes on")
        for place in range(len(self.outcomes)):
            if typed.get(f"found_{place}") in ("met", "dropped") and not typed.get(f"towards_{place}"):
                self.add_error(f"towards_{place}", "Say how you know, or why it no longer matters")
        return typed


class SettleForm(forms.Form):
    """An outcome that is met, or given up."""

    found = forms.ChoiceField(label="What became of it?", choices=FOUND[1:], widget=Radios)
    on = DayField(label="Since when?", called="the day")
    said = words("How do you know, or why does it no longer matter?", rows=3, missing="Say how you know, or why")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].latest = today  # type: ignore[attr-defined]
        self.fields["on"].latest_words = "can’t be in the future"  # type: ignore[attr-defined]


class OverseeForm(forms.Form):
    """What a manager saw on looking at a plan."""

    said = words(
        "What did you see, and what must happen?",
        help_text="Is the child safe? Does the plan do its work? What will be different by the next time?",
    )
    next_by = DayField(label="Look at it again by", called="the day to look at it again", required=False)


class EndForm(forms.Form):
    """The end of a plan, and why."""

    reason = forms.ChoiceField(label="Why does the plan end?", widget=Radios)
    on = DayField(label="On what day does it end?", called="the day the plan ends")
    organisation = forms.CharField(
        label="If early help goes on: who helps, by name and service?", required=False, max_length=200
    )
    seen = words("What did you read or hear before you decided?", rows=2)
    said = words("Why is this safe for the child now?", missing="Say why")

    def __init__(self, *args: Any, today: date, began_on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        codes = codeset("plan_end_reason")
        self.fields["reason"].choices = [(code, codes.label(code)) for code in ENDS]  # type: ignore[attr-defined]
        day = self.fields["on"]
        day.latest, day.earliest = today, began_on  # type: ignore[attr-defined]
        day.latest_words = "can’t be in the future"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nobody is stepped down to nobody."""
        typed = super().clean() or {}
        if typed.get("reason") == "early_help" and not typed.get("organisation"):
            self.add_error("organisation", "Name who helps the family from now on")
        return typed
