"""Rows that measures of leaving care count."""
