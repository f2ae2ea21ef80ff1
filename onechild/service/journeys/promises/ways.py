"""What can be started from a child's page: URL name, verb, a sentence, and the permission."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "promise-new",
        "Give a direction",
        "What must be done, by whom and by when; it is followed to its end.",
        "approve_work",
    ),
    ("challenge-new", "Challenge formally", "Put to a named person, with a day for the answer.", "raise_challenge"),
)
