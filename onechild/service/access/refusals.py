"""What an action answers when what was asked of it can't be done."""

from __future__ import annotations


class NotPossible(ValueError):
    """It can't be done, for the reason in words, which a page shows to whoever asked."""
