"""Where the desk's lines lead: a child's page, a visit to record, a worker, a team."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from onechild.service.record.queries.diary.planned import Planned


def child_page(la_child_id: str) -> str:
    """The child's page."""
    return reverse("child", args=[la_child_id])


def new_visit(la_child_id: str) -> str:
    """The form that records a visit; the child's page where this copy of OneChild records none."""
    try:
        return reverse("visit-new", args=[la_child_id])
    except NoReverseMatch:
        return child_page(la_child_id)


def worker_page(worker_id: str) -> str:
    """The worker's page."""
    return reverse("worker", args=[worker_id])


def team_page(team_id: str, show: str = "") -> str:
    """The team's page, opened at one of its tabs."""
    return reverse("team", args=[team_id]) + (f"?show={show}" if show else "")


def rule_page(clock_key: str) -> str:
    """The page of a clock: its law, an example, its versions."""
    return reverse("rule", args=[clock_key])


def standard_page(setting: str) -> str:
    """The page of one of the council's own standards."""
    return reverse("standard", args=[setting])


def board_page(team_id: str = "") -> str:
    """The manager's board, of a team or of all."""
    return reverse("team-board", args=[team_id]) if team_id else reverse("board")


def page_named(name: str, *values: str) -> str:
    """A page by its name; empty where this copy of OneChild is without it."""
    try:
        return reverse(name, args=values)
    except NoReverseMatch:
        return ""


def plan_visit(la_child_id: str, clock: str, others: Sequence[str] = ()) -> str:
    """The form that plans a visit under a clock, to a child and to others together with the child."""
    purpose = clock.removesuffix("-visit").replace("-", "_")
    asked = [("purpose", purpose), *(("with", other) for other in others)]
    return f"{page_named('diary-new', la_child_id)}?{urlencode(asked)}"


def change_plan(plan: Planned) -> str:
    """The page of a planned round."""
    return page_named("diary-round", plan.round_id)


def late_reason(la_child_id: str, clock: str, spell_id: str, due_on: date) -> str:
    """The form that says why a duty is late."""
    asked = {"clock": clock, "spell": spell_id, "due": due_on.isoformat()}
    return f"{page_named('child-late-reason', la_child_id)}?{urlencode(asked)}"
