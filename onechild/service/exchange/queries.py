"""Reads the account of loads, for pages."""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet, Sum

from onechild.service.exchange.models import Load
from onechild.service.exchange.models.load import RUNNING


def loads() -> QuerySet[Load]:
    """This function will return every load, the newest first."""
    return Load.objects.order_by("-load_id")


def under_way() -> bool:
    """This function will say whether some load holds the record at this moment."""
    with connection.cursor() as cursor:
        cursor.callproc("record_load_under_way")
        return bool(cursor.fetchone()[0])


def stopped() -> QuerySet[Load]:
    """This function will return loads that a killed process left behind: called running, and none is.

    Nothing of them was kept; `run_load` runs each again.
    """
    running = Load.objects.filter(state=RUNNING)
    return running.none() if under_way() else running


def is_stopped(load: Load) -> bool:
    """This function will say whether a load is called running and none is."""
    return load.state == RUNNING and not under_way()


def with_sums() -> QuerySet[Load]:
    """This function will return every load, the newest first, with the sums over its tables (`sum_new` and so on)."""
    sums = {f"sum_{name}": Sum(f"tables__{name}") for name in ("new", "changed", "gone", "refused")}
    return loads().annotate(**sums)
