"""What OneChild asks of a password beyond Django's rules: not one's own name, and not too long to hash.

The rules are those of OWASP ASVS 4.0, level 2 (2.1): twelve to 128 characters, any characters, no rule about kinds of
characters, never a common one. Django's validators hold the least length and the list of common passwords.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError

LONGEST = 128


class NotYourName:
    """Refuses a password that is little more than the person's name or e-mail address, or the name of this service."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError where less than six characters are left when the names are taken out."""
        names = {"onechild", "password", "council"} | set(re.split(r"[^a-z0-9]+", _words_of(user)))
        left = password.lower()
        for name in sorted((name for name in names if len(name) >= 3), key=len, reverse=True):
            left = left.replace(name, "")
        if len(left) < 6:
            raise ValidationError(self.get_help_text(), code="names")

    def get_help_text(self) -> str:
        """This function will return the rule in words."""
        return "Choose a password that is not made of your name, your email address or the name of this service"


class NotTooLong:
    """Refuses a password of more than 128 characters; it is never cut."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError where the password is too long."""
        if len(password) > LONGEST:
            raise ValidationError(self.get_help_text(), code="long")

    def get_help_text(self) -> str:
        """This function will return the rule in words."""
        return f"Password must be {LONGEST} characters or fewer"


def _words_of(user: Any) -> str:
    return f"{getattr(user, 'name', '')} {getattr(user, 'email', '')}".lower()
