"""Writes to the record: keyword-only, inside a numbered change-set."""
