"""The desk's indexes, lists and search, in SQL."""
