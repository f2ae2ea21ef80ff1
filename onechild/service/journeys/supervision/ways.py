"""What can be started about a child here: nothing, since a supervision begins with its worker."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = ()
