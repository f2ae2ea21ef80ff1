"""The rule that protects a newly qualified worker: which work of a child it is about, and whether it binds."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from onechild.knowledge.clocks.local.caseloads import CASELOAD_STANDARDS
from onechild.service.record.models import (
    ChildProtectionPlan,
    PreProceedings,
    Proceedings,
    Section47Enquiry,
    Setting,
    Worker,
)

RULE = "newly_qualified_leads_statutory"
# In the order in which a page says them: the first that applies is said.
STATUTORY = (
    (Proceedings, "in care proceedings"),
    (PreProceedings, "in pre-proceedings"),
    (ChildProtectionPlan, "on a child protection plan"),
    (Section47Enquiry, "in a section 47 enquiry"),
)


def statutory_work(child_ids: Collection[str], *, today: date) -> dict[str, str]:
    """This function will return those of the children with protection or court work open, and which, in words."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    found: dict[str, str] = {}
    for model, words in STATUTORY:
        rows = model.objects.filter(still, child_id__in=child_ids, started_on__lte=today)
        for child_id in rows.values_list("child_id", flat=True):
            found.setdefault(child_id, words)
    return found


def rule_binds(*, today: date) -> bool:
    """This function will say whether workers in their first year are kept from leading such work: one query."""
    default = next(float(one.default or 0) for one in CASELOAD_STANDARDS if one.setting == RULE)
    rows = Setting.objects.filter(setting=RULE, team=None, role=None, started_on__lte=today)
    open_ = [row for row in rows.order_by("started_on", "pk") if row.ended_on is None or row.ended_on > today]
    return not (open_[-1].value if open_ else default)


def in_first_year(worker_id: str, *, on: date) -> bool:
    """This function will say whether a worker is in the assessed and supported year on a day: one query."""
    return Worker.objects.filter(pk=worker_id, newly_qualified_to__gt=on).exists()
