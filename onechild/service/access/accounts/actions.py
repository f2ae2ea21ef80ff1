"""What an administrator does to an account. Each is written down with who, when and why, for the person to read too."""

from __future__ import annotations

from datetime import date, datetime

from axes.utils import reset  # type: ignore[import-untyped]
from django.db import transaction
from django.db.models import Q

from onechild.service.access.accounts.four_eyes import ask_for, needs_four_eyes
from onechild.service.access.accounts.models import AccountChange, RoleRequest
from onechild.service.access.actions import roles_held
from onechild.service.access.models import RoleHeld, User
from onechild.service.access.refusals import NotPossible
from onechild.service.access.roles import BY_ROLE
from onechild.service.access.sign_in.actions import links, passwords


@transaction.atomic
def create_account(*, name: str, email: str, worker_id: str = "", by: User | None, now: datetime) -> User:
    """Make an account without a password: a link lets its owner choose one.

    This function will raise NotPossible where the e-mail address, or the worker, has an account.
    """
    email = email.strip().lower()
    if User.objects.filter(email=email).exists():
        raise NotPossible("There is an account with this email address.")
    _leave_one_account_a_worker(worker_id)
    account = User(name=name.strip(), email=email, worker_id=worker_id or None)
    account.set_unusable_password()
    account.save()
    note(account, by, now, "Account made")
    return account


@transaction.atomic
def open_account(
    *,
    name: str,
    email: str,
    worker_id: str,
    by: User | None,
    now: datetime,
    role: str,
    on: date,
    team_id: str | None = None,
    ends: date | None = None,
    reason: str = "",
) -> User:
    """Make an account and give or ask for its first role, both or neither."""
    account = create_account(name=name, email=email, worker_id=worker_id, by=by, now=now)
    give_role(account=account, role=role, by=by, now=now, on=on, team_id=team_id, ends=ends, reason=reason)
    return account


@transaction.atomic
def give_role(
    *,
    account: User,
    role: str,
    by: User | None,
    now: datetime,
    on: date,
    team_id: str | None = None,
    ends: date | None = None,
    reason: str = "",
) -> RoleHeld | RoleRequest:
    """Give a role, or, where a second administrator must agree, ask for it. `by` is nobody for the command line."""
    if by is not None and needs_four_eyes(account=account, role=role, by=by):
        return ask_for(account=account, role=role, team_id=team_id, on=on, ends=ends, by=by, now=now, reason=reason)
    held = roles_held.give_role(user=account, role=role, on=on, by=by, team_id=team_id, ends=ends, reason=reason)
    note(account, by, now, f"Role given: {BY_ROLE[role].name}", reason)
    return held


@transaction.atomic
def end_role(*, held: RoleHeld, by: User | None, now: datetime, on: date, reason: str) -> None:
    """End a role on a day; the last administrator keeps theirs."""
    if "manage_accounts" in BY_ROLE[held.role].permissions:
        _leave_an_administrator(held.user, on)
    roles_held.end_role(held=held, on=on)
    note(held.user, by, now, f"Role ended: {BY_ROLE[held.role].name}", reason)


@transaction.atomic
def make_link(
    *, account: User, by: User | None, now: datetime, new_authenticator: bool = False, reason: str = ""
) -> str:
    """Make a one-use link for somebody else; this function will return its secret, which is shown once."""
    if by is not None and by.pk == account.pk:
        raise NotPossible(
            "Somebody else must make a link for you. You can change your password on your own account page."
        )
    if not account.is_active:
        raise NotPossible("This account has ended.")
    secret = links.make_link(user=account, by=by, now=now, new_authenticator=new_authenticator)
    note(account, by, now, "Link made, for a new authenticator too" if new_authenticator else "Link made", reason)
    return secret


@transaction.atomic
def end_account(*, account: User, by: User | None, now: datetime, on: date, reason: str) -> None:
    """End an account at once: its sessions, links and roles end with it."""
    if by is not None and by.pk == account.pk:
        raise NotPossible("Somebody else must end your account.")
    _leave_an_administrator(account, on)
    for held in RoleHeld.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), user=account):
        roles_held.end_role(held=held, on=on)
    User.objects.filter(pk=account.pk).update(is_active=False)
    account.sign_in_links.all().delete()
    passwords.end_all_sessions(user=account)
    note(account, by, now, "Account ended", reason)


@transaction.atomic
def reopen_account(*, account: User, by: User | None, now: datetime, reason: str) -> None:
    """Let an ended account be used again: without roles, and with a new password by a new link.

    This function will raise NotPossible where the worker has another account by now.
    """
    _leave_one_account_a_worker(account.worker_id, but=account)
    account.is_active = True
    account.set_unusable_password()
    account.save(update_fields=["is_active", "password"])
    note(account, by, now, "Account opened again", reason)


@transaction.atomic
def unlock(*, account: User, by: User | None, now: datetime) -> None:
    """Forget the wrong tries that locked an account."""
    reset(username=account.email)
    note(account, by, now, "Unlocked")


@transaction.atomic
def end_session(*, account: User, digest: str, by: User, now: datetime) -> None:
    """End one session of somebody's."""
    if passwords.end_session(user=account, digest_of_key=digest):
        note(account, by, now, "Session ended")


@transaction.atomic
def decide(*, asked: RoleRequest, by: User, now: datetime, agree: bool) -> None:
    """Agree to a role that another administrator asked for, or refuse it; who asked or would get it can't agree."""
    if asked.decided_at or by.pk == asked.asked_by_id or (agree and by.pk == asked.account_id):
        raise NotPossible("Another administrator must decide this.")
    asked.decided_by, asked.decided_at, asked.agreed = by, now, agree
    asked.save()
    name = BY_ROLE[asked.role].name
    if not agree:
        return note(asked.account, by, now, f"Role refused: {name}")
    roles_held.give_role(
        user=asked.account,
        role=asked.role,
        on=asked.started_on,
        by=by,
        team_id=asked.team_id,
        ends=asked.ended_on,
        reason=f"Asked for by {asked.asked_by.name}: {asked.reason}",
    )
    return note(asked.account, by, now, f"Role given: {name}, asked for by {asked.asked_by.name}", asked.reason)


def note(account: User, by: User | None, now: datetime, words: str, reason: str = "") -> None:
    """Write a line of an account's history."""
    AccountChange.objects.create(account=account, by=by, at=now, words=words, reason=reason)


def _leave_one_account_a_worker(worker_id: str | None, *, but: User | None = None) -> None:
    """Two accounts for one worker would be one person to every rule that keeps two apart."""
    others = User.objects.filter(worker_id=worker_id, is_active=True)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if worker_id and others.exists():
        raise NotPossible("This worker has an account already. End that one first.")


def _leave_an_administrator(account: User, on: date) -> None:
    keys = [role.key for role in BY_ROLE.values() if "manage_accounts" in role.permissions]
    holding = RoleHeld.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=on), role__in=keys, started_on__lte=on, user__is_active=True
    )
    if holding.filter(user=account).exists() and not holding.exclude(user=account).exists():
        raise NotPossible("This is the last administrator. Give the role to somebody else first.")
