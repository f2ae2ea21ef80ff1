"""Rows that measures of court, of what comes before it, and of the edge of care count."""
