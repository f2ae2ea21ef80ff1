"""A home for those who hold no children: the ways in that their role opens, each with a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from onechild.service.access.viewer import Viewer
from onechild.service.desk.links import page_named
from onechild.service.govuk.parts import Fact


@dataclass(frozen=True)
class Way:
    """A page, what it is for, and the permissions of which one opens it."""

    page: str
    text: str
    says: str
    needs: tuple[str, ...]


WAYS = (
    Way("teams", "Teams", "Who waits, who is open and who holds how much.", ("see_team", "see_all_children")),
    Way(
        "silence",
        "What has not happened",
        "What should have been done for a child and is not on record, with who can mend it.",
        ("see_all_children",),
    ),
    Way(
        "search",
        "Find a child, adult or worker",
        "By name, date of birth, address or any number.",
        ("see_own_children", "see_all_children"),
    ),
    Way(
        "caseload",
        "Caseload and visits",
        "The council’s caseload report, open down to the child where you may see one.",
        ("see_figures", "see_figures_suppressed"),
    ),
    Way(
        "performance",
        "Performance",
        "Each measure with its definition, its source and how it moved.",
        ("see_figures", "see_figures_suppressed"),
    ),
    Way("data-in", "Data in", "Files taken in, and how each went.", ("load_data", "mend_quarantine")),
    Way("quarantine", "Quarantine", "Rows that could not be read, to be mended.", ("mend_quarantine",)),
    Way("reconciliation", "Reconciliation", "The record against another system’s own counts.", ("reconcile",)),
    Way("rights", "Information rights", "Who saw a child, and what was disclosed.", ("information_rights",)),
    Way("accounts", "Accounts", "Who has an account, and with which role.", ("manage_accounts",)),
    Way("roles", "Who can see what", "Every role, in a sentence each.", ()),
)


def ways(viewer: Viewer) -> list[Fact]:
    """This function will return the ways in that the viewer may take and that this copy of OneChild has."""
    found = []
    for way in WAYS:
        allowed = not way.needs or any(viewer.may(permission) for permission in way.needs)
        href = page_named(way.page) if allowed else ""
        if href:
            found.append(Fact(value=way.text, note=way.says, href=href))
    return found
