"""What of a sent form is kept: its own fields, never a token, a password or a file."""

from __future__ import annotations

import re

from django.http import QueryDict

MOST_CHARACTERS = 400_000
NEVER = re.compile(r"csrfmiddlewaretoken$|draft_|.*password", re.IGNORECASE)


def kept_of(sent: QueryDict) -> dict[str, list[str]] | None:
    """This function will return the fields worth keeping; none where nothing was typed or it is too long to keep."""
    kept = {name: [value.replace("\0", "") for value in values] for name, values in sent.lists() if not _never(name)}
    if not any(value.strip() for values in kept.values() for value in values):
        return None
    return None if too_long(sent) else kept


def too_long(sent: QueryDict) -> bool:
    """This function will return whether a form holds more than a draft keeps."""
    return sum(len(name) + sum(map(len, values)) for name, values in sent.lists() if not _never(name)) > MOST_CHARACTERS


def sent_of(kept: dict[str, list[str]]) -> QueryDict:
    """This function will return kept fields as a browser would send them."""
    sent = QueryDict(mutable=True)
    for name, values in kept.items():
        sent.setlist(name, values)
    return sent


def _never(name: str) -> bool:
    return NEVER.match(name) is not None
