"""What can be started from a child’s page: the address’s name, a verb, a sentence, and the permission that it needs."""

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "letter-new",
        "Write a letter",
        "Each recipient gets a version without what they must not know.",
        "do_casework",
    ),
)
