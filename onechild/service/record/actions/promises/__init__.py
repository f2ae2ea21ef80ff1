"""Gives a promise for a child, passes it on with the case, and keeps, disputes, changes or withdraws it: each a step.

The promise itself is a row of the contract's `directions`, which measures and the silence detector read; what happened
to it stands beside, in `direction_steps`. A promise that a load brought is changed in its own row, as any loaded row
may be: the next load leaves that standing until its source changes the row itself.
"""

from onechild.service.record.actions.promises.following import pass_back
from onechild.service.record.actions.promises.giving import Passed, give, pass_on
from onechild.service.record.actions.promises.settling import (
    add_news,
    answer_dispute,
    change_due,
    change_owner,
    dispute,
    keep,
    reopen,
    withdraw,
)
from onechild.service.record.actions.promises.steps import NotPossible

__all__ = [
    "NotPossible",
    "Passed",
    "add_news",
    "answer_dispute",
    "change_due",
    "change_owner",
    "dispute",
    "give",
    "keep",
    "pass_back",
    "pass_on",
    "reopen",
    "withdraw",
]
