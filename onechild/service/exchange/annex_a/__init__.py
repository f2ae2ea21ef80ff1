"""Annex A of the record, as at any day, of the children whom the viewer may see."""

from onechild.service.exchange.annex_a.making import annex_of, overdue_on, unseen

__all__ = ["annex_of", "overdue_on", "unseen"]
