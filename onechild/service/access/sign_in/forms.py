"""What is asked of somebody who signs in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import password_validation

from onechild.service.access.models import User
from onechild.service.access.sign_in.passwords import LONGEST

WRONG = "Email address or password is not right"
WRONG_CODE = "The code is not right, was used before, or has run out. Wait for the next code and try again"


class SignInForm(forms.Form):
    """E-mail address and password. What is wrong of the two is never said."""

    email = forms.EmailField(
        label="Email address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    """A one-time code, or a recovery code in its place."""

    code = forms.CharField(
        label="One-time code",
        help_text="Six digits from your authenticator app, or one of your recovery codes",
        max_length=30,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "class": "govuk-input--width-10", "spellcheck": "false"}
        ),
    )


class FirstCodeForm(CodeForm):
    """The first code of a new authenticator."""

    def __init__(self, *args: Any, **others: Any) -> None:
        super().__init__(*args, **others)
        self.fields["code"].help_text = "The six digits that the app shows for OneChild"


class OwnForm(forms.Form):
    """A form about one's own account."""

    def __init__(self, *args: Any, user: User, **others: Any) -> None:
        super().__init__(*args, **others)
        self.user = user


class NewPasswordForm(OwnForm):
    """A password chosen: twice, since what is typed can't be seen; pasting is welcome."""

    password = forms.CharField(
        label="New password",
        help_text="At least 12 characters. Three or four words that do not belong together make a good one",
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="New password again",
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """This function will refuse a password that breaks the rules, or two that differ."""
        given = super().clean() or {}
        password = given.get("password")
        if password:
            try:
                password_validation.validate_password(password, self.user)
            except forms.ValidationError as broken:
                self.add_error("password", broken)
        if password and given.get("again") and password != given["again"]:
            self.add_error("again", "The two passwords are not the same")
        return given


class PresentPasswordForm(OwnForm):
    """The present password, asked again before what it protects is changed."""

    present = forms.CharField(
        label="Present password",
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_present(self) -> str:
        """This function will refuse a password that is not the account's."""
        given = str(self.cleaned_data["present"])
        if not self.user.check_password(given):
            raise forms.ValidationError("Present password is not right")
        return given


class ChangePasswordForm(PresentPasswordForm, NewPasswordForm):
    """The present password and the new one."""

    field_order = ("present", "password", "again")
