"""Assessments, enquiries, conferences, plans, and the visits made to children wherever they live."""

from onechild.knowledge.tables.model import (
    TEAM,
    WORKER,
    Table,
    code,
    day,
    event,
    instant,
    integer,
    spell,
    text,
    yes_no,
)

ASSESSMENTS = spell(
    "assessments",
    "assessment_id",
    "A child and family assessment under section 17: from the day it began to the day a manager authorised it.",
    text("referral_id", "The referral it follows.", refers="referrals"),
    code("assessment_kind", "assessment_kind", "Child and family, pre-birth or another kind."),
    day("internal_review_on", "The day of the manager's internal review point."),
    yes_no("child_seen", "Whether the child was seen during it."),
    yes_no("needs_support", "Whether it found that the child needs the council's support."),
    yes_no("of_open_child", "Whether the child was already an open case, so that it follows no new referral."),
    TEAM,
    WORKER,
)

ASSESSMENT_FACTORS = event(
    "assessment_factors",
    "factor_id",
    "A factor that an assessment found; one row each.",
    day("happened_on", "The day the assessment was authorised; empty where the source does not say."),
    text("assessment_id", "The assessment.", required=True, refers="assessments"),
    code("factor", "assessment_factor", "The factor.", required=True),
)

STRATEGY_DISCUSSIONS = event(
    "strategy_discussions",
    "discussion_id",
    "A strategy discussion or meeting between agencies.",
    instant("held_at", "The moment it began."),
    text("enquiry_id", "The enquiry it began or belongs to.", refers="section_47_enquiries"),
    yes_no("began_enquiry", "Whether it began a section 47 enquiry."),
    WORKER,
)

SECTION_47_ENQUIRIES = spell(
    "section_47_enquiries",
    "enquiry_id",
    "An enquiry under section 47: from the strategy discussion that began it.",
    text("referral_id", "The referral it belongs to.", refers="referrals"),
    yes_no("conference_not_required", "Whether it was decided that no conference is needed."),
    day("conference_decided_on", "The day that was decided."),
    day("conference_target_on", "The conference target, as it was computed when it was set."),
    yes_no("no_further_action", "Whether it ended with no further action."),
    TEAM,
    WORKER,
)

CONFERENCES = event(
    "conferences",
    "conference_id",
    "A child protection conference: initial, transfer in or review; one row for each child.",
    code("conference_kind", "conference_kind", "Initial, transfer in or review.", required=True),
    text("enquiry_id", "The enquiry that led to it.", refers="section_47_enquiries"),
    text("referral_id", "The referral it belongs to.", refers="referrals"),
    text("plan_id", "The plan it made or reviewed.", refers="child_protection_plans"),
    text("meeting_id", "The meeting, shared by brothers and sisters."),
    day("target_on", "The day it was due, as its source computed it."),
    yes_no("led_to_plan", "Whether an initial or transfer-in conference made a plan."),
    yes_no("plan_continues", "Whether a review kept the plan."),
    yes_no("quorate", "Whether enough agencies were there."),
    code("participation", "review_participation", "How the child took part."),
    TEAM,
    WORKER,
)

CHILD_PROTECTION_PLANS = spell(
    "child_protection_plans",
    "plan_id",
    "A child protection plan.",
    text("referral_id", "The referral it belongs to.", refers="referrals"),
    text("conference_id", "The conference that made it.", refers="conferences"),
    code("initial_category", "abuse_category", "Category of abuse when it began."),
    code("latest_category", "abuse_category", "Category of abuse now, or when it ended."),
    integer("previous_plans", "Plans the child had before this one, anywhere, ever."),
    yes_no("of_other_council", "Whether it is another council's plan for a child staying here."),
    code("end_reason", "plan_end_reason", "Why it ended."),
    integer(
        "visit_every_days",
        "A stricter visit interval that this plan sets, in days; empty where the council's own stands.",
    ),
)

CHILD_PROTECTION_CATEGORIES = spell(
    "child_protection_categories",
    "category_id",
    "A category of abuse of a plan, from when to when.",
    text("plan_id", "The plan.", required=True, refers="child_protection_plans"),
    code("category", "abuse_category", "The category.", required=True),
)

CORE_GROUPS = event(
    "core_groups",
    "core_group_id",
    "A core group meeting under a child protection plan.",
    text("plan_id", "The plan.", refers="child_protection_plans"),
    yes_no("quorate", "Whether enough members were there."),
)

CHILD_IN_NEED_PLANS = spell(
    "child_in_need_plans",
    "plan_id",
    "A child in need plan.",
    text("referral_id", "The referral it belongs to.", refers="referrals"),
    yes_no("stepped_down", "Whether it follows a child protection plan."),
    yes_no(
        "short_package",
        "Whether it is a lower-level package of a child with disabilities, visited less often.",
    ),
    code("end_reason", "plan_end_reason", "Why it ended."),
    integer(
        "visit_every_days",
        "A stricter visit interval that this plan sets, in days; empty where the council's own stands.",
    ),
    TEAM,
    WORKER,
)

CHILD_IN_NEED_REVIEWS = event(
    "child_in_need_reviews",
    "review_id",
    "A review of a child in need plan.",
    text("plan_id", "The plan.", refers="child_in_need_plans"),
    yes_no("plan_continues", "Whether the plan goes on."),
)

VISITS = event(
    "visits",
    "visit_id",
    "A visit to a child, or an attempt at one; it meets a duty only where the child was seen.",
    code("purpose", "visit_purpose", "The duty it was made under.", required=True),
    text("plan_id", "The plan it was made under, where the source says."),
    text("care_id", "The period of care it was made in, where the source says.", refers="periods_of_care"),
    day("planned_on", "The day it was first planned for."),
    yes_no("seen", "Whether the child was seen; unknown counts as not seen."),
    yes_no("seen_alone", "Whether the child was seen alone."),
    yes_no("bedroom_seen", "Whether the child's bedroom was seen."),
    code("method", "visit_method", "Face to face, by video or otherwise."),
    text("video_reason", "Why it was by video, which the temporary law of 2020 and 2021 asked to be recorded."),
    code("not_seen_reason", "not_seen_reason", "Why the child was not seen."),
    instant("seen_at", "The moment the child was seen, where a duty runs in hours."),
    WORKER,
)

VISIT_INTERVALS = spell(
    "visit_intervals",
    "visit_interval_id",
    "A stricter visit interval set for one child under a plan, from a day; it counts where it is shorter than others.",
    text("child_protection_plan_id", "The child protection plan it is set under.", refers="child_protection_plans"),
    text("child_in_need_plan_id", "The child in need plan it is set under.", refers="child_in_need_plans"),
    integer("every_days", "The child is to be seen every so many days."),
    text("reason", "Why."),
)

TABLES: tuple[Table, ...] = (
    ASSESSMENTS,
    ASSESSMENT_FACTORS,
    STRATEGY_DISCUSSIONS,
    SECTION_47_ENQUIRIES,
    CONFERENCES,
    CHILD_PROTECTION_PLANS,
    CHILD_PROTECTION_CATEGORIES,
    CORE_GROUPS,
    CHILD_IN_NEED_PLANS,
    CHILD_IN_NEED_REVIEWS,
    VISITS,
    VISIT_INTERVALS,
)
