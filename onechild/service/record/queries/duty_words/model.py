"""What a duty says of itself in a list of work: what to do, who owes it, what it counts from, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# The part in a child's case whose holder owes a duty; "service" is nobody by name.
Owner = Literal[
    "lead",
    "manager",
    "front_door",
    "chair",
    "reviewing_officer",
    "adviser",
    "service",
    "special_needs",
    "agency",
    "reviewing_service",
    "fostering",
    "virtual_school",
    "host",
    "supervising_worker",
    "adoption_agency",
    "assessor",
    "worker",
    "complaints",
    "information",
    "employer",
    "designated_officer",
    "service_manager",
    "court",
    "partners",
]
Next = Literal["visit", "open"]


@dataclass(frozen=True, kw_only=True)
class Words:
    """`what` names the children; `last` follows the day of the last event, `since` the day the count began.

    `again` says that the duty comes round. `next_words` is the link to what to do. `within` says how long where the
    length alone would read badly, as "{length} the conference" for a length of 2 working days before.
    """

    what: str
    owner: Owner
    cites: str
    since: str
    last: str = ""
    again: bool = False
    next_kind: Next = "open"
    next_words: str = "Open record"
    within: str = ""

    @property
    def thing(self) -> str:
        """ "Review conference": what it is, where the child is named beside it."""
        without = self.what.removesuffix(" {names}")
        bare = without.removesuffix(" of").removesuffix(" for").removesuffix(" about")
        return bare.replace("{names}", "the child")


WORKING_TOGETHER = "Working Together"
REGULATIONS = "Care Planning Regulations 2010"

OWNERS: dict[Owner, str] = {
    "lead": "the lead worker",
    "manager": "the team manager",
    "front_door": "the front-door manager",
    "chair": "the conference chair",
    "reviewing_officer": "the independent reviewing officer",
    "adviser": "the personal adviser",
    "service": "the leaving care service",
    "special_needs": "the special educational needs service",
    "agency": "the agency decision-maker",
    "reviewing_service": "the reviewing service",
    "fostering": "the fostering service",
    "virtual_school": "the virtual school",
    "host": "the hospital or school",
    "supervising_worker": "the supervising social worker",
    "adoption_agency": "the adoption agency",
    "assessor": "the assessor",
    "worker": "the worker",
    "complaints": "the complaints manager",
    "information": "the information team",
    "employer": "the employer or agency",
    "designated_officer": "the designated officer",
    "service_manager": "the service manager",
    "court": "the court",
    "partners": "the safeguarding partners",
}

# The part in an allocation whose holder owes it, where the record names one.
PARTS: dict[Owner, str] = {
    "lead": "lead",
    "chair": "reviewing_officer",
    "reviewing_officer": "reviewing_officer",
    "adviser": "personal_adviser",
}
