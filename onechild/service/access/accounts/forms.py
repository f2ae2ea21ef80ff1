"""What an administrator is asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.service.access.accounts.queries import teams_on
from onechild.service.access.models import User
from onechild.service.access.roles import ROLES
from onechild.service.govuk.forms import DayField
from onechild.service.record.models import Worker


class RoleForm(forms.Form):
    """A role, where, from when, until when, and why."""

    role = forms.ChoiceField(label="Role")
    team = forms.ChoiceField(label="Team", required=False)
    starts = DayField(label="First day", called="the first day", help_text="Leave empty for today", required=False)
    ends = DayField(
        label="Ends on", called="the day it ends", help_text="Leave empty where no end is known", required=False
    )
    reason = forms.CharField(
        label="Why do they need it?", max_length=500, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, today: date, **others: Any) -> None:
        super().__init__(*args, **others)
        self.today = today
        self.fields["role"].choices = [("", ""), *((role.key, role.name) for role in ROLES)]  # type: ignore[attr-defined]
        self.fields["team"].choices = teams_on(today)  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """This function will return what was asked for, as `actions.give_role` takes it."""
        given = self.cleaned_data
        return {
            "role": given["role"],
            "team_id": given["team"] or None,
            "on": given["starts"] or self.today,
            "ends": given["ends"],
            "reason": given["reason"],
        }


class AccountForm(RoleForm):
    """Somebody new, with their first role."""

    name = forms.CharField(label="Name", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(
        label="Email address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    worker = forms.CharField(
        label="Worker’s id",
        help_text="As in the council’s case system. Leave empty where they are nobody’s worker",
        max_length=50,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"}),
    )

    field_order = ("name", "email", "worker", "role", "team", "starts", "ends", "reason")

    def clean_worker(self) -> str:
        """This function will refuse the id of a worker that there is not, or who has an account."""
        given = str(self.cleaned_data["worker"]).strip()
        if given and not Worker.objects.filter(pk=given).exists():
            raise forms.ValidationError("There is no worker with this id")
        if given and User.objects.filter(worker_id=given, is_active=True).exists():
            raise forms.ValidationError("There is an account for this worker already")
        return given


class ReasonForm(forms.Form):
    """Why something is done to an account."""

    reason = forms.CharField(label="Why?", max_length=500, widget=forms.TextInput(attrs={"autocomplete": "off"}))


class LinkForm(ReasonForm):
    """Why a link is made, and whether the phone is lost."""

    lost = forms.BooleanField(
        label="Their phone is lost: let them set up another, and end all their sessions", required=False
    )
