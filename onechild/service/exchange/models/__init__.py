"""The tables of the exchange, one noun a file."""

from onechild.service.exchange.models.aside_decision import AsideDecision
from onechild.service.exchange.models.load import Load
from onechild.service.exchange.models.load_table import LoadTable
from onechild.service.exchange.models.reconciliation import Reconciliation, ReconciliationRow
from onechild.service.exchange.models.upload import Upload

__all__ = ["AsideDecision", "Load", "LoadTable", "Reconciliation", "ReconciliationRow", "Upload"]
