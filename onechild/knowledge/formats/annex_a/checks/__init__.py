"""What Ofsted's checks and common sense would query in the lists: missing, impossible, twice, disagreeing, unusual."""

from onechild.knowledge.formats.annex_a.checks.model import Kind, Measured, Query
from onechild.knowledge.formats.annex_a.checks.report import write_report
from onechild.knowledge.formats.annex_a.checks.running import queries

__all__ = ["Kind", "Measured", "Query", "queries", "write_report"]
