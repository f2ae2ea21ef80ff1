"""Who could take which child: a proposed allocation with its proof. What is planned is workers’ time, never a child."""

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
from onechild.knowledge.planning.solving import propose

__all__ = ["Asked", "Group", "Line", "Load", "Proof", "Proposal", "Rules", "Worker", "propose"]
