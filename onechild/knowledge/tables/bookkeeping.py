"""What reading a source found: values and rows put aside, and rows that contradict one another."""

from onechild.knowledge.tables.model import Table, code, integer, text, thing, yes_no

QUARANTINE = thing(
    "quarantine",
    "quarantine_id",
    "A value or a whole row of a source that could not be read, kept whole until somebody mends it.",
    text("file", "The file.", required=True),
    text("place", "Line, sheet and row, or element path.", required=True),
    integer("line", "The line in the file, where it has lines."),
    text("table_name", "The standard table it was meant for."),
    text("column_name", "The column, or the source's own where there is none."),
    text("value", "The value as it stood."),
    text("reason", "Why it could not be read.", required=True),
    yes_no("row_refused", "Whether the whole row was put aside and not this value alone."),
    text("row_values", "The whole row as it stood, where it was put aside."),
    personal=True,
)

FINDINGS = thing(
    "findings",
    "finding_id",
    "Rows that were loaded and that contradict one another or the calendar; for somebody at the source to look at.",
    code("finding_kind", "finding_kind", "What kind of contradiction.", required=True),
    text("child_id", "The child, where it is about one.", refers="children"),
    text("table_name", "The standard table.", required=True),
    text("row_id", "The key of the row."),
    text("other_row_id", "The key of the other row, where there are two."),
    text("words", "What was found, in one sentence.", required=True),
)

TABLES: tuple[Table, ...] = (QUARANTINE, FINDINGS)
