"""All checks, in the order in which a list shows them."""

from __future__ import annotations

from onechild.errors import CannotProceed
from onechild.knowledge.silence.checks import follow_through, in_care, legal, protection, work, young
from onechild.knowledge.silence.model import Check

CHECKS: tuple[Check, ...] = (
    *work.CHECKS,
    *follow_through.CHECKS,
    *protection.CHECKS,
    *in_care.CHECKS,
    *legal.CHECKS,
    *young.CHECKS,
)


def check(key: str) -> Check:
    """This function will return a check by its key, or raise CannotProceed with the keys there are."""
    for one in CHECKS:
        if one.key == key:
            return one
    raise CannotProceed(f"there is no check {key}: the checks are {', '.join(one.key for one in CHECKS)}")
