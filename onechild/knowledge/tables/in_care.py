"""Looked-after children: periods of care, episodes, placements, legal statuses, plans, reviews."""

from onechild.knowledge.tables.model import (
    WORKER,
    Table,
    code,
    day,
    event,
    integer,
    number,
    spell,
    text,
    thing,
    yes_no,
)

PERIODS_OF_CARE = spell(
    "periods_of_care",
    "care_id",
    "An unbroken time that a child was looked after by the council.",
    text("referral_id", "The referral it belongs to.", refers="referrals"),
    code("need", "primary_need", "Category of need when it began; unchanged through it."),
    code("end_reason", "reason_episode_ceased", "Why the child ceased to be looked after."),
)

CARE_EPISODES = spell(
    "care_episodes",
    "episode_id",
    "An episode of care as the SSDA903 counts it: an unbroken run of one legal status in one placement.",
    text("care_id", "The period of care it is part of.", refers="periods_of_care"),
    text("placement_id", "The placement.", refers="placements"),
    code("start_reason", "reason_new_episode", "Why the episode began."),
    code("legal_status", "legal_status", "The legal status through it."),
    code("need", "primary_need", "Category of need."),
    code("placement_kind", "placement_type", "The kind of placement through it."),
    code("provider", "placement_provider", "Who provides the placement."),
    code("end_reason", "reason_episode_ceased", "Why the episode ended; X1 while care goes on."),
    code("change_reason", "placement_change_reason", "Why the placement changed."),
    text("urn", "Ofsted's number for the setting or agency."),
)

PLACEMENTS = spell(
    "placements",
    "placement_id",
    "A placement of a looked-after child with one carer or in one setting.",
    text("care_id", "The period of care.", refers="periods_of_care"),
    text(
        "household_id",
        "The fostering household, where it is one of the council's own.",
        refers="fostering_households",
    ),
    code("placement_kind", "placement_type", "The kind of placement."),
    code("provider", "placement_provider", "Who provides it."),
    text("urn", "Ofsted's number for the setting or agency."),
    number("distance_miles", "Miles from the child's home; 999.9 where it cannot be known."),
    code("location", "placement_location", "Inside or outside the council's area."),
    code("located_in", "placement_council", "The kind of council it lies in, beside ours."),
    text("located_in_words", "The council it lies in, in the source's own words."),
    code("registration", "registration", "Whether the setting is registered with Ofsted, where it must be."),
    code("change_reason", "placement_change_reason", "Why it ended."),
)

PLACEMENT_CONDITIONS = spell(
    "placement_conditions",
    "condition_id",
    "Something about a placement that changes what is owed, such as temporary approval or being meant to last to 18.",
    text("placement_id", "The placement.", refers="placements"),
    code("condition", "placement_condition", "What holds.", required=True),
    text("decided_by_id", "The worker who decided it.", refers="workers"),
)

MATCHING_DECISIONS = event(
    "matching_decisions",
    "matching_decision_id",
    "A decision that a placement fits a child: what it meets of who the child is, and why it was chosen.",
    text("placement_id", "The placement.", refers="placements"),
    yes_no("ethnicity_met", "Whether it meets the child's ethnicity; unknown where no need was recorded."),
    yes_no("language_met", "Whether it meets the child's language; unknown where no need was recorded."),
    yes_no("religion_met", "Whether it meets the child's religion; unknown where no need was recorded."),
    yes_no("cultural_plan", "Whether a plan says how what it does not meet will be made good."),
    yes_no("long_term", "Whether it was approved as the child's long-term match."),
    text("decided_by_id", "The worker who decided.", refers="workers"),
    text("reasons", "Why this placement."),
)

LEGAL_STATUSES = spell(
    "legal_statuses",
    "legal_status_id",
    "A legal status of a child, from when to when.",
    code("status", "legal_status", "The status, as the SSDA903 codes it."),
    text("status_words", "The source's own words, where it is none of those."),
)

LOOKED_AFTER_REVIEWS = event(
    "looked_after_reviews",
    "review_id",
    "A review of a looked-after child's case; a series of meetings counts as held on the day it was completed.",
    day("happened_on", "The day it was completed; empty where it was not held."),
    text("care_id", "The period of care.", refers="periods_of_care"),
    day("target_on", "The day it was due, as its source computed it."),
    yes_no("cancelled", "Whether it was cancelled."),
    code("participation", "review_participation", "How the child took part."),
    WORKER,
)

