"""Words of the duties of leaving care."""

from onechild.service.record.queries.duty_words.model import Words

REGULATIONS = "Care Leavers Regulations 2010"

WORDS: dict[str, Words] = {
    "pathway-needs-assessment": Words(
        what="Pathway needs assessment of {names}",
        owner="lead",
        cites="Care Planning Regulations 2010, regulation 42",
        since="owed since {day}",
    ),
    "pathway-plan": Words(what="Pathway plan for {names}", owner="lead", cites="", since="owed since {day}"),
    "personal-adviser": Words(
        what="Appoint a personal adviser for {names}",
        owner="service",
        cites="Children Act 1989, Schedule 2",
        since="owed since {day}",
    ),
    "pathway-plan-review": Words(
        what="Review the pathway plan of {names}",
        owner="adviser",
        cites=f"{REGULATIONS}, regulation 7",
        since="the plan was made on {day}",
        last="the last review was on {day}",
        again=True,
    ),
    "provided-home-visit": Words(
        what="Visit in the home we provide for {names}",
        owner="adviser",
        cites=f"{REGULATIONS}, regulation 8",
        since="moved in on {day}",
        last="last seen there {day}",
        again=True,
    ),
    "provided-home-second-visit": Words(
        what="Second visit before the review for {names}",
        owner="adviser",
        cites=f"{REGULATIONS}, regulation 8",
        since="moved in on {day}",
    ),
    "provided-home-review": Words(
        what="Review the pathway plan after the move of {names}",
        owner="adviser",
        cites=f"{REGULATIONS}, regulation 7",
        since="moved in on {day}",
    ),
    "care-leaver-contact": Words(
        what="Visit {names}",
        owner="adviser",
        cites="",
        since="not yet seen since {day}",
        last="last seen {day}",
        again=True,
        next_kind="visit",
        next_words="Record this visit",
    ),
    "care-leaver-offer": Words(
        what="Yearly offer of support for {names}",
        owner="adviser",
        cites="",
        since="21 on {day}",
        last="last in touch {day}",
        again=True,
    ),
}
