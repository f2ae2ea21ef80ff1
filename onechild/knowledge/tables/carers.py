"""Fostering households with their reviews and checks, applications to foster, and adopters."""

from onechild.knowledge.tables.model import Table, code, day, event, integer, spell, text, thing, yes_no

FOSTERING_HOUSEHOLDS = spell(
    "fostering_households",
    "household_id",
    "A fostering household, from its approval.",
    code("household_kind", "household_kind", "Mainstream, connected person or another kind."),
    integer("places", "Approved places."),
    code("end_reason", "household_end_reason", "Why the approval ended."),
    child=False,
)

HOUSEHOLD_REVIEWS = event(
    "household_reviews",
    "household_review_id",
    "A review of a fostering household's approval, or an unannounced visit to it.",
    text("household_id", "The household.", required=True, refers="fostering_households"),
    code("review_kind", "household_review_kind", "Review or unannounced visit."),
    child=False,
)

HOUSEHOLD_CHECKS = event(
    "household_checks",
    "household_check_id",
    "A check on a fostering household that has to be made again: certificates, medicals, standards completed.",
    text("household_id", "The household.", required=True, refers="fostering_households"),
    code("check_kind", "household_check_kind", "Which check.", required=True),
    child=False,
)

FOSTERING_APPLICATIONS = event(
    "fostering_applications",
    "fostering_application_id",
    "An application to foster, from the day it was received.",
    text("household_id", "The household, once approved.", refers="fostering_households"),
    day("panel_on", "The day the panel recommended."),
    day("panel_minutes_on", "The day the panel's final minutes were received."),
    day("decided_on", "The day the agency decided."),
    day("withdrawn_on", "The day it was withdrawn."),
    child=False,
)

ADOPTERS = thing(
    "adopters",
    "adopter_id",
    "A person who adopts or wishes to, and each step of the way.",
    text("adoptive_family_id", "The adoptive family."),
    code("sex", "sex", "Sex."),
    code("ethnicity", "ethnicity", "Ethnicity."),
    yes_no("disabled", "Whether the adopter has a disability."),
    yes_no("fostering_for_adoption", "Whether the adopter fosters for adoption."),
    day("enquired_on", "Enquiry received."),
    day("stage_1_started_on", "Stage 1 started."),
    day("stage_1_ended_on", "Stage 1 ended."),
    day("stage_2_started_on", "Stage 2 started."),
    day("stage_2_ended_on", "Stage 2 ended."),
    day("applied_on", "Application submitted."),
    day("approved_on", "Application approved."),
    day("matched_on", "Matched with a child or children."),
    day("placed_on", "Child or children placed."),
    integer("children_placed", "How many children were placed."),
    day("ordered_on", "Adoption order."),
    day("left_on", "Left the process."),
    code("left_reason", "adopter_left_reason", "Why."),
)

TABLES: tuple[Table, ...] = (
    FOSTERING_HOUSEHOLDS,
    HOUSEHOLD_REVIEWS,
    HOUSEHOLD_CHECKS,
    FOSTERING_APPLICATIONS,
    ADOPTERS,
)
