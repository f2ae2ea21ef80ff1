"""The partner's form: the questions of a contact, whether a child is in danger now, two traps that no person meets."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.signing import BadSignature, Signer
from django.utils.crypto import get_random_string

from onechild.service.govuk.forms import Radios
from onechild.service.record.intake_form import IntakeForm, Told
from onechild.service.record.intake_form.choices import YES_NO
from onechild.service.record.intake_form.parts import Line
from onechild.service.record.intake_form.told import is_professional

TOO_QUICK = timedelta(seconds=2)
SIGNER = Signer(salt="onechild.partner_form")


class PartnerForm(IntakeForm):
    """What anybody may tell. `once` is made with the page: the same words under it are one contact, sent twice."""

    danger = forms.ChoiceField(label="Is a child in danger right now?", choices=YES_NO, widget=Radios)
    website = Line(limit=200, label="Leave this box empty")
    once = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["website"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}

    def clean(self) -> dict[str, Any]:
        """Somebody who writes in their work can be reached; a machine is asked to send again, and a person can."""
        typed = super().clean()
        reached = {"referrer_phone", "referrer_email"}
        answered = any(typed.get(one) or one in self.errors for one in reached)
        if is_professional(typed.get("source_kind")) and not answered:
            self.add_error("referrer_phone", "Give a telephone number or an email, so that we can reach you")
        if typed.get("website"):
            self.add_error("website", "Empty this box, then send again")
        if not self._long_enough():
            self.add_error(None, "Please check what you typed, then press “Send this to the front door” again")
        return typed

    def told(self) -> Told:
        """What was told, marked as urgent where a child is in danger now."""
        told = super().told()
        danger = self.cleaned_data.get("danger") == "yes"
        marked = {"urgent": True if danger else None, "urgent_words": "The sender says: a child is in danger now."}
        return Told(
            intake=told.intake | (marked if danger else {"urgent": None, "urgent_words": ""}),
            children=told.children,
            adults=told.adults,
        )

    @property
    def key(self) -> str:
        """The one-time key of the page that was sent."""
        return _opened(str(self.data.get("once") or ""))[0]

    def _long_enough(self) -> bool:
        key, made = _opened(str(self.data.get("once") or ""))
        return bool(key) and self.moment.timestamp() - made >= TOO_QUICK.total_seconds()


def new_once(now: datetime) -> str:
    """This function will return a new one-time key for a page, with the moment it was made, signed."""
    return SIGNER.sign(f"{get_random_string(22)}.{int(now.timestamp())}")


def _opened(once: str) -> tuple[str, int]:
    """The key and its moment; nothing where it is not ours."""
    try:
        key, made = SIGNER.unsign(once.replace("\0", "")).rsplit(".", 1)
    except BadSignature:
        return "", 0
    return key, int(made)
