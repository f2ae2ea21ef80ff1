"""What commands on the record share: the database that DATABASE_URL names, with OneChild's tables in it."""

from __future__ import annotations

import getpass
import os

from onechild.errors import CannotProceed


def open_service() -> None:
    """Set up the service on the database of DATABASE_URL; CannotProceed, saying how, where that can't be."""
    if not os.environ.get("DATABASE_URL"):
        raise CannotProceed(
            "say which record: DATABASE_URL=postgresql://… names its database; "
            "`make demo` starts one of invented children"
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onechild.service.config.settings")
    import django

    django.setup()
    _refuse_without_tables()


def who(named: str | None) -> str:
    """Whoever acts: the name given, or the one signed in to this machine."""
    return named or getpass.getuser()


def _refuse_without_tables() -> None:
    from django.db import DatabaseError, connection

    try:
        tables = set(connection.introspection.table_names())
    except DatabaseError as fault:
        raise CannotProceed(f"the record can't be reached: {' '.join(str(fault).split())}") from None
    if not {"children", "loads"} <= tables:
        raise CannotProceed("that database holds no record yet: make its tables with `django-admin migrate`")