CARE_PLANS = spell(
    "care_plans",
    "care_plan_id",
    "A care plan of a looked-after child.",
    text("care_id", "The period of care.", refers="periods_of_care"),
    day("agreed_on", "The day it was agreed."),
)

PERMANENCE_PLANS = spell(
    "permanence_plans",
    "permanence_plan_id",
    "A plan for permanence; several may run side by side.",
    day("started_on", "From when; empty where it was not said."),
    text("care_id", "The period of care.", refers="periods_of_care"),
    code("permanence", "permanence_plan", "The kind of permanence planned for."),
)

PLACEMENT_PLANS = event(
    "placement_plans",
    "placement_plan_id",
    "A placement plan, made with the carer.",
    text("placement_id", "The placement.", refers="placements"),
)

INDEPENDENT_REVIEWING_CONTACTS = event(
    "independent_reviewing_contacts",
    "reviewing_contact_id",
    "A visit or contact by the independent reviewing officer to the child.",
    WORKER,
)

PREVIOUS_PERMANENCE = thing(
    "previous_permanence",
    "previous_permanence_id",
    "A permanence arrangement that a looked-after child had before, here or elsewhere.",
    code("permanence", "previous_permanence", "The kind of order or arrangement."),
    day("ordered_on", "When it was made, where the whole date is known."),
    text("ordered_words", "When it was made, as the source gives it, with unknown parts as zz."),
    text("council", "The council that arranged it."),
    child=True,
)

DEPRIVATION_OF_LIBERTY_ORDERS = spell(
    "deprivation_of_liberty_orders",
    "order_id",
    "An order that allows a looked-after child to be deprived of liberty.",
    day("expires_on", "The day the order itself ends."),
)

PERMANENCE_CASES = thing(
    "permanence_cases",
    "permanence_case_id",
    "A child's way to adoption or another permanent home, step by step with its dates.",
    text("care_id", "The period of care.", refers="periods_of_care"),
    text("adoptive_family_id", "The adoptive family, as its adopters carry it."),
    day("entered_care_on", "The day the child entered care, as the source gives it."),
    day("decided_on", "The decision that the child should be placed for adoption."),
    day("early_placement_decided_on", "The decision on fostering for adoption or concurrent planning."),
    day("early_placed_on", "The day the child was placed in fostering for adoption or concurrent planning."),
    day("placement_order_on", "The placement order."),
    day("matched_on", "The match with adopters."),
    day("placed_on", "The day the child was placed for adoption."),
    day("placement_ended_on", "The day that placement ended."),
    day("carer_became_adopter_on", "The day the child was first placed with the carer who adopts."),
    day("ordered_on", "The order that gave permanence."),
    code("order_kind", "permanence_order", "Which order."),
    day("reversed_on", "The decision that the child should no longer be placed for adoption."),
    code("reversed_reason", "reason_placed_ceased", "Why."),
    yes_no("adopted_by_carer", "Whether the former carer adopts."),
    yes_no("in_sibling_group", "Whether the child is one of a group placed for adoption."),
    integer("siblings_together", "Children placed together, this child included."),
    integer("siblings_apart", "Brothers and sisters placed apart."),
    integer("adopters", "How many adopters."),
    code("adopter_sex", "adopter_sex", "Sex of the adopters."),
    code("adopter_legal_status", "adopter_legal_status", "Legal status of the adopters."),
    text("urn", "Ofsted's number for the placing agency."),
    WORKER,
    child=True,
)

TABLES: tuple[Table, ...] = (
    PERIODS_OF_CARE,
    CARE_EPISODES,
    PLACEMENTS,
    PLACEMENT_CONDITIONS,
    MATCHING_DECISIONS,
    LEGAL_STATUSES,
    LOOKED_AFTER_REVIEWS,
    CARE_PLANS,
    PERMANENCE_PLANS,
    PLACEMENT_PLANS,
    INDEPENDENT_REVIEWING_CONTACTS,
    PREVIOUS_PERMANENCE,
    DEPRIVATION_OF_LIBERTY_ORDERS,
    PERMANENCE_CASES,
)
