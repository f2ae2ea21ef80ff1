"""Follow-through: steps taken, supervision, directions, audits, decisions explained; and what others ask of us."""

from onechild.knowledge.tables.model import WORKER, Table, code, day, event, spell, text, yes_no

SUPERVISIONS = event(
    "supervisions",
    "supervision_id",
    "A supervision of a worker, in general or about one child.",
    text("child_id", "The child it was about; empty for the worker's own supervision.", refers="children"),
    text("worker_id", "The worker supervised.", required=True, refers="workers"),
    text("supervisor_id", "The supervisor.", refers="workers"),
    code("supervision_kind", "supervision_kind", "The worker's own, a case, or a group."),
    yes_no("direction_given", "Whether a direction was given."),
    child=False,
)

DIRECTIONS = event(
    "directions",
    "direction_id",
    "Something that somebody with the authority to do so said must be done for a child, by whom and by when.",
    code(
        "given_in",
        "direction_source",
        "Where it was given: supervision, audit, review, conference, court, panel, plan.",
    ),
    text("given_in_id", "The key of that row."),
    text("given_by_id", "The worker who gave it.", refers="workers"),
    text("owner_id", "The worker who must see to it.", refers="workers"),
    text("words", "What must be done."),
    day("due_on", "By when."),
    day("done_on", "The day it was done."),
    day("withdrawn_on", "The day it was withdrawn."),
    text("withdrawn_reason", "Why."),
)

AUDITS = event(
    "audits",
    "audit_id",
    "An audit of the work with a child.",
    code("grade", "audit_grade", "The auditor's grade."),
    code("moderated_grade", "audit_grade", "The grade after moderation."),
    code("theme", "audit_theme", "What the audit looked at."),
    text("auditor_id", "The auditor.", refers="workers"),
    text("team_id", "The team audited.", refers="teams"),
)

DECISIONS_EXPLAINED = event(
    "decisions_explained",
    "explanation_id",
    "A decision that changes a child's life, why it was made, and the words that the child can read.",
    code("decision_kind", "life_decision", "What was decided."),
    text("decided_by_id", "The worker who decided.", refers="workers"),
    text("options", "The options considered."),
    text("reasons", "Why this one."),
    day("explained_on", "The day it was explained to the child."),
    text("childs_words", "The explanation as the child can read it."),
)

STEPS_TAKEN = event(
    "steps_taken",
    "step_id",
    "Something that law, guidance or local practice asks to be done for a child by a time, or that starts such a time, "
    "where no other table holds it.",
    code("step", "step", "What was done or became known.", required=True),
    text("about_id", "The key of the row it is about: a placement, review, conference or an earlier step."),
    day("set_for_on", "The day that it sets for another: a court's date, a planned conference."),
    WORKER,
)

COMPLAINTS = event(
    "complaints",
    "complaint_id",
    "A complaint under section 26 of the Children Act 1989, from the day it was received, through its stages.",
    day("stage_1_extended_on", "The day stage 1 was extended to 20 working days."),
    day("stage_1_answered_on", "The day of the answer at stage 1."),
    day("stage_2_requested_on", "The day stage 2 was asked for."),
    day("stage_2_extended_on", "The day stage 2 was extended to 65 working days."),
    day("stage_2_answered_on", "The day of the authority's answer at stage 2."),
    day("panel_requested_on", "The day a review panel was asked for."),
    day("panel_met_on", "The day the panel met."),
    day("panel_reported_on", "The day of the panel's report."),
    day("panel_answered_on", "The day of the authority's answer to the panel."),
    day("closed_on", "The day it was closed or withdrawn."),
    child=False,
)

ALLEGATIONS = event(
    "allegations",
    "allegation_id",
    "An allegation against somebody who works with children, from the day the employer was told.",
    code("sector", "allegation_sector", "Where the person works."),
    day("reported_on", "The day it was reported to the designated officer."),
    day("resolved_on", "The day the case was resolved."),
    child=False,
)

SERIOUS_INCIDENTS = event(
    "serious_incidents",
    "serious_incident_id",
    "A child's death or serious harm that must be notified, from the day the council became aware.",
    code("incident_kind", "serious_incident_kind", "Why it must be notified.", required=True),
    day("notified_on", "The day it was notified."),
    day("rapid_review_on", "The day the rapid review was sent."),
)

INFORMATION_REQUESTS = event(
    "information_requests",
    "information_request_id",
    "A request for information that law gives a time for: a person's own data, or freedom of information.",
    code("request_kind", "information_request_kind", "Under which law.", required=True),
    day("identity_on", "The day the requester's identity was proved, where it was asked for."),
    day("extended_on", "The day the requester was told that it takes two months more."),
    day("answered_on", "The day it was answered."),
    day("withdrawn_on", "The day it was withdrawn."),
    child=False,
)

REQUEST_PAUSES = spell(
    "request_pauses",
    "request_pause_id",
    "A time in which a request waits for the requester: to say more, to prove identity, to pay a fee.",
    text("information_request_id", "The request.", required=True, refers="information_requests"),
    code("pause_kind", "request_pause_kind", "What it waits for.", required=True),
    child=False,
)

TABLES: tuple[Table, ...] = (
    STEPS_TAKEN,
    SUPERVISIONS,
    DIRECTIONS,
    AUDITS,
    DECISIONS_EXPLAINED,
    COMPLAINTS,
    ALLEGATIONS,
    SERIOUS_INCIDENTS,
    INFORMATION_REQUESTS,
    REQUEST_PAUSES,
)
