"""Young people entitled to support on leaving care: eligibility, pathway plans, contact, how they live."""

from onechild.knowledge.tables.model import WORKER, Table, code, event, spell, text, yes_no

LEAVING_CARE_ELIGIBILITY = spell(
    "leaving_care_eligibility",
    "eligibility_id",
    "A leaving-care status: eligible, relevant, former relevant or qualifying, from when to when.",
    code("eligibility", "care_leaver_eligibility", "The status.", required=True),
)

PATHWAY_STEPS = event(
    "pathway_steps",
    "pathway_step_id",
    "A pathway needs assessment, pathway plan, or review of one.",
    code("step", "pathway_step", "Which of those it is.", required=True),
    WORKER,
)

LEAVING_CARE_CONTACTS = event(
    "leaving_care_contacts",
    "leaving_care_contact_id",
    "A contact between a care leaver and the personal adviser or the service.",
    code("method", "visit_method", "Face to face, by video or otherwise."),
    yes_no("at_provided_accommodation", "Whether it was a visit to accommodation that the council provides."),
    WORKER,
)

LEAVING_CARE_CIRCUMSTANCES = event(
    "leaving_care_circumstances",
    "circumstance_id",
    "How a care leaver lives, as known on a day: in touch, activity, accommodation.",
    code("in_touch", "care_leaver_in_touch", "Whether the council is in touch."),
    code("activity", "care_leaver_activity", "Main activity."),
    code("accommodation", "care_leaver_accommodation", "Where the young person lives."),
    code("suitable", "care_leaver_accommodation_suitability", "Whether that is suitable."),
    text("words", "What the source says beside the codes."),
)

TABLES: tuple[Table, ...] = (
    LEAVING_CARE_ELIGIBILITY,
    PATHWAY_STEPS,
    LEAVING_CARE_CONTACTS,
    LEAVING_CARE_CIRCUMSTANCES,
)
