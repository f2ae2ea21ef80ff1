"""Annex A beside the rest of OneChild: the duties overdue on its day, and its counts against the measures."""

from onechild.knowledge.reports.annex_a.against import COUNTS, against_measures
from onechild.knowledge.reports.annex_a.late import overdue_in

__all__ = ["COUNTS", "against_measures", "overdue_in"]
