"""What the frame of every page shows: who is signed in, the council, the day, and the ways in that they may take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class Way:
    """One entry of the main navigation: its words, the page it leads to, and what a viewer needs one of to see it."""

    text: str
    page: str
    needs: tuple[str, ...]
    under: tuple[str, ...]
    unless: str = ""  # a permission whose holders have another way there


DATA_IN = ("data-in", "upload", "load", "quarantine", "link", "reconciliation", "errors", "annex-a")
FIGURES = (
    *("performance", "caseload", "measure", "scorecard", "changes", "mash", "legal"),
    *("published", "report", "benchmarks"),
)
PRACTICE = ("do_casework", "approve_work", "audit_work")
WORK = (
    *("work", "assessment", "protection", "strategy", "enquiry", "conference", "core-group", "pathway", "missing"),
    *("decision", "my-decisions", "second-look", "need-plan", "step-down", "closure", "note", "document", "letter"),
    *("people", "relation", "network", "adult", "burden", "silence"),
    *("supervision", "promise", "challenge", "handover", "transfer"),
)
STAFF = (
    "workforce",
    "post-",
    "employment",
    "academy",
    "cohort",
    "place-",
    "observation",
    "assessed-year",
    "my-academy",
)
WAYS = (
    Way("My day", "my-day", (), ("my-day", "calendar", "diary", "cover")),
    Way("My children", "my-children", ("see_own_children",), ("my-children", "child", "visit")),
    Way("Front door", "front-door", ("screen_contact", "decide_contact"), ("front-door", "contact", "out-of-hours")),
    Way("Work", "work", PRACTICE, WORK),
    Way(
        "Teams",
        "teams",
        ("see_team", "see_all_children"),
        ("team", "worker", "board", "waiting-list", "plan", "allocat"),
    ),
    Way("Workforce", "workforce", ("plan_workforce",), STAFF),
    Way("Academy", "academy", ("keep_academy",), STAFF, unless="plan_workforce"),
    Way("Performance", "performance", ("see_figures", "see_figures_suppressed"), FIGURES),
    Way("Court work", "legal", ("see_own_children",), ("legal",), unless="see_figures"),
    Way("Data in", "data-in", ("load_data", "mend_quarantine", "link_records", "reconcile"), DATA_IN),
    Way("Information rights", "rights", ("information_rights",), ("rights",)),
    Way("Accounts", "accounts", ("manage_accounts",), ("accounts", "account-of", "account-new", "account-r")),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """This function will return what the base template needs; a way whose page is not there is left out."""
    viewer = getattr(request, "viewer", None)
    signed_in = viewer if viewer is not None and getattr(viewer, "signed_in", True) else None
    return {
        "viewer": signed_in,
        "council": f"{settings.COUNCIL_NAME} Council",
        "invented": settings.INVENTED,
        "today": getattr(request, "today", None),
        "navigation": _ways(request, signed_in) if signed_in else [],
        "footer_note": _invented(getattr(request, "today", None)) if settings.INVENTED else "",
        "footer": _footer(),
    }


FOOT = (
    ("The rules", "rules"),
    ("Local standards", "standards"),
    ("Who can see what", "roles"),
    ("My powers", "my-powers"),
    ("What I have looked at", "my-views"),
)


def _invented(today: date | None) -> str:
    """Said at the foot of every page of a demonstration; its day stands still."""
    still = f" The day stands still on {today:%-d %B %Y}." if settings.TODAY and today else ""
    return f"{settings.COUNCIL_NAME} is an invented council. No child or worker here is real.{still}"


def _footer() -> list[dict[str, str]]:
    return [{"text": text, "href": href} for text, page in FOOT if (href := _address(page))]


def _address(page: str) -> str | None:
    """Where a page is; nothing for one that this copy does not have."""
    try:
        return reverse(page)
    except NoReverseMatch:
        return None


def _ways(request: HttpRequest, viewer: Any) -> list[dict[str, Any]]:
    here = getattr(request.resolver_match, "url_name", "") or ""
    ways: list[tuple[int, dict[str, Any]]] = []
    for way in WAYS:
        if way.needs and not any(viewer.may(permission) for permission in way.needs):
            continue
        if way.unless and viewer.may(way.unless):
            continue
        if href := _address(way.page):
            ways.append((_near(way, here), {"text": way.text, "href": href}))
    nearest = max((near for near, _ in ways), default=0)
    return [way | {"current": 0 < near == nearest} for near, way in ways]


def _near(way: Way, here: str) -> int:
    """How much of the page’s name the way’s longest beginning has: "worker" is nearer than "work"."""
    return max((len(one) for one in way.under if here.startswith(one)), default=0)
