"""Who is asking: the signed-in viewer with roles, permissions and teams, and what a view says where they may not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from onechild.service.access.models import User
from onechild.service.access.roles import BY_ROLE, permissions_of, roles_that_may


@dataclass(frozen=True)
class RoleInForce:
    """A role that the viewer holds today; with a team, it holds for that team."""

    role: str
    team_id: str | None = None

    @property
    def name(self) -> str:
        """The role in words."""
        return BY_ROLE[self.role].name if self.role in BY_ROLE else self.role


@dataclass(frozen=True)
class Viewer:
    """Somebody signed in, with what they may do today; without a user, nobody, who may do nothing."""

    user: User | None = None
    roles: tuple[RoleInForce, ...] = ()
    permissions: frozenset[str] = frozenset()
    team_ids: tuple[str, ...] = ()

    @property
    def signed_in(self) -> bool:
        """Whether there is somebody."""
        return self.user is not None

    @property
    def pk(self) -> int:
        """The user's number; 0 for nobody."""
        return self.user.pk if self.user else 0

    @property
    def name(self) -> str:
        """The person's name."""
        return self.user.name if self.user else ""

    @property
    def worker_id(self) -> str | None:
        """The worker of the record that this person is, if they are one."""
        return self.user.worker_id if self.user else None

    @property
    def sees_all(self) -> bool:
        """Whether a role reaches every child that is not restricted."""
        return any(held.role in BY_ROLE and BY_ROLE[held.role].reach == "all" for held in self.roles)

    def may(self, permission: str) -> bool:
        """This function will return whether a role in force gives the permission."""
        return permission in self.permissions


NOBODY = Viewer()


def viewer_of(user: User, *, roles: Iterable[tuple[str, str | None]], team_ids: Iterable[str]) -> Viewer:
    """This function will return the viewer that a user is, with the roles in force, each with its team."""
    held = tuple(RoleInForce(role, team) for role, team in roles)
    return Viewer(user, held, permissions_of(one.role for one in held), tuple(sorted(team_ids)))


class Sees(Protocol):
    """How a page tells the access log which children it shows."""

    def __call__(self, child_ids: Iterable[str], *, what: str, kind: str = "page") -> None: ...


class Request(HttpRequest):
    """A request as the views of the service get it, with what config's and access's middleware add."""

    viewer: Viewer
    seen: Sees
    now: datetime
    today: date
    council: str
    council_code: str
    invented: bool
    uploads: Path


@dataclass(eq=False)
class NotAllowed(PermissionDenied):
    """The viewer may not do this, and is told so: what, and who can. Shown with status 403."""

    words: str
    permissions: tuple[str, ...] = ()
    child: str = ""  # the public id of the child whom this is about
    child_id: str = ""

    @property
    def who_can(self) -> tuple[str, ...]:
        """The names of the roles that may."""
        return tuple(dict.fromkeys(role.name for one in self.permissions for role in roles_that_may(one)))


View = Callable[..., HttpResponse]


def needs(*permissions: str) -> Callable[[View], View]:
    """This function will return a decorator for a view that needs one of these; else NotAllowed is raised."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **values: Any) -> HttpResponse:
            check(request.viewer, *permissions)
            return view(request, *args, **values)

        guarded.needs = permissions  # type: ignore[attr-defined]
        return guarded

    return decorate


def check(viewer: Viewer, *permissions: str) -> None:
    """Raise NotAllowed where the viewer has none of these permissions."""
    if not any(viewer.may(permission) for permission in permissions):
        raise NotAllowed("Your role does not let you do this.", permissions)
