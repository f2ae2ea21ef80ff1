"""Writes the children in need census of a year from the standard tables, element by element as layout.py has them."""

from onechild.knowledge.formats.cin_census.writing.choosing import Chosen, choose
from onechild.knowledge.formats.cin_census.writing.xml import write_census

__all__ = ["Chosen", "choose", "write_census"]
