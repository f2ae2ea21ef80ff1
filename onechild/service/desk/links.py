"""Where the desk's lines lead: a child's page, a visit to record, a worker, a team."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse


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


def page_named(name: str) -> str:
    """A page by its name; empty where this copy of OneChild is without it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
