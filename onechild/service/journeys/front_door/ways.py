"""What can be started at the front door from a child's page: URL name, verb, hint, and the permission it asks for."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = (
    ("contact-about", "Record a contact", "Somebody rang, wrote or came about this child.", "screen_contact"),
)
