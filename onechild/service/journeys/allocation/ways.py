"""What can be started about a child here: the address by name, a verb, a sentence, and the permission it asks for."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "allocate",
        "Allocate",
        "To a worker chosen from a table of loads, or on a team’s list with a named manager.",
        "allocate",
    ),
    ("transfer-new", "Ask another team", "Nothing changes hands until that team accepts.", "allocate"),
    ("co-worker-new", "Name a co-worker", "Somebody works beside the lead worker, who stays the same.", "allocate"),
)
