"""Gives somebody a role from a day, and ends it."""

from __future__ import annotations

from datetime import date

from onechild.service.access.models import RoleHeld, User
from onechild.service.access.refusals import NotPossible
from onechild.service.access.roles import BY_ROLE


def give_role(
    *,
    user: User,
    role: str,
    on: date,
    by: User | None,
    team_id: str | None = None,
    ends: date | None = None,
    reason: str = "",
) -> RoleHeld:
    """Give a role from the day `on`, until and not on `ends`; with no team, for the teams that the person belongs to.

    `by` is nobody only where the first administrator is made. This function will raise NotPossible for a role that
    there is not, for one that must end and has no end, and for people who would give a role to themselves.
    """
    known = BY_ROLE.get(role)
    if known is None:
        raise NotPossible(f"There is no role called {role}.")
    if known.ends and ends is None:
        raise NotPossible(f"{known.name}: say on which day it ends.")
    if ends is not None and ends < on:
        raise NotPossible("A role can't end before it starts.")
    if by is not None and by.pk == user.pk:
        raise NotPossible("Somebody else must give you a role.")
    return RoleHeld.objects.create(
        user=user, role=role, team_id=team_id, started_on=on, ended_on=ends, given_by=by, reason=reason
    )


def end_role(*, held: RoleHeld, on: date) -> None:
    """End a role on the day: from then on it gives nothing."""
    RoleHeld.objects.filter(pk=held.pk).update(ended_on=max(on, held.started_on))
