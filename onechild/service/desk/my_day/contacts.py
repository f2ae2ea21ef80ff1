"""Contacts that wait for a decision, for whoever decides at the front door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.access.viewer import Viewer
from onechild.service.desk.duties import children_of, groups_of, line
from onechild.service.govuk.parts import Duty
from onechild.service.record.queries.due import due_under

MOST = 25


@dataclass(frozen=True, kw_only=True)
class Contacts:
    """The contacts due soonest, and how many there are in all."""

    lines: Sequence[Duty]
    in_all: int
    shown: frozenset[str]


def contacts_to_decide(viewer: Viewer, *, today: date) -> Contacts:
    """This function will return the contacts that the viewer may see and nobody has decided: three queries."""
    dues = due_under("contact-decision", today=today)
    children = children_of({due.child_id for due in dues[:MOST]}, today=today)
    groups = groups_of(dues[:MOST], children)
    return Contacts(
        lines=[line(group, children, viewer=viewer) for group in groups],
        in_all=len(dues),
        shown=frozenset(children.heads),
    )
