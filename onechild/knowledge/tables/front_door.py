"""The front door: contacts, what was decided and by whom, early help, referrals."""

from onechild.knowledge.tables.model import (
    TEAM,
    WORKER,
    Table,
    code,
    day,
    event,
    instant,
    spell,
    text,
    yes_no,
)

CONTACTS = event(
    "contacts",
    "contact_id",
    "Somebody told the council about a child; one row for each child in the contact.",
    instant("received_at", "The moment it was received."),
    code("source_kind", "referral_source", "Who made contact."),
    text("source_words", "Who made contact, in the source's own words."),
    code("priority", "front_door_priority", "Red, amber or green, as the front door set it."),
    yes_no("already_open", "Whether the child was already an open case, so that the contact goes to the worker."),
    WORKER,
)

FRONT_DOOR_DECISIONS = event(
    "front_door_decisions",
    "decision_id",
    "A decision at the front door: initial, screening or final, with its moment and who decided.",
    day(
        "happened_on",
        "The London day it was decided; empty where the source gives an outcome without its day.",
    ),
    text("contact_id", "The contact decided on.", required=True, refers="contacts"),
    instant("decided_at", "The moment it was decided."),
    code("stage", "decision_stage", "Initial, screening or final."),
    code("outcome", "front_door_outcome", "What was decided."),
    text("screened_by_id", "The worker who screened; never the one who decides.", refers="workers"),
    text("decided_by_id", "The worker who decided.", refers="workers"),
    text("reason", "Why, in words."),
)

EARLY_HELP_EPISODES = spell(
    "early_help_episodes",
    "early_help_id",
    "An early help assessment and the help that followed.",
    text("reason", "Why early help began."),
    text("end_reason", "Why it ended."),
    text("organisation", "The organisation that leads it."),
    TEAM,
    WORKER,
)

REFERRALS = spell(
    "referrals",
    "referral_id",
    "A referral and the episode of need it opened: from the day it was received to the day the case closed.",
    code("source_kind", "referral_source", "Who referred."),
    text("source_words", "Who referred, in the source's own words."),
    code("primary_need", "primary_need", "The main reason that services started."),
    yes_no("no_further_action", "Whether it ended with no further action."),
    day("decided_on", "The day the type of response was decided."),
    day("referrer_told_on", "The day the referrer was told what was decided."),
    code("end_reason", "cin_closure_reason", "Why the case closed."),
    text("contact_id", "The contact it came from.", refers="contacts"),
    day(
        "conference_on",
        "An initial conference sent with the referral and not with an enquiry, as for a transfer in.",
    ),
    TEAM,
    WORKER,
)

OUTCOMES = event(
    "outcomes",
    "outcome_id",
    "An outcome of a contact, referral, assessment, section 47 enquiry or conference; several may stand together.",
    day("happened_on", "The day of the outcome; empty where the source does not say."),
    code("outcome_of", "outcome_of", "What it is an outcome of.", required=True),
    text("outcome_of_id", "The key of that row.", required=True),
    code("outcome", "outcome", "The outcome.", required=True),
)

TABLES: tuple[Table, ...] = (CONTACTS, FRONT_DOOR_DECISIONS, EARLY_HELP_EPISODES, REFERRALS, OUTCOMES)
