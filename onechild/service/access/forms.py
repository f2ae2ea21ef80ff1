"""What people are asked for when they restrict, bar, or break the glass."""

from __future__ import annotations

from typing import Any

from django import forms

from onechild.service.access.models import User
from onechild.service.access.restrictions import CLASSES, GLASS_REASONS, MOST_HOURS, USUAL_HOURS
from onechild.service.govuk.forms import DayField, Radios


class AccountField(forms.EmailField):
    """Somebody with an account, by the e-mail address they sign in with."""

    def clean(self, value: Any) -> Any:
        """This function will return the account, or say that there is none."""
        email = super().clean(value)
        user = User.objects.filter(email__iexact=email, is_active=True).first() if email else None
        if email and user is None:
            raise forms.ValidationError("There is no account with this e-mail address")
        return user


class GlassForm(forms.Form):
    """Why a record must be opened, and for how long. Nothing is chosen beforehand but the usual time."""

    reason = forms.ChoiceField(label="Why must you open it?", choices=list(GLASS_REASONS.items()), widget=Radios)
    words = forms.CharField(
        label="Say what has happened",
        help_text="The child’s manager reads this.",
        max_length=2000,
        widget=forms.Textarea,
    )
    hours = forms.IntegerField(
        label="For how many hours?",
        help_text=f"At most {MOST_HOURS}. You can end it sooner.",
        min_value=1,
        max_value=MOST_HOURS,
        initial=USUAL_HOURS,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-2"}),
    )


class HiddenGlassForm(GlassForm):
    """The same for a record that the asker was not told of."""

    child = forms.CharField(
        label="The child’s id",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ("child", "reason", "words", "hours")


class WordsForm(forms.Form):
    """A reason in words."""

    words = forms.CharField(label="Why?", max_length=2000, widget=forms.Textarea)


class RestrictForm(forms.Form):
    """Why a record is restricted, and the first person who may open it."""

    restriction = forms.ChoiceField(
        label="Why is it restricted?", choices=[(one.key, one.words) for one in CLASSES.values()], widget=Radios
    )
    reason = forms.CharField(label="Say more", max_length=2000, widget=forms.Textarea)
    person = AccountField(
        label="Who may open it? Their e-mail address",
        help_text="You can name more people afterwards.",
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class PersonForm(forms.Form):
    """Somebody to be named."""

    person = AccountField(
        label="Name somebody: their e-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class BarForm(forms.Form):
    """Who is barred from which child, and why."""

    child = forms.CharField(
        label="The child’s id",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    person = AccountField(
        label="The e-mail address of who is barred",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    worker = forms.CharField(
        label="Or their id as a worker",
        help_text="Where they have no account yet.",
        required=False,
        max_length=50,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(label="Why?", help_text="Such as: a relative of the child.", max_length=500)


class BetweenForm(forms.Form):
    """Two days, both included."""

    since = DayField(label="From", called="the first day", required=False)
    until = DayField(label="To", called="the last day", required=False)
