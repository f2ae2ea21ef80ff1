"""Writes, in order, all that follows from the days as they ran."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.records.asked.allegations import write_allegations
from onechild.knowledge.invented.records.asked.complaints import write_complaints
from onechild.knowledge.invented.records.asked.incidents import write_incidents
from onechild.knowledge.invented.records.asked.requests import write_requests
from onechild.knowledge.invented.records.before_court import write_before_court
from onechild.knowledge.invented.records.council_wide.terms import write_terms
from onechild.knowledge.invented.records.council_wide.working_life import write_working_life
from onechild.knowledge.invented.records.homes import write_homes
from onechild.knowledge.invented.records.in_care.care_files import write_care_files
from onechild.knowledge.invented.records.in_care.care_reviews import write_care_reviews
from onechild.knowledge.invented.records.in_care.carers import write_carers
from onechild.knowledge.invented.records.in_care.carers_checked import write_carers_checked
from onechild.knowledge.invented.records.in_care.courts import write_courts
from onechild.knowledge.invented.records.in_care.health import write_health
from onechild.knowledge.invented.records.in_care.missing import write_missing
from onechild.knowledge.invented.records.in_care.short_breaks import write_short_breaks
from onechild.knowledge.invented.records.in_care.yearly_round import write_yearly_round
from onechild.knowledge.invented.records.learning import write_learning
from onechild.knowledge.invented.records.leavers import write_leavers
from onechild.knowledge.invented.records.measured.area import write_area
from onechild.knowledge.invented.records.measured.helping import write_help
from onechild.knowledge.invented.records.measured.matching import write_matching
from onechild.knowledge.invented.records.measured.quality import write_quality
from onechild.knowledge.invented.records.measured.schools import write_schools
from onechild.knowledge.invented.records.measured.siblings import write_siblings
from onechild.knowledge.invented.records.more_visits import write_more_visits
from onechild.knowledge.invented.records.oversight import write_oversight
from onechild.knowledge.invented.records.people import write_people
from onechild.knowledge.invented.records.powers import write_powers
from onechild.knowledge.invented.records.protection_files import write_protection_files
from onechild.knowledge.invented.records.stays import write_stays
from onechild.knowledge.invented.records.steps.taking import Taker
from onechild.knowledge.invented.records.steps.writing import write_steps
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
    write_more(council, times, until=until)
    write_measured(council, times)
    write_people(council)


def write_more(council: Council, times: Timelines, *, until: int) -> None:
    """This function will write what only the clocks of the law ask for; nothing above reads it."""
    taker = Taker(council, times)
    write_before_court(council)
    write_steps(council, times)
    write_stays(taker)
    write_more_visits(taker)
    write_powers(council)
    write_yearly_round(council)
    write_carers_checked(council, until=until)
    write_working_life(council, times, until=until)
    write_terms(council, until=until)
    write_complaints(council, until=until)
    write_allegations(council, until=until)
    write_incidents(council)
    write_requests(council, until=until)


def write_measured(council: Council, times: Timelines) -> None:
    """This function will write what only the measures ask for; nothing above reads it."""
    write_area(council)
    write_siblings(council)
    write_matching(council, times)
    write_schools(council)
    write_quality(council, times)
    write_help(council)
