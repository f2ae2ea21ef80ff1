"""Writes all steps, once everything that they are about is written."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.records.steps.care import write_care_steps
from onechild.knowledge.invented.records.steps.courts import write_court_steps
from onechild.knowledge.invented.records.steps.front_door import write_front_door_steps
from onechild.knowledge.invented.records.steps.permanence import write_permanence_steps
from onechild.knowledge.invented.records.steps.protection import write_protection_steps
from onechild.knowledge.invented.records.steps.schooling import write_schooling_steps
from onechild.knowledge.invented.records.steps.taking import Taker
from onechild.knowledge.invented.records.timeline import Timelines


def write_steps(council: Council, times: Timelines) -> None:
    """This function will write the steps of every topic; each draws its own chance, so their order matters to none."""
    taker = Taker(council, times)
    write_front_door_steps(taker)
    write_protection_steps(taker)
    write_care_steps(taker)
    write_permanence_steps(taker)
    write_schooling_steps(taker)
    write_court_steps(taker)
