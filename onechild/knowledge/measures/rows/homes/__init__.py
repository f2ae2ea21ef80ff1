"""Rows that measures of foster homes, private fostering, the cost of care and youth justice count."""
