"""What can be begun from a child's page, for the list of things to add: page, words, a hint, and who may."""

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "pathway-new",
        "Begin specially careful work",
        "Honour-based abuse, forced marriage, genital mutilation, homelessness at 16 or 17, exploitation.",
        "do_casework",
    ),
    ("missing-new", "Record that the child is missing", "When, from where, and that the police know.", "do_casework"),
    ("order-new", "Record an order that protects the child", "Which court, against whom, until when.", "do_casework"),
)
