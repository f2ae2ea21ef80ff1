"""The children in need census: one XML file a council and year, streamed; see layout.py for what goes where."""

from onechild.knowledge.formats.cin_census.layout import MAPPING, NAME, NOT_CARRIED
from onechild.knowledge.formats.cin_census.reading import read, recognise

__all__ = ["MAPPING", "NAME", "NOT_CARRIED", "read", "recognise"]
