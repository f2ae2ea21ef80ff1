"""The page of one measure: its figure, months, groups, others beside it, definition and law, and the rows behind it."""
