"""`onechild account`: the first administrator of a fresh install, and accounts where no administrator can help."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.service.access.models import User

Data = Annotated[Path | None, typer.Option(help="The data folder of `onechild serve`; else DATABASE_URL.")]
Address = Annotated[str, typer.Option(help="Where OneChild answers, for the link that is printed.")]
Reason = Annotated[str, typer.Option(help="Why: it is kept with the account.")]
Email = Annotated[str, typer.Argument(help="The e-mail address of the account.")]
HERE = "http://localhost:8000"


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    accounts = typer.Typer(no_args_is_help=True, help="Make, list and end accounts, from the server itself.")
    accounts.command("create")(create)
    accounts.command("link")(link)
    accounts.command("list")(list_accounts)
    accounts.command("end")(end)
    app.add_typer(accounts, name="account")


def create(
    email: Email,
    name: Annotated[str, typer.Option(help="The person's name.")],
    role: Annotated[str, typer.Option(help="Their first role.")] = "administrator",
    reason: Reason = "made on the server",
    ends: Annotated[str | None, typer.Option(help="The day on which the role ends, YYYY-MM-DD.")] = None,
    address: Address = HERE,
    data: Data = None,
) -> None:
    """Make an account with one role, and print the link with which its owner chooses a password."""
    with _service(data):
        from onechild.service.access.accounts import actions
        from onechild.service.config.moment import today

        last = _day(ends)
        account = actions.open_account(
            name=name, email=email, worker_id="", by=None, now=_now(), role=role, on=today(), ends=last, reason=reason
        )
        typer.echo(f"{account.name} has an account as {role}.")
        _print_link(account, address, reason)


def link(
    email: Email,
    lost_phone: Annotated[bool, typer.Option(help="Let them set up another authenticator.")] = False,
    reason: Reason = "made on the server",
    address: Address = HERE,
    data: Data = None,
) -> None:
    """Print a new one-use link for an account; any earlier link stops working."""
    with _service(data):
        _print_link(_account(email), address, reason, lost_phone=lost_phone)


def list_accounts(data: Data = None) -> None:
    """List the accounts in use, each with its roles today."""
    with _service(data):
        from onechild.service.access.accounts.queries import accounts, roles_today
        from onechild.service.config.moment import today

        for account in accounts():
            roles = roles_today(account.roles_held.all(), today=today())
            typer.echo(f"{account.email:<50}{account.name:<30}{', '.join(roles) or 'no role'}")


def end(email: Email, reason: Reason, data: Data = None) -> None:
    """End an account at once, with its sessions, links and roles."""
    with _service(data):
        from onechild.service.access.accounts import actions
        from onechild.service.config.moment import today

        actions.end_account(account=_account(email), by=None, now=_now(), on=today(), reason=reason)
        typer.echo(f"{email} has ended.")


@contextmanager
def _service(data: Path | None) -> Iterator[None]:
    """The service's tables, as their owner; what can't be done ends in one plain line."""
    from onechild.knowledge.engines.own_postgres import own_postgres
    from onechild.service.config.running.checks import given_environment
    from onechild.service.config.running.launcher import DATABASE, Place

    given_environment(data.resolve() if data else None)
    if data is None and not os.environ.get("DATABASE_URL"):
        raise CannotProceed("say which: --data and the data folder of `onechild serve`, or DATABASE_URL")
    if data is None or os.environ.get("DATABASE_URL"):
        yield from _set_up()
        return
    place = Place(data.resolve())
    if not (place.postgres_folder / "data").exists():
        raise CannotProceed(f"no OneChild with a PostgreSQL of its own lives in {data}")
    with own_postgres(place.postgres_folder, database=DATABASE) as url:
        os.environ["DATABASE_URL"] = url
        yield from _set_up()
        _hang_up()


def _set_up() -> Iterator[None]:
    import django
    from django.db import transaction

    django.setup()
    from onechild.service.access.refusals import NotPossible

    try:
        with transaction.atomic():
            yield
    except NotPossible as refused:
        raise CannotProceed(str(refused)) from None


def _hang_up() -> None:
    from django.db import connections

    connections.close_all()


def _account(email: str) -> User:
    from onechild.service.access.models import User

    found = User.objects.filter(email=email.strip().lower()).first()
    if found is None:
        raise CannotProceed(f"there is no account with the address {email}")
    return found


def _print_link(account: User, address: str, reason: str, *, lost_phone: bool = False) -> None:
    from django.urls import reverse

    from onechild.service.access.accounts import actions

    secret = actions.make_link(account=account, by=None, now=_now(), new_authenticator=lost_phone, reason=reason)
    typer.echo(f"Hand this link to {account.name} and nobody else; it works once, for 24 hours:")
    typer.echo(f"{address.rstrip('/')}{reverse('sign-in-link', args=[secret])}")


def _now() -> datetime:
    from django.utils import timezone

    return timezone.now()


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise CannotProceed(f"{words} is no day: write it as 2026-11-21") from None
