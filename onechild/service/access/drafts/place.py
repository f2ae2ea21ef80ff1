"""Where a form stands: what its page's address says it is about. A draft is found again by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import Resolver404, resolve

from onechild.service.access.viewer import Viewer
from onechild.service.access.visible import children
from onechild.service.record.models import Child, Decision, SecondLook, Watch


@dataclass(frozen=True)
class Place:
    """The page of a form: URL name, child (by public id, "" where none), what else its address names, and its path."""

    kind: str
    la_child_id: str
    about: str
    page: str

    @property
    def named(self) -> dict[str, str]:
        """This function will return all but the child, as `save_draft` takes it."""
        return {"kind": self.kind, "about": self.about, "page": self.page}

    def child_of(self, viewer: Viewer) -> Child | None:
        """This function will return the child, as long as the viewer may see them."""
        return children(viewer).filter(la_child_id=self.la_child_id).first() if self.la_child_id else None


def place_of(page: str) -> Place:
    """This function will return the place of a path, or raise Resolver404."""
    found = resolve(page)
    others = {name: str(value) for name, value in found.kwargs.items()}
    child = others.pop("la_child_id", "") or _child_of_row(others)
    return Place(found.view_name, child, "/".join(others.values()), page)


# Pages whose address names a row of a child's, and not the child.
OF_A_CHILD: dict[str, Any] = {"decision_id": Decision, "watch_id": Watch, "look_id": SecondLook}


def _child_of_row(named: dict[str, str]) -> str:
    """The public id of the child whose row the address names; "" where it names none. Raises Resolver404 for no row."""
    for name, model in OF_A_CHILD.items():
        if name in named:
            found = model.objects.filter(pk=named[name]).values_list("child__la_child_id", flat=True).first()
            if found is None:
                raise Resolver404
            return str(found)
    return ""
