"""A record that a test may commit to: a copy of the test database, made for it and dropped after."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import psycopg
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql


@contextmanager
def own_record(name: str) -> Iterator[str]:
    """Point Django at a copy of the test database for the time of the block; its address is handed over."""
    original = connection.settings_dict["NAME"]
    connections.close_all()
    _let_go()
    _alone_in(original)
    _on_server(original, sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, original)
    connection.settings_dict["NAME"] = name
    try:
        yield address()
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = original
        _on_server(original, sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)


def address() -> str:
    """The address of the database that Django is pointed at."""
    parts = connection.settings_dict
    host = quote(str(parts["HOST"]), safe="")
    return f"postgresql://{parts['USER']}@/{parts['NAME']}?host={host}&port={parts['PORT']}"


def environment(**more: str) -> dict[str, str]:
    """The environment of a command on the record that Django is pointed at."""
    settings = {"DATABASE_URL": address(), "DJANGO_SETTINGS_MODULE": "onechild.service.config.settings"}
    return {**os.environ, **settings, "ONECHILD_INVENTED": "yes", "COVERAGE_PROCESS_START": "", **more}


def _let_go() -> None:
    """Close every connection of this process: one that stands under a browser's loop is none of `connections` here."""
    for one in gc.get_objects():
        if issubclass(type(one), BaseDatabaseWrapper) and one.connection is not None:
            one.close()


def _alone_in(name: str) -> None:
    """A database that is copied may have nobody else in it; what an earlier test left open is cut off."""
    parts = connection.settings_dict
    with psycopg.connect(
        dbname="postgres", host=parts["HOST"], port=parts["PORT"], user=parts["USER"], autocommit=True
    ) as server:
        server.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [name])


def _on_server(original: str, statement: sql.SQL, *names: str) -> None:
    parts = connection.settings_dict
    with psycopg.connect(
        dbname="postgres", host=parts["HOST"], port=parts["PORT"], user=parts["USER"], autocommit=True
    ) as server:
        server.execute(statement.format(*map(sql.Identifier, names)))
