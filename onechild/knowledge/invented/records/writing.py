"""Writes, in order, all that follows from the days as they ran."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.records.homes import write_homes
from onechild.knowledge.invented.records.in_care.care_files import write_care_files
from onechild.knowledge.invented.records.in_care.care_reviews import write_care_reviews
from onechild.knowledge.invented.records.in_care.carers import write_carers
from onechild.knowledge.invented.records.in_care.courts import write_courts
from onechild.knowledge.invented.records.in_care.health import write_health
from onechild.knowledge.invented.records.in_care.missing import write_missing
from onechild.knowledge.invented.records.in_care.short_breaks import write_short_breaks
from onechild.knowledge.invented.records.learning import write_learning
from onechild.knowledge.invented.records.leavers import write_leavers
from onechild.knowledge.invented.records.oversight import write_oversight
from onechild.knowledge.invented.records.people import write_people
from onechild.knowledge.invented.records.protection_files import write_protection_files
from onechild.knowledge.invented.records.timeline import Timelines
from onechild.knowledge.invented.records.visits import write_visits


def write_records(council: Council, *, until: int) -> None:
    """This function will write the records that the simulation left out, up to and including a day."""
    times = Timelines(council)
    write_short_breaks(council)
    write_carers(council, until=until)
    write_care_files(council, times, until=until)
    write_visits(council, times, until=until)
    write_protection_files(council, times, until=until)
    write_care_reviews(council, until=until)
    write_health(council, until=until)
    write_learning(council, until=until)
    write_leavers(council, until=until)
    write_courts(council, until=until)
    write_missing(council, until=until)
    write_oversight(council, times, until=until)
    write_homes(council, until=until)
    write_people(council)
