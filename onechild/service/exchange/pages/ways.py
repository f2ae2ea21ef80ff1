"""The tabs that the pages of data in share: each person has those that they may use."""

from __future__ import annotations

from django.urls import reverse

from onechild.service.access.viewer import Viewer
from onechild.service.govuk.parts import Link

ANY = ("load_data", "mend_quarantine", "link_records", "reconcile")
TABS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Loads", "data-in", ANY),
    ("Send files", "upload", ("load_data",)),
    ("Could not be read", "quarantine", ("mend_quarantine",)),
    ("Links", "links", ("link_records",)),
    ("Reconciliation", "reconciliation", ("reconcile",)),
    ("Annex A", "annex-a", ("export_children",)),
    ("Error list", "errors", ("see_own_children", "see_team", "see_all_children")),
)


def tabs(viewer: Viewer, current: str) -> list[Link]:
    """This function will return the tabs that a viewer may use; `current` is the name of the page's address."""
    return [
        Link(text, reverse(name), current=name == current)
        for text, name, needs in TABS
        if any(viewer.may(one) for one in needs)
    ]
