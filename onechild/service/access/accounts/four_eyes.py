"""Which roles a second administrator must agree to: any for oneself, and any that lets somebody look after accounts."""

from __future__ import annotations

from datetime import date, datetime

from onechild.service.access.accounts.models import RoleRequest
from onechild.service.access.models import User
from onechild.service.access.refusals import NotPossible
from onechild.service.access.roles import BY_ROLE


def needs_four_eyes(*, account: User, role: str, by: User) -> bool:
    """This function will return whether a second administrator must agree."""
    known = BY_ROLE.get(role)
    return account.pk == by.pk or (known is not None and "manage_accounts" in known.permissions)


def ask_for(
    *,
    account: User,
    role: str,
    team_id: str | None,
    on: date,
    ends: date | None,
    by: User,
    now: datetime,
    reason: str,
) -> RoleRequest:
    """Ask for a role; it gives nothing until another administrator agrees."""
    known = BY_ROLE.get(role)
    if known is None or (known.ends and ends is None) or (ends is not None and ends < on):
        raise NotPossible("Choose a role, and for an inspector the day on which it ends.")
    return RoleRequest.objects.create(
        account=account,
        role=role,
        team_id=team_id,
        started_on=on,
        ended_on=ends,
        reason=reason,
        asked_by=by,
        asked_at=now,
    )
