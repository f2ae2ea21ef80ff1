"""Takes away what signing in no longer needs; for the nightly job."""

from __future__ import annotations

from datetime import datetime, timedelta

from onechild.service.access.sign_in.models import Session, SignInLink
from onechild.service.access.sign_in.rates import forget_counts
from onechild.service.access.sign_in.rules import SignInRules

LINKS_KEPT = timedelta(days=30)


def tidy(*, now: datetime, rules: SignInRules) -> None:
    """Take away sessions that are over, links of a month ago, and counts of yesterday.

    A session that nobody came back to is kept for a day after its end, for the form that may still be sent from it.
    """
    day_ago = now - timedelta(days=1)
    Session.objects.filter(expires_at__lt=day_ago, last_used_at__lt=day_ago - rules.idle).delete()
    Session.objects.filter(user=None, expires_at__lt=now).delete()
    SignInLink.objects.filter(expires_at__lt=now - LINKS_KEPT).delete()
    forget_counts(now=now)
