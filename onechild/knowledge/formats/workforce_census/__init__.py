"""The census of children's social workers (DfE, at 30 September): who is in it, its XML, its totals and its check."""

from onechild.knowledge.formats.workforce_census.checking import Finding, check
from onechild.knowledge.formats.workforce_census.choosing import Census, Entry, choose
from onechild.knowledge.formats.workforce_census.reading import read_census
from onechild.knowledge.formats.workforce_census.staff import Workforce
from onechild.knowledge.formats.workforce_census.totals import Totals, totals_of
from onechild.knowledge.formats.workforce_census.xml import write_census, written

__all__ = [
    "Census",
    "Entry",
    "Finding",
    "Totals",
    "Workforce",
    "check",
    "choose",
    "read_census",
    "totals_of",
    "write_census",
    "written",
]
