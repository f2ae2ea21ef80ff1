"""How many workers a child has had, when, and why each went."""

from onechild.service.record.queries.continuity.workers import Span, Workers, in_a_year, workers_among, workers_of

__all__ = ["Span", "Workers", "in_a_year", "workers_among", "workers_of"]
