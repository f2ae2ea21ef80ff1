"""The pages of the search: what was found as rows of a table, and the same search before any record is made."""
