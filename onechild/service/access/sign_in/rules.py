"""The council's rules of signing in, as config read them from the settings: on every request as `request.rules`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, kw_only=True)
class SignInRules:
    """How long things last and what is asked for.

    `codes`: a one-time code is asked of every local account (a demonstration asks none).
    `single_sign_on`: what the council calls its own sign-in; empty where there is none.
    """

    idle: timedelta
    whole: timedelta
    tries: int
    locked_for: timedelta
    codes: bool = True
    single_sign_on: str = ""


LINK_LASTS = timedelta(hours=24)
PENDING_LASTS = timedelta(minutes=10)
RECOVERY_CODES = 10
