"""A request as the pages of signing in get it: with the real moment and the council's rules."""

from __future__ import annotations

from datetime import datetime

from onechild.service.access import viewer
from onechild.service.access.models import User
from onechild.service.access.sign_in.rules import SignInRules


class Request(viewer.Request):
    """With `clock`, the real moment even where a demonstration stands still, and `rules`."""

    clock: datetime
    rules: SignInRules


class SignedIn(Request):
    """A request of somebody signed in."""

    user: User
