"""Where a form stands: what its page's address says it is about. A draft is found again by it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import resolve

from onechild.service.access.viewer import Viewer
from onechild.service.access.visible import children
from onechild.service.record.models import Child


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
    child = others.pop("la_child_id", "")
    return Place(found.view_name, child, "/".join(others.values()), page)
