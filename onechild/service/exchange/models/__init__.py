"""The tables of the exchange, one noun a file."""

from onechild.service.exchange.models.load import Load
from onechild.service.exchange.models.load_table import LoadTable

__all__ = ["Load", "LoadTable"]
