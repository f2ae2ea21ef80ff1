"""The rows that measures may count, by name. Adding a kind of row means adding it here."""

from __future__ import annotations

from collections.abc import Callable

import ibis.expr.types as ir

from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows import caseload, children, duties, referrals, visits
from onechild.knowledge.measures.rows.help import register as help_and_protection
from onechild.knowledge.measures.rows.homes import register as homes_and_workforce
from onechild.knowledge.measures.rows.in_care import register as in_care

ROWS: dict[str, Callable[[Question], ir.Table]] = {
    "cases": caseload.cases,
    "changes of worker": children.changes_of_worker,
    "children looked after": children.looked_after,
    "children looked after, seen": visits.looked_after_and_seen,
    "children on plans": children.on_plans,
    "children on plans, seen": visits.on_plans_and_seen,
    "duties": duties.duties,
    "looked-after visit duties": duties.looked_after_visit_duties,
    "looked-after visits owed": duties.looked_after_visits_owed,
    "open children": children.open_children,
    "protection visits owed": duties.protection_visits_owed,
    "referrals": referrals.referrals,
    **help_and_protection.ROWS,
    **in_care.ROWS,
    **homes_and_workforce.ROWS,
}
