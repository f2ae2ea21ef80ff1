"""Follow-through: supervision, directions, audits, and decisions explained to the child."""

from onechild.knowledge.tables.model import Table, code, day, event, text, yes_no

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

TABLES: tuple[Table, ...] = (SUPERVISIONS, DIRECTIONS, AUDITS, DECISIONS_EXPLAINED)
