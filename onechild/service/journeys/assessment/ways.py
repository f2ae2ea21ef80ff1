"""What can be started here from a child's page: the address, the verb, a sentence, and who may."""

from __future__ import annotations

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "assessment-new",
        "Start an assessment",
        "From the open referral, for one child or for brothers and sisters together. The history comes first.",
        "do_casework",
    ),
)
