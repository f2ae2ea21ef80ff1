"""What can't be done with a contact, in words for whoever tried."""

from __future__ import annotations


class NotPossible(Exception):
    """It can't be done as things stand; the message says why, and what to do instead."""
