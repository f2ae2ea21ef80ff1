"""What can be started about a child here: nothing, since a decision begins where it is made."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = ()
