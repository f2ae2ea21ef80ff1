"""What of protection can be started from a child's page: URL name, verb, a hint, and the permission that it needs."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "strategy-new",
        "Open a strategy discussion",
        "As soon as you suspect significant harm: it waits for no check.",
        "do_casework",
    ),
    (
        "conference-new",
        "Arrange a child protection conference",
        "After a section 47 enquiry, for a family that moves in on a plan, or to review one.",
        "do_casework",
    ),
)
