"""Pre-proceedings, care proceedings and hearings, and work at the edge of care."""

from onechild.knowledge.tables.model import (
    WORKER,
    Table,
    code,
    day,
    event,
    instant,
    integer,
    number,
    spell,
    text,
    yes_no,
)

PRE_PROCEEDINGS = spell(
    "pre_proceedings",
    "pre_proceedings_id",
    "Pre-proceedings under the Public Law Outline, from the decision to begin them.",
    text("referral_id", "The referral it belongs to.", refers="referrals"),
    text("family_id", "The family group."),
    code("gateway_outcome", "plo_legal_gateway_outcome", "What the legal gateway meeting decided."),
    day("letter_on", "The letter before proceedings."),
    yes_no("family_group_offered", "Whether a family group decision-making meeting was offered."),
    yes_no("family_group_held", "Whether it was held."),
    day("first_meeting_on", "The first pre-proceedings meeting."),
    integer("review_meetings", "Review meetings held after the first."),
    day("decided_on", "The decision to step down or to issue."),
    code("outcome", "plo_pre_proceedings_outcome", "Step down or issue."),
    text("outcome_words", "The outcome as the source gives it, where its code list is not published."),
    day("application_on", "The application to court."),
    day("letter_of_issue_on", "The letter that starts care proceedings."),
    code("parents_represented", "plo_yes_no_unknown", "Whether the parents had a lawyer."),
    integer("plans_in_referral", "Child protection plans during this referral."),
    integer("earlier_pre_proceedings", "Earlier pre-proceedings in the child's life."),
    integer("earlier_proceedings", "Earlier care proceedings in the child's life."),
)

PROCEEDINGS = spell(
    "proceedings",
    "proceedings_id",
    "Court proceedings about a child: from the day of issue, which is day 1, to the final order.",
    text("pre_proceedings_id", "The pre-proceedings that led to it.", refers="pre_proceedings"),
    text("family_id", "The family group."),
    code("application", "court_application", "What was applied for."),
    text("court_reference", "The court's case number."),
    code("short_notice", "plo_yes_no_unknown_notincare", "Whether it was issued at short notice."),
    code("short_notice_reason", "plo_short_notice_reason", "Why."),
    code("parents_represented", "plo_yes_no_unknown_notincare", "Whether the parents had a lawyer at issue."),
    code("initial_plan", "plo_initial_care_plan", "The council's plan at the first hearing."),
    code("initial_plan_approved", "plo_yes_no_unknown", "Whether the court approved it."),
    code("final_plan", "plo_final_care_plan", "The council's plan at the final hearing."),
    code("final_plan_approved", "plo_yes_no_unknown", "Whether the court approved it."),
    code("final_order", "court_order", "The order that ended them."),
    day("timetable_to", "The end of the timetable as the court last set it."),
    integer("hearings", "Hearings so far, as the source counts them."),
)

HEARINGS = event(
    "hearings",
    "hearing_id",
    "A court hearing, held or listed.",
    text("proceedings_id", "The proceedings.", required=True, refers="proceedings"),
    code("hearing_kind", "hearing_kind", "Which hearing."),
    yes_no("held", "Whether it was held."),
    text("outcome", "What the court decided, in words."),
)

EDGE_OF_CARE_EPISODES = spell(
    "edge_of_care_episodes",
    "edge_of_care_id",
    "Intensive work with a family to keep a child safely out of care.",
    code("reason", "edge_of_care_reason", "Why it began."),
    code("outcome", "edge_of_care_outcome", "How it ended."),
    number("hours_a_week", "How intensive it was planned to be."),
    yes_no("at_risk_of_care", "Whether the child was rated at risk of coming into care when it began."),
    code("likely_placement", "placement_type", "The placement that the panel judged likely without it."),
    day("panel_confirmed_on", "The day the panel confirmed that the child would else have come into care."),
    WORKER,
)

PRIVATE_FOSTERING = spell(
    "private_fostering",
    "private_fostering_id",
    "A private fostering arrangement.",
    day("notified_on", "The day the council was told."),
    WORKER,
)

TIMED_POWERS = spell(
    "timed_powers",
    "timed_power_id",
    "A power over a child that ends at a time: police protection, an emergency protection order, secure "
    "accommodation without a court's order.",
    code("power", "timed_power", "Which power.", required=True),
    instant("began_at", "The moment it began."),
    instant(
        "expires_at", "The moment it ends as the order says, or as the court extended it; it goes before any count."
    ),
    instant("ended_at", "The moment it did end."),
    yes_no("asked_by_police", "Whether the police applied for the order, which then runs from police protection."),
)

TABLES: tuple[Table, ...] = (
    PRE_PROCEEDINGS,
    PROCEEDINGS,
    HEARINGS,
    EDGE_OF_CARE_EPISODES,
    PRIVATE_FOSTERING,
    TIMED_POWERS,
)
