"""Timescales of children who live away and are not looked after here: long stays, custody, transfer elsewhere."""

from onechild.knowledge.clocks.model import Confidence, Source, Standard, Standing, Topic, months, once, working_days

LONG_STAY = "Children Act 1989"
NOT_LOOKED_AFTER = "Not owed while the child is looked after: the looked-after visits then lead."

LONG_STAY_NOTICE = once(
    "long-stay-notice",
    "Be told of a child's long stay in hospital or a residential school",
    reference="LAC-27",
    starts="long_stay",
    within=months(3),
    met_by="stay_notified",
    owed_by="The hospital, school or home where the child stays",
    standing=Standing.STATUTE,
    confidence=Confidence.K,
    source=Source(LONG_STAY, "section 85(1) and section 86(1)"),
    topic=Topic.IN_CARE,
    plain="Where a child has lived for three months on end in a hospital, a residential school or a care home, or is "
    "meant to, whoever provides the home tells the council.",
    needs=("stays", "steps_taken"),
    needs_event=True,
    exceptions=(
        "Owed sooner where the stay is meant to last three months: a person sees to that.",
        NOT_LOOKED_AFTER,
        "Ends with the stay and at 18.",
    ),
)

LONG_STAY_VISIT = once(
    "long-stay-visit",
    "Visit the child on a long stay",
    reference="LAC-27",
    starts="long_stay_known",
    within=Standard("long_stay_visit_days", "day", 14),
    met_by="seen_on_a_long_stay",
    owed_by="The authority's representative",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(
        LONG_STAY,
        "section 86A(2); Visits to Children in Long-Term Residential Care Regulations 2011 (SI 2011/1010), "
        "regulation 3",
    ),
    topic=Topic.IN_CARE,
    plain="A child of whose long stay the council was told is visited by somebody from the council. The number of days "
    "that the regulations give was not read, so the council sets its own.",
    needs=("stays", "steps_taken"),
    needs_event=True,
    exceptions=(NOT_LOOKED_AFTER, "Ends with the stay and at 18."),
    notes=("Visits after the first are not counted here: how often the regulations ask for them was not read.",),
)

CUSTODY_VISIT = once(
    "custody-visit",
    "Visit the child who left care for custody",
    reference="LAC-29",
    starts="detained_after_care",
    within=working_days(10),
    met_by="seen_in_custody",
    owed_by="The authority's representative",
    standing=Standing.REGULATION,
    confidence=Confidence.K,
    source=Source(
        "Visits to Former Looked After Children in Detention (England) Regulations 2010 (SI 2010/2797)",
        "regulations 2(2) and 3, and regulation 4 as Wales's 2011 regulations, made with the same words, have it",
    ),
    topic=Topic.IN_CARE,
    plain="A child who stops being looked after because a court has detained the child is visited within ten working "
    "days, and after that whenever it is reasonably asked for.",
    amber=working_days(3),
    needs=("stays", "visits"),
    needs_event=True,
    exceptions=(
        "Under a care order the child is still looked after: the looked-after visits then lead.",
        "Not owed to a relevant child (16 or 17, leaving care), to whom other duties are owed.",
        "Later visits, when asked for, have no number and are left to a person.",
        "Ends with detention, at 18, and where the child comes back into care.",
    ),
)

TRANSFER_SCHEME = once(
    "transfer-scheme",
    "Transfer an unaccompanied child by the national scheme",
    reference="LAC-30",
    starts="since_transfer_scheme_referred",
    within=working_days(10),
    met_by="transferred_by_scheme",
    owed_by="The receiving council",
    standing=Standing.PROGRAMME,
    confidence=Confidence.K,
    source=Source("National Transfer Scheme protocol for unaccompanied asylum-seeking children", "transfer"),
    topic=Topic.IN_CARE,
    plain="An unaccompanied child who is referred to the National Transfer Scheme is expected to move to the receiving "
    "council within ten working days.",
    amber=working_days(5),
    needs=("steps_taken",),
    needs_event=True,
    exceptions=("Ends where the council's work with the child ends.",),
)

CLOCKS = (LONG_STAY_NOTICE, LONG_STAY_VISIT, CUSTODY_VISIT, TRANSFER_SCHEME)
