"""The tables of drafts, one noun a file."""

from onechild.service.access.drafts.models.draft import Draft
from onechild.service.access.drafts.models.parked_form import ParkedForm

__all__ = ["Draft", "ParkedForm"]
