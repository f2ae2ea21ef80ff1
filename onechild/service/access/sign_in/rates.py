"""Counts how often somebody asks for what is dear or worth guessing at, in fixed windows of time.

The table of limits is data: a page's URL name, how many times in how many seconds, and whether each person is counted,
each address or each path. An address is a whole council behind one gateway, so its limits are wide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection

from onechild.service.access.sign_in.models import RateCount
from onechild.service.access.sign_in.sealing import digest


@dataclass(frozen=True, kw_only=True)
class Limit:
    """At most `times` in `seconds`, of what the URL names in `pages` lead to; `posts`: only what is sent counts.

    `by` is "person", "address", "name", "path" or "all": everybody together. `politely`: the page answers itself.
    """

    of: str
    pages: tuple[str, ...]
    times: int
    seconds: int
    by: str = "person"
    posts: bool = False
    politely: bool = False


CODE_PAGES = ("sign-in-code", "sign-in-set-up", "account-password", "account-recovery-codes", "account-authenticator")
FORMS = ("partner-form",)
LIMITS = (
    Limit(of="sign-in", pages=("sign-in",), times=300, seconds=600, by="address", posts=True),
    Limit(of="account", pages=("sign-in",), times=30, seconds=600, by="name", posts=True),
    Limit(of="codes", pages=CODE_PAGES, times=20, seconds=600, posts=True),
    Limit(of="links", pages=("sign-in-link", "sign-in-new-password"), times=60, seconds=600, by="address"),
    Limit(of="single sign-on", pages=("single-sign-on", "single-sign-on-back"), times=600, seconds=600, by="address"),
    Limit(of="calendar feeds", pages=("calendar-feed",), times=1200, seconds=600, by="address"),
    Limit(of="calendar feed", pages=("calendar-feed",), times=60, seconds=3600, by="path"),
    Limit(of="search", pages=("search",), times=120, seconds=60),
    Limit(of="api", pages=("api-1.0.0:*", "api:*"), times=240, seconds=60),
    Limit(of="exports", pages=("export", "*-export", "*-download"), times=30, seconds=3600),
    Limit(of="benchmarks", pages=("benchmarks", "benchmarks-*"), times=1200, seconds=600, by="address"),
    Limit(of="benchmark files", pages=("benchmarks-csv", "benchmarks-xlsx"), times=120, seconds=600, by="address"),
    Limit(of="partner form", pages=FORMS, times=60, seconds=600, by="address", posts=True, politely=True),
    Limit(of="partner forms", pages=FORMS, times=3000, seconds=600, by="all", posts=True, politely=True),
    Limit(of="drafts", pages=("draft-save",), times=120, seconds=60, posts=True),
)


def waits(asked: Iterable[tuple[Limit, str]], *, now: datetime, factor: float) -> int:
    """Count one more for each limit and person.

    This function will return the seconds to wait where any limit is passed, else nought. `factor` widens every limit.
    """
    longest = 0
    for limit, whom in asked:
        began = datetime.fromtimestamp(now.timestamp() // limit.seconds * limit.seconds, tz=UTC)
        with connection.cursor() as cursor:
            cursor.callproc("access_count_one", [limit.of, digest(f"{limit.by} {whom}"), began])
            count = cursor.fetchone()[0]
        if count > limit.times * factor:
            ends = began + timedelta(seconds=limit.seconds)
            longest = max(longest, int((ends - now).total_seconds()) + 1)
    return longest


def forget_counts(*, now: datetime) -> None:
    """Take away counts whose window is over; for the nightly job."""
    RateCount.objects.filter(began_at__lt=now - timedelta(days=1)).delete()
