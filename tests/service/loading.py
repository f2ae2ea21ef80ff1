"""Puts an extract into the test database, as a load does."""

from __future__ import annotations

from datetime import UTC, datetime

from onechild.knowledge.tables.extract import Extract

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


def load_for_tests(extract: Extract) -> None:
    """Load every table of the extract as rows of the main source, and work out the obligations."""
    from onechild.service.record.actions.loading import load

    load(extract, source="hatterton", name="Hatterton's case system", by="test data", now=NOW)
