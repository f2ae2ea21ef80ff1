"""By which standing a child weighs in a load: the first that applies, as the database's own counts have it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from onechild.service.record.models import Assessment, ChildProtectionPlan, PeriodOfCare, Proceedings
from onechild.service.record.models.row import ChildSpell

# In the order of weights.ORDER; a child in several of these counts in the first.
ANY = Q()
OPEN: tuple[tuple[str, type[ChildSpell], Q], ...] = (
    ("proceedings", Proceedings, ANY),
    ("protection", ChildProtectionPlan, ~Q(of_other_council=True)),
    ("assessed", Assessment, ANY),
    ("looked_after", PeriodOfCare, ANY),
)


def standings(child_ids: Collection[str], *, today: date) -> dict[str, str]:
    """This function will return the standing by which each of these children weighs; none where none applies."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    found: dict[str, str] = {}
    for key, model, ours in OPEN:
        rows = model.objects.filter(still, ours, child_id__in=child_ids, started_on__lte=today)
        for child_id in rows.values_list("child_id", flat=True):
            found.setdefault(child_id, key)
    return found
