"""Who holds a child, and every way that this changes: each verb writes the contract's rows and a move that says why.

OneChild takes allocation over child by child (decision 18): the first move here ends the row that a load brought, and
later loads leave that standing.
"""

from onechild.service.record.actions.allocating.acting import (
    Acting,
    First,
    Meanwhile,
    NotPossible,
    Protected,
    SetAside,
    Who,
    earliest_day,
)
from onechild.service.record.actions.allocating.assigning import assign, assign_several, put_on_list, take_out
from onechild.service.record.actions.allocating.changing import (
    add_co_worker,
    change_manager,
    change_priority,
    end_co_worker,
)
from onechild.service.record.actions.allocating.transferring import (
    accept_transfer,
    ask_transfer,
    refuse_transfer,
    withdraw_transfer,
)
from onechild.service.record.actions.allocating.undoing import undo

__all__ = [
    "Acting",
    "First",
    "Meanwhile",
    "NotPossible",
    "Protected",
    "SetAside",
    "Who",
    "accept_transfer",
    "add_co_worker",
    "ask_transfer",
    "assign",
    "assign_several",
    "change_manager",
    "change_priority",
    "earliest_day",
    "end_co_worker",
    "put_on_list",
    "refuse_transfer",
    "take_out",
    "undo",
    "withdraw_transfer",
]
