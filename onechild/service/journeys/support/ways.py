"""What can be started about a child here: the address by name, a verb, a sentence, and the permission it asks for."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "need-plan-new",
        "Write a child in need plan",
        "What will be different, who does what by when, and what the child and family say.",
        "do_casework",
    ),
    (
        "step-down",
        "Step down from child protection",
        "End a protection plan under a named worker, with nothing unmet left behind.",
        "approve_work",
    ),
    (
        "closure-new",
        "Ask to close the case",
        "A manager who did not ask decides; the child is followed.",
        "do_casework",
    ),
)
