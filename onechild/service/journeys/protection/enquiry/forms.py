"""The forms of a section 47 enquiry: what was found and concluded, and a manager's answer."""

from __future__ import annotations

from typing import Any

from django import forms

from onechild.service.govuk.forms import Radios
from onechild.service.journeys.protection.fields import box
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models.enquiry_note import EnquiryOutcome

# What may follow where no conference is needed, as codes of the list `outcome`.
NEXT = [
    ("continue_assessment", "Go on with the assessment"),
    ("child_in_need_plan", "Child in need plan"),
    ("early_help", "Early help"),
    ("looked_after_request", "Ask for the child to be looked after"),
    ("no_further_action_section_47", "Nothing further"),
]
APPROVE, RETURN = "approve", "return"


class EnquiryForm(EditForm):
    """What is written in an enquiry; all may be left empty until it is sent."""

    childs_voice = box("What does the child say, in their own words?", rows=5)
    voice_not_heard = box("If the child could not be seen or heard, why?", rows=2)
    findings = box("What did you find?", rows=6, help_text="Facts, each with where you have it from.")
    family_views = box("What do the parents and family say?")
    partner_views = box("What do the agencies say?")
    medical = box("What did a medical examination find?", rows=2)
    analysis = box("What does it mean for this child?", rows=6)
    safety_plan = box("How is the child kept safe now, and who checks it?")
    concluded = forms.ChoiceField(
        label="What do you conclude?", choices=EnquiryOutcome.choices, required=False, widget=Radios
    )
    reason = box("Why?")


class AnswerForm(forms.Form):
    """A manager approves an enquiry, or returns it with what needs to change."""

    answer = forms.ChoiceField(
        label="What do you decide?",
        choices=[(APPROVE, "Approve this enquiry"), (RETURN, "Return it for edits")],
        widget=Radios,
    )
    next = forms.ChoiceField(label="What happens next?", choices=NEXT, required=False, widget=Radios)
    reason = box("Why?", rows=3, help_text="Where you approve.")
    changes = box("What needs to be changed?", rows=3, help_text="Where you return it.")

    def __init__(self, *args: Any, concluded: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.conference = concluded == EnquiryOutcome.CONTINUING_RISK
        if self.conference:
            del self.fields["next"]

    def clean(self) -> dict[str, Any]:
        """A reason always; and what happens next where no conference follows."""
        typed = super().clean() or {}
        if typed.get("answer") == RETURN and not typed.get("changes"):
            self.add_error("changes", "Say what needs to be changed")
        if typed.get("answer") == APPROVE:
            if not typed.get("reason"):
                self.add_error("reason", "Say why you approve it")
            if not self.conference and not typed.get("next"):
                self.add_error("next", "Say what happens next")
        return typed
