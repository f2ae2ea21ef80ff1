"""The words of each clock's duty in a list of work: what to do, who owes it, what it counts from, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# The part in a child's case whose holder owes a duty; "service" is nobody by name.
Owner = Literal["lead", "manager", "front_door", "chair", "reviewing_officer", "adviser", "service"]
Next = Literal["visit", "open"]


@dataclass(frozen=True, kw_only=True)
class Words:
    """`what` names the children; `last` follows the day of the last event, `since` the day the count began.

    `again` says that the duty comes round. `next_words` is the link to what to do.
    """

    what: str
    owner: Owner
    cites: str
    since: str
    last: str = ""
    again: bool = False
    next_kind: Next = "open"
    next_words: str = "Open record"

    @property
    def thing(self) -> str:
        """ "Review conference": what it is, where the child is named beside it."""
        without = self.what.removesuffix(" {names}")
        return without.removesuffix(" of").removesuffix(" for").removesuffix(" about")


WORKING_TOGETHER = "Working Together"
REGULATIONS = "Care Planning Regulations 2010"

WORDS: dict[str, Words] = {
    "contact-decision": Words(
        what="Decide on the contact about {names}", owner="front_door", cites="", since="received {day}"
    ),
    "assessment-from-referral": Words(
        what="Finish the assessment of {names}",
        owner="lead",
        cites=WORKING_TOGETHER,
        since="the referral came on {day}",
    ),
    "assessment-from-start": Words(
        what="Finish the assessment of {names}", owner="lead", cites="", since="it began on {day}"
    ),
    "initial-child-protection-conference": Words(
        what="Initial conference for {names}",
        owner="manager",
        cites=WORKING_TOGETHER,
        since="the enquiry began on {day}",
    ),
    "review-child-protection-conference": Words(
        what="Review conference for {names}",
        owner="chair",
        cites=WORKING_TOGETHER,
        since="the plan began on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "child-protection-visit": Words(
        what="Visit {names}",
        owner="lead",
        cites="",
        since="not yet seen under the plan of {day}",
        last="last seen {day}",
        again=True,
        next_kind="visit",
        next_words="Record this visit",
    ),
    "child-in-need-visit": Words(
        what="Visit {names}",
        owner="lead",
        cites="",
        since="not yet seen under the plan of {day}",
        last="last seen {day}",
        again=True,
        next_kind="visit",
        next_words="Record this visit",
    ),
    "looked-after-visit": Words(
        what="Visit {names}",
        owner="lead",
        cites=f"{REGULATIONS}, regulation 28",
        since="not yet seen there since {day}",
        last="last seen {day}",
        again=True,
        next_kind="visit",
        next_words="Record this visit",
    ),
    "looked-after-review": Words(
        what="Review meeting for {names}",
        owner="reviewing_officer",
        cites=f"{REGULATIONS}, regulation 33",
        since="looked after since {day}",
        last="the last was on {day}",
        again=True,
    ),
    "initial-health-assessment": Words(
        what="Initial health assessment of {names}",
        owner="lead",
        cites="Promoting the health and well-being of looked-after children, 2015",
        since="came into care on {day}",
    ),
    "personal-adviser": Words(
        what="Appoint a personal adviser for {names}",
        owner="service",
        cites="Children Act 1989, Schedule 2",
        since="owed since {day}",
    ),
    "pathway-plan-review": Words(
        what="Review the pathway plan of {names}",
        owner="adviser",
        cites="Care Leavers Regulations 2010, regulation 7",
        since="the plan was made on {day}",
        last="the last review was on {day}",
        again=True,
    ),
}

OWNERS: dict[Owner, str] = {
    "lead": "the lead worker",
    "manager": "the team manager",
    "front_door": "the front-door manager",
    "chair": "the conference chair",
    "reviewing_officer": "the independent reviewing officer",
    "adviser": "the personal adviser",
    "service": "the leaving care service",
}

# The part in an allocation whose holder owes it, where the record names one.
PARTS: dict[Owner, str] = {
    "lead": "lead",
    "chair": "reviewing_officer",
    "reviewing_officer": "reviewing_officer",
    "adviser": "personal_adviser",
}
VISITS = tuple(key for key, words in WORDS.items() if words.next_kind == "visit")
