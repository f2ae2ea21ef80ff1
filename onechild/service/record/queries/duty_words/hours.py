"""Words of the duties that run in hours, and of reviews of secure accommodation."""

from onechild.service.record.queries.duty_words.model import Words

WORDS: dict[str, Words] = {
    "contact-decision-hours": Words(
        what="Decide on the contact about {names}",
        owner="front_door",
        cites="",
        since="received {day}",
    ),
    "section-47-child-seen": Words(
        what="See {names} alone in the enquiry",
        owner="lead",
        cites="",
        since="the strategy discussion was on {day}",
        next_kind="visit",
        next_words="Record this visit",
    ),
    "return-interview-offered": Words(
        what="Offer {names} a return home interview",
        owner="lead",
        cites="Guidance on missing children, 2014",
        since="came back on {day}",
    ),
    "return-interview-held": Words(
        what="Return home interview with {names}",
        owner="lead",
        cites="Guidance on missing children, 2014",
        since="came back on {day}",
    ),
    "police-protection": Words(
        what="Police protection of {names} ends",
        owner="lead",
        cites="Children Act 1989, section 46",
        since="it began on {day}",
    ),
    "emergency-protection-order": Words(
        what="Emergency protection order for {names} ends",
        owner="lead",
        cites="Children Act 1989, section 45",
        since="it was made on {day}",
    ),
    "secure-without-order": Words(
        what="Secure accommodation of {names} without an order ends",
        owner="manager",
        cites="Secure Accommodation Regulations 1991, regulation 10",
        since="it began on {day}",
    ),
    "secure-review": Words(
        what="Review of the secure placement of {names}",
        owner="manager",
        cites="Secure Accommodation Regulations 1991, regulation 15",
        since="placed on {day}",
        last="the last was on {day}",
        again=True,
    ),
}
