"""Timescales of danger: missing again, trafficking, female genital mutilation, serious incidents."""

from onechild.knowledge.clocks.model import Confidence, Source, Standard, Standing, Topic, once, working_days
from onechild.knowledge.clocks.rules.front_door import REVISED, WORKING_TOGETHER

MISSING_MEETING = once(
    "missing-meeting",
    "Meet about a child who goes missing again and again",
    reference="MIS-02",
    starts="missing_again",
    within=Standard("missing_meeting_working_days", "working_day", 5),
    met_by="missing_meeting",
    owed_by="Team manager",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local procedures", "meeting after repeated or long missing episodes"),
    needs=("missing_episodes", "steps_taken"),
    needs_event=True,
    topic=Topic.MISSING,
    plain="When a child goes missing for the third time in 90 days, or stays missing for three days, the agencies meet "
    "within five working days.",
    amber=working_days(2),
    exceptions=(
        "Owed again for each further episode within 90 days of the second before it; one meeting meets all that are "
        "open.",
        "Counted from the day the third episode began, or from the third day of a long one.",
        "No longer owed once the council's work with the child has ended.",
    ),
    notes=("Some partnerships meet after 24 hours.",),
)

TRAFFICKING_REFERRAL = once(
    "trafficking-referral",
    "Refer suspected trafficking to the national referral mechanism",
    reference="MIS-03",
    starts="since_trafficking_suspected",
    within=working_days(1),
    met_by="trafficking_referred",
    owed_by="The council, as a first responder",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.K,
    source=Source(
        "Modern slavery: statutory guidance for England and Wales", "referral of children by first responders"
    ),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.MISSING,
    plain="Where trafficking or modern slavery of a child is suspected, the national referral mechanism is told "
    "without "
    "delay. A child need not consent.",
    exceptions=(
        "For children only: an adult must consent.",
        "No longer owed once the council's work with the child has ended.",
    ),
    notes=("The guidance says without delay: the working day is ours.",),
)

FGM_REPORT = once(
    "fgm-report",
    "Report female genital mutilation to the police",
    reference="FGM-01",
    starts="since_fgm_known",
    within=working_days(1),
    met_by="fgm_reported",
    owed_by="The registered professional who learnt of it",
    standing=Standing.STATUTE,
    confidence=Confidence.V2,
    source=Source("Female Genital Mutilation Act 2003", "section 5B; Home Office procedural information"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.SAFETY,
    plain="A social worker who learns that a girl under 18 was mutilated, from her own words or by signs, reports it "
    "to the police by the end of the next working day. The duty is the worker's own.",
    exceptions=(
        "Not owed where another of the same profession has already reported it: record that report.",
        "No longer owed once the council's work with the child has ended; the law's own limit is one month.",
    ),
    notes=("The Act gives one month at most; the Home Office recommends the close of the next working day.",),
)

INCIDENT_NOTIFICATION = once(
    "serious-incident-notification",
    "Notify a serious incident",
    reference="SI-01",
    starts="serious_incident",
    within=working_days(5),
    met_by="serious_incident_notified",
    owed_by="The council",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source("Children Act 2004", f"section 16C(1); {WORKING_TOGETHER}, chapter 5 of the 2023 edition"),
    needs=("serious_incidents",),
    needs_event=True,
    topic=Topic.SAFETY,
    plain="A child's death or serious harm where abuse or neglect is known or suspected is notified to the national "
    "panel within five working days of the council's becoming aware; so is the death of any looked-after child, and of "
    "a care leaver up to and including 24, to the Secretary of State and Ofsted.",
    amber=working_days(2),
    exceptions=(
        "The death of a care leaver goes to the Secretary of State and Ofsted and asks for no rapid review.",
        "Does not end with the child's life.",
    ),
    notes=(REVISED,),
)

RAPID_REVIEW = once(
    "rapid-review",
    "Send the rapid review",
    reference="SI-02",
    starts="rapid_review_owed",
    within=working_days(15),
    met_by="rapid_review_sent",
    owed_by="The safeguarding partners",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "chapter 5 of the 2023 edition; the panel's own guidance"),
    needs=("serious_incidents",),
    needs_event=True,
    topic=Topic.SAFETY,
    plain="The safeguarding partners review what happened and send the panel what they found within 15 working days of "
    "the notification.",
    amber=working_days(5),
    exceptions=(
        "Owed for death or serious harm where abuse or neglect is known or suspected; not for the death of a "
        "looked-after child or care leaver where it is not.",
        "Does not end with the child's life.",
    ),
    notes=("Some partnerships count from the day the council became aware. What starts it is not settled.", REVISED),
)

CLOCKS = (MISSING_MEETING, TRAFFICKING_REFERRAL, FGM_REPORT, INCIDENT_NOTIFICATION, RAPID_REVIEW)
