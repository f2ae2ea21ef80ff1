"""Puts Annex A together for a viewer, with the duties overdue on the day and how many children are left out."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
from django.db import connection
from django.db.models import Q

from onechild.knowledge.formats.annex_a.checks.asking import CLOCKS
from onechild.knowledge.formats.annex_a.writing import Annex, put_together
from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.exchange.annex_a.tables import RecordTables
from onechild.service.record.models import Obligation

SIX_MONTHS_BACK, A_YEAR_BACK = Length(-6, "month"), Length(-12, "month")


def annex_of(*, as_at: date, council_name: str) -> Annex:
    """This function will return lists 1 to 11 as at the end of a day, of the children whom the viewer may see."""
    return put_together(RecordTables(), as_at=as_at, council_name=council_name)


def overdue_on(as_at: date) -> pl.DataFrame:
    """This function will return the duties overdue at the end of a day: child_id, clock, due_on; one query."""
    keys = {key for clocks in CLOCKS.values() for key in clocks}
    rows = (
        Obligation.objects.filter(clock__in=keys, due_on__lt=as_at, started_on__lte=as_at, child_id__isnull=False)
        .filter(Q(met_on=None) | Q(met_on__gt=as_at))
        .filter(Q(ended_on=None) | Q(ended_on__gt=as_at))
        .values_list("child_id", "clock", "due_on")
    )
    schema = {"child_id": pl.String, "clock": pl.String, "due_on": pl.Date}
    return pl.DataFrame(list(rows), schema=schema, orient="row")


def unseen(as_at: date) -> int:
    """This function will count the children who belong in the lists and whose records the viewer may not open.

    Those of whom the viewer may not even know are not counted.
    """
    after = as_at + timedelta(days=1)
    with connection.cursor() as cursor:
        cursor.callproc("exchange_annex_a_unseen", [as_at, add(after, SIX_MONTHS_BACK), add(after, A_YEAR_BACK)])
        row = cursor.fetchone()
    return int(row[0]) if row else 0
