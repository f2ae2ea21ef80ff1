"""Care leavers: who is one, who advises them, and until when."""

from __future__ import annotations

from onechild.knowledge.invented.council.allocating import part, take_in
from onechild.knowledge.invented.council.beside import stand_beside
from onechild.knowledge.invented.council.model import Child, Council, Unit
from onechild.knowledge.invented.days import birthday
from onechild.knowledge.invented.work.assessing import Steps, close

WEEKS_13 = 91


def become_leaver(council: Council, child: Child, in_care: int) -> None:
    """This function will pass a young person of 18 to an adviser of the leaving care team, where owed one."""
    if in_care < WEEKS_13 and child.adviser is None:
        close(council, child, "RC6" if child.disabled else "RC7")
        return
    child.leaving = True
    council.leavers[child] = None
    if child.adviser is None:
        child.adviser = stand_beside(council, child, "personal_adviser")
    part(council, child)
    child.unit = Unit(child.family, [child], council.teams["LCT"], "leaving", council.day)
    take_in(council, child.unit, child.unit.team)
    council.env.process(_until(council, child))


def _until(council: Council, child: Child) -> Steps:
    chance = child.family.chance
    point = chance.random()
    if point < 0.55:
        end = birthday(child.born, 21) + chance.randint(20, 300)
    elif point < 0.85:
        end = birthday(child.born, 22) + chance.randint(0, 700)
    else:
        end = birthday(child.born, 25)
    yield council.env.timeout(max(30, end - council.day))
    council.leavers.pop(child, None)
    child.leaving = False
    close(council, child, "RC7")
