"""The form of what a homeless young person was told and chose."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import Radios
from onechild.service.journeys.sensitive.actions.homeless import BED_AND_BREAKFAST, PLACES, REFUSED, Chosen
from onechild.service.journeys.sensitive.forms.fields import day, not_to_come, text, yes_no
from onechild.service.record.models.homeless_choice import HomelessOutcome

OUTCOME_HINTS = {
    HomelessOutcome.SECTION_20.value: "A social worker, a care plan, reviews, and support as a care leaver later.",
    HomelessOutcome.SECTION_17.value: "A home and support under section 17, and not looked after.",
    HomelessOutcome.HOUSING.value: "Only after an informed choice against section 20.",
}


class ChoiceForm(forms.Form):
    """Tonight first; then what was explained and how; then the choice, in the young person's own words."""

    happened_on = day("When did you talk?", "the day you talked")
    safe_tonight = yes_no("Do they have somewhere safe tonight?")
    place = forms.ChoiceField(label="Where do they sleep tonight?", choices=PLACES, widget=Radios)
    place_words = text("Where, with whom, and how do you know that it is safe?", needed=False, rows=2)
    section_17_explained = yes_no(
        "Was section 17 explained?", hint="Help and a home as a child in need, without being looked after."
    )
    section_20_explained = yes_no(
        "Was section 20 explained?",
        hint="Being looked after: a worker, a plan, and rights as a care leaver to 25 that section 17 does not give.",
    )
    explained_how = text("How was it explained, by whom, and how do you know they understood?", needed=False, rows=3)
    advocate_offered = yes_no("Was an independent advocate offered?")
    advocate_accepted = yes_no("Did they want one?", needed=False)
    choice = forms.ChoiceField(
        label="How are they helped?", choices=HomelessOutcome.choices, widget=Radios(hints=OUTCOME_HINTS)
    )
    childs_words = text(
        "What do they say, in their own words?", needed=False, hint="What they choose and why. It may change."
    )
    housing_words = text("What does housing say?", needed=False, rows=2)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_to_come(self, today, "happened_on")

    def clean(self) -> dict[str, Any]:
        """Bed and breakfast is refused; nobody chooses uninformed; a choice is in the young person's own words."""
        typed = super().clean() or {}
        if typed.get("place") == BED_AND_BREAKFAST:
            self.add_error("place", REFUSED)
        if typed.get("place") == "none" and typed.get("safe_tonight"):
            self.add_error("place", "You said that they have somewhere safe tonight. Say where")
        explained = [typed.get(f"section_{number}_explained") for number in (17, 20)]
        decided = typed.get("choice") not in (None, HomelessOutcome.UNDECIDED)
        if decided and False in explained:
            self.add_error("choice", "Explain both sections before they choose, or record it as not decided yet")
        if decided and not typed.get("childs_words"):
            self.add_error("childs_words", "Write what they say, in their own words")
        if any(explained) and not typed.get("explained_how"):
            self.add_error("explained_how", "Say how it was explained, and by whom")
        return typed

    def chosen(self) -> Chosen:
        """This function will return what was typed, as the action takes it."""
        typed = dict(self.cleaned_data)
        return Chosen(on=typed.pop("happened_on"), **typed)
