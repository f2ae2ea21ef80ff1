"""What can be started from a child's page: URL name, verb, a sentence, and the permission."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = (
    ("note-new", "Add a case note", "A visit, correspondence or something else; a transcript as well.", "record_visit"),
    ("document-new", "Add a document", "A letter, report or photograph, checked before it is kept.", "record_visit"),
)
