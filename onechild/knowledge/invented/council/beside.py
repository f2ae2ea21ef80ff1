"""Those who stand beside the lead worker: personal advisers, reviewing officers, family workers."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Child, Council, Worker
from onechild.knowledge.invented.rows import Row

TEAM_OF_ROLE = {"personal_adviser": "LCT", "reviewing_officer": "IRO", "family_worker": "FAM"}


def stand_beside(council: Council, child: Child, role: str) -> Row | None:
    """This function will give a child a worker in a role beside the lead; none where the team is empty."""
    team = council.teams[TEAM_OF_ROLE[role]]
    ready = sorted(team.workers, key=lambda one: (len(one.beside) / one.fte, one.key))
    if not ready:
        return None
    worker = ready[0]
    row = council.book.write(
        "allocations",
        allocation_id=council.key("AL"), child_id=child.key, started_on=council.day, recorded_on=council.day,
        worker_id=worker.key, team_id=team.key, role=role,
        referral_id=child.referral["referral_id"] if child.referral else None,
    )  # fmt: skip
    worker.beside[child] = row
    return row


def stand_down(council: Council, child: Child, row: Row | None, why: str) -> None:
    """This function will end a role beside the lead."""
    if row is None or row.get("ended_on") is not None:
        return
    row.update(ended_on=council.day, end_recorded_on=council.day, end_reason=why)
    worker = council.workers.get(row["worker_id"])
    if worker is not None:
        worker.beside.pop(child, None)


def pass_on(council: Council, worker: Worker) -> None:
    """This function will find another for each child whom a leaving worker stood beside."""
    for child, row in list(worker.beside.items()):
        row.update(ended_on=council.day, end_recorded_on=council.day, end_reason="LEFTRL")
        fresh = stand_beside(council, child, row["role"])
        if row["role"] == "personal_adviser":
            child.adviser = fresh
        elif row["role"] == "reviewing_officer":
            child.reviewer = fresh
    worker.beside.clear()
