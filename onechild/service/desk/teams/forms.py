"""The forms of a team's pages: a look at a child who waits, and a caseload target for the team."""

from __future__ import annotations

from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.desk.standards.forms import StandardForm

# Roles that hold children; a manager has no target.
HOLDERS = (
    "social_worker",
    "newly_qualified",
    "senior_practitioner",
    "personal_adviser",
    "family_worker",
    "adult_practitioner",
    "supervising_social_worker",
)


class LookForm(forms.Form):
    """What a manager saw when they looked at a child who waits."""

    words = forms.CharField(
        label="What did you see, and what happens until there is a worker?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "5"}),
        help_text="Is the child safe meanwhile, who would notice if not, who visits, what can’t wait.",
        error_messages={"required": "Say what you saw and what happens until there is a worker"},
    )


class TargetForm(StandardForm):
    """A number from a day for the team, or for one role in it."""

    role = forms.ChoiceField(
        label="For whom?",
        required=False,
        help_text="A target for a role in this team goes before the team’s, and the team’s before the council’s.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        roles = codeset("worker_role")
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            ("", "Everybody in the team"),
            *((role, roles.label(role)) for role in HOLDERS),
        ]
        self.order_fields(["value", "role", "from_on", "past_too", "reason"])
