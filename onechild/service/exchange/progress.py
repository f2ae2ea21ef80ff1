"""Writes how far a load is, where others can read it: on a connection of its own, outside the load's transaction."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from django.db import connections

OnStep = Callable[[str, int, int], None]
SECONDS_BETWEEN = 0.5


class Progress:
    """Notes the beginning of a load and, at most twice a second, the table and the rows it is at."""

    def __init__(self, load_id: int, *, also: OnStep | None = None, total: int = 0) -> None:
        self._load_id, self._also, self.total = load_id, also, total
        self._connection = connections.create_connection("default")
        self._told, self._before, self._table, self._rows = 0.0, 0, "", 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def began(self) -> None:
        """Call the load running."""
        self._call("exchange_load_began", self._load_id)

    def step(self, table: str, done: int, total: int) -> None:
        """Take note of the rows done of a table."""
        if table != self._table:
            self._before, self._table = self._before + self._rows, table
        self._rows = done
        if self._also:
            self._also(table, done, total)
        if time.monotonic() - self._told >= SECONDS_BETWEEN:
            self._call("exchange_load_moved", self._load_id, table, self._before + done, self.total)
            self._told = time.monotonic()

    def _call(self, function: str, *values: object) -> None:
        with self._connection.cursor() as cursor:
            cursor.callproc(function, list(values))
