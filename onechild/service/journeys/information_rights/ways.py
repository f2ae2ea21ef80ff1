"""The ways between the pages of information rights."""

from __future__ import annotations

from django.urls import reverse

from onechild.service.govuk.parts import Link

WAYS = (
    ("Requests", "rights"), ("Disclosures", "rights-disclosures"), ("Rectification notes", "rights-notes"),
    ("Keeping and erasing", "rights-keeping"), ("Impact assessment", "rights-impact"),
)  # fmt: skip


def frame(here: str) -> dict[str, list[Link]]:
    """This function will return the links that stand on every page of information rights."""
    return {"ways": [Link(text=text, href=reverse(page), current=page == here) for text, page in WAYS]}
