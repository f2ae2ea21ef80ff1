"""Orders that protect a child: in force, past, and those about to end."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from onechild.service.record.models import ProtectiveOrder
from onechild.service.record.queries.standards import held


def orders_of(child_id: str) -> list[ProtectiveOrder]:
    """This function will return every order of a child, those not ended first, the newest first: one query."""
    rows = ProtectiveOrder.objects.filter(child_id=child_id).order_by("-started_on", "-pk")
    return sorted(rows, key=lambda row: row.ended_on is not None)


def ending(*, today: date, child_ids: Collection[str]) -> list[ProtectiveOrder]:
    """This function will return orders of these children that end soon, or should have ended, and nobody said so."""
    until = today + timedelta(days=_days(today))
    rows = ProtectiveOrder.objects.filter(
        child_id__in=child_ids, ended_on__isnull=True, expected_end_on__isnull=False, expected_end_on__lte=until
    )
    return list(rows.select_related("child").order_by("expected_end_on", "pk"))


def _days(today: date) -> int:
    [one] = held(today=today, setting="protective_order_ends_days")
    return int(one.now.row.value if one.now else one.standard.default or 0)
