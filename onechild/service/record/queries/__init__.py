"""Reads of the record that pages and journeys share."""
