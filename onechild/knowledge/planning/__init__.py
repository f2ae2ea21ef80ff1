"""Who could take which child: a proposed allocation with its proof. What is planned is workers’ time, never a child."""

from onechild.knowledge.planning.gathering import ChildRow, Gathered, WorkerRow, gather
from onechild.knowledge.planning.model import (
    Asked,
    Group,
    Line,
    Load,
    Proof,
    Proposal,
    Rules,
    Worker,
)
from onechild.knowledge.planning.shortfall import Short, short_of
from onechild.knowledge.planning.solving import propose

__all__ = [
    "Asked",
    "ChildRow",
    "Gathered",
    "Group",
    "Line",
    "Load",
    "Proof",
    "Proposal",
    "Rules",
    "Short",
    "Worker",
    "WorkerRow",
    "gather",
    "propose",
    "short_of",
]
