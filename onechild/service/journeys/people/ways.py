"""What can be started from a child’s page: the address’s name, a verb, a sentence, and the permission that it needs."""

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "relation-new",
        "Add somebody around the child",
        "A parent, a carer, a relative, a brother or sister, or anybody who matters.",
        "edit_child",
    ),
)
