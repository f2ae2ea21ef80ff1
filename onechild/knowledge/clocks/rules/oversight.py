"""Timescales of casework oversight: supervision of each child's case, visits written up, a change of worker."""

from onechild.knowledge.clocks.model import (
    Confidence,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    once,
    weeks,
    working_days,
)

PROCEDURES = "A council's procedures"

CASE_SUPERVISION = by_precedence(
    "case-supervision",
    "Talk the child's case through in supervision",
    reference="WF-02",
    starts="worked_with",
    met_by=("case_supervised",),
    rules=(
        Rule(
            (Standard("case_supervision_child_protection_weeks", "week", 4),),
            repeats=True,
            during="child_protection_plan",
            confidence=Confidence.K,
            says="A child on a child protection plan: every four weeks.",
        ),
        Rule(
            (Standard("case_supervision_looked_after_weeks", "week", 8),),
            repeats=True,
            during="looked_after",
            says="A looked-after child: every eight weeks.",
        ),
        Rule(
            (Standard("case_supervision_care_leaver_weeks", "week", 12),),
            repeats=True,
            during="care_leaver_supported",
            confidence=Confidence.K,
            says="A care leaver: every twelve weeks.",
        ),
        Rule(
            (Standard("case_supervision_weeks", "week", 8),), repeats=True, says="Any other child: every eight weeks."
        ),
    ),
    owed_by="Team manager",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source(PROCEDURES, "case supervision recorded on the child's file at least every two months"),
    needs=("supervisions",),
    needs_event=True,
    topic=Topic.WORKFORCE,
    plain="The manager talks each child's case through with the worker, and writes on the child's record what was "
    "decided, at least every eight weeks; oftener for a child on a child protection plan.",
    amber=weeks(2),
    exceptions=(
        "Owed while the council works with the child: a referral, care, or support on leaving care.",
        "The worker's own supervision and group supervision do not count.",
    ),
)

VISIT_WRITTEN_UP = once(
    "visit-written-up",
    "Write up the visit",
    reference="WF-06",
    starts="visit_to_write_up",
    within=Standard("visit_write_up_working_days", "working_day", 2),
    met_by="visit_written_up",
    owed_by="The worker who visited",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source(PROCEDURES, "visits within two working days; critical events within 24 hours, others within five"),
    needs=("visits",),
    needs_event=True,
    topic=Topic.WORKFORCE,
    plain="A visit is written up within two working days, so that the record can be trusted by whoever opens it next.",
    amber=working_days(1),
    exceptions=(
        "Asked of visits whose day of writing the source tells; a visit that nobody has written up is no row yet: a "
        "diary entry with no note shows it.",
        "Attempts at which the child was not seen are written up too.",
    ),
)

REALLOCATION = once(
    "reallocation",
    "Name a new lead worker",
    reference="WF-08",
    starts="lead_worker_gone",
    within=Standard("reallocation_working_days", "working_day", 1),
    met_by="lead_worker_begun",
    owed_by="Team manager",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local procedures", "no child without a worker"),
    needs=("allocations",),
    topic=Topic.WORKFORCE,
    plain="When a child's lead worker leaves or hands the case back, another is named by the end of the next working "
    "day: no child is without a worker.",
    exceptions=(
        "Not owed where another lead worker holds the case already, or the council's work with the child has ended.",
        "A place on a team's waiting list is no worker.",
    ),
)

NEW_WORKER_VISIT = once(
    "new-worker-visit",
    "The new worker meets the child",
    reference="WF-08",
    starts="new_lead_worker",
    within=Standard("new_worker_visit_working_days", "working_day", 10),
    met_by="seen_by_lead_worker",
    owed_by="The new lead worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local procedures", "introduction within 10 working days"),
    needs=("allocations", "visits"),
    needs_event=True,
    topic=Topic.WORKFORCE,
    plain="A worker who takes a child's case over from another sees the child within ten working days.",
    exceptions=(
        "Owed where another worker led before in the same time of work with the child; a first worker owes what "
        "assessment and plan ask.",
        "A visit of any purpose counts, in person, the child seen, by that worker; or by nobody said.",
        "Not owed once that worker no longer leads, or the council's work with the child has ended.",
    ),
)

CLOCKS = (CASE_SUPERVISION, VISIT_WRITTEN_UP, REALLOCATION, NEW_WORKER_VISIT)
