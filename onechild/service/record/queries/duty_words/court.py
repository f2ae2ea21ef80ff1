"""Words of the duties before and in court, and of private fostering."""

from onechild.service.record.queries.duty_words.model import Words

WORDS: dict[str, Words] = {
    "letter-before-proceedings": Words(
        what="Letter before proceedings for {names}",
        owner="lead",
        cites="",
        since="decided on {day}",
    ),
    "pre-proceedings-meeting": Words(
        what="First pre-proceedings meeting about {names}",
        owner="lead",
        cites="",
        since="the letter was sent on {day}",
    ),
    "pre-proceedings-review": Words(
        what="Review pre-proceedings about {names}",
        owner="service_manager",
        cites="",
        since="the first meeting was on {day}",
        last="the last review was on {day}",
        again=True,
    ),
    "pre-proceedings-concluded": Words(
        what="Conclude pre-proceedings about {names}",
        owner="service_manager",
        cites="",
        since="begun on {day}",
    ),
    "family-group-offer": Words(
        what="Offer a family group meeting about {names}",
        owner="lead",
        cites="Children Act 1989, section 31ZA",
        since="the letter was sent on {day}",
    ),
    "family-group-meeting": Words(
        what="Family group meeting about {names}",
        owner="lead",
        cites="Children Act 1989, section 31ZA",
        since="offered on {day}",
    ),
    "care-proceedings": Words(
        what="Conclude care proceedings about {names}",
        owner="court",
        cites="Children Act 1989, section 32",
        since="issued on {day}",
    ),
    "care-proceedings-extended": Words(
        what="Conclude the extended proceedings about {names}",
        owner="court",
        cites="Children Act 1989, section 32",
        since="extended on {day}",
    ),
    "case-management-hearing": Words(
        what="Case management hearing about {names}",
        owner="court",
        cites="Practice Direction 12A",
        since="issued on {day}",
    ),
    "supervision-order": Words(
        what="Decide on the supervision order for {names}",
        owner="lead",
        cites="Children Act 1989, Schedule 3",
        since="made on {day}",
    ),
    "supervision-order-extended": Words(
        what="Decide on the extended supervision order for {names}",
        owner="lead",
        cites="Children Act 1989, Schedule 3",
        since="extended on {day}",
    ),
    "private-fostering-first-visit": Words(
        what="First private fostering visit to {names}",
        owner="lead",
        cites="Private Fostering Regulations 2005, regulation 4",
        since="told on {day}",
        next_kind="visit",
        next_words="Record this visit",
    ),
    "private-fostering-visit": Words(
        what="Private fostering visit to {names}",
        owner="lead",
        cites="Private Fostering Regulations 2005, regulation 8",
        since="told on {day}",
        last="last seen {day}",
        again=True,
        next_kind="visit",
        next_words="Record this visit",
    ),
    "private-fostering-assessment": Words(
        what="Assess the private fostering of {names}",
        owner="lead",
        cites="",
        since="told on {day}",
    ),
}
