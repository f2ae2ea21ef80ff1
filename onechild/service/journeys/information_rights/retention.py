"""How long a child's record is kept, and why: the schedule, dated and sourced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.knowledge.workdays import birthday


@dataclass(frozen=True)
class Period:
    """Years from the date of birth (or from death for those who died under 18), with what says so."""

    key: str
    words: str
    years: int
    source: str
    local: bool
    years_after_death: int | None = None


LOOKED_AFTER = Period(
    "looked_after",
    "Was looked after: until the 75th birthday, or 15 years after a death under 18",
    75,
    "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50",
    local=False,
    years_after_death=15,
)
PROTECTION = Period(
    "protection",
    "Had a child protection plan or enquiry: until the 35th birthday",
    35,
    "The council's own retention schedule; a national inquiry may forbid erasure meanwhile",
    local=True,
)
IN_NEED = Period(
    "in_need", "Was a child in need: until the 25th birthday", 25, "The council's own retention schedule", local=True
)
CONTACT = Period(
    "contact", "Contacts only: until the 25th birthday", 25, "The council's own retention schedule", local=True
)
SCHEDULE = (LOOKED_AFTER, PROTECTION, IN_NEED, CONTACT)


def keep_until(period: Period, *, born_on: date | None, died_on: date | None) -> date | None:
    """This function will return the last day a record is kept; None where no birth is known, and then it is kept."""
    if born_on is None:
        return None
    if died_on and period.years_after_death and died_on < birthday(born_on, 18):
        return birthday(died_on, period.years_after_death)
    return birthday(born_on, period.years)
