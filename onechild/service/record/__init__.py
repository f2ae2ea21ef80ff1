"""Every table of the one record, and what may be done to it."""
