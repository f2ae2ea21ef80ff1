"""Teams and their lineage, workers, posts, employments, absences, and who holds which child."""

from onechild.knowledge.tables.model import Table, code, day, event, number, spell, text, thing, yes_no

TEAMS = spell(
    "teams",
    "team_id",
    "A team, from its beginning to its end.",
    text("name", "The name it goes by.", required=True),
    code("team_kind", "team_kind", "The work it does."),
    yes_no("caseholding", "Whether its workers hold cases that count in the caseload report."),
    text("parent_team_id", "The service or area it is part of.", refers="teams"),
    day("started_on", "From when; empty where it was always there as far as the source knows."),
    child=False,
)

TEAM_LINEAGE = event(
    "team_lineage",
    "lineage_id",
    "A team that became another: renamed, split or merged, so that it can be compared across the change.",
    text("from_team_id", "The team before.", required=True, refers="teams"),
    text("to_team_id", "The team after.", required=True, refers="teams"),
    code("lineage_kind", "lineage_kind", "Renamed, split or merged.", required=True),
    child=False,
)

WORKERS = thing(
    "workers",
    "worker_id",
    "A social worker, personal adviser, manager or other practitioner.",
    day("qualified_on", "The day of qualifying as a social worker."),
    day("newly_qualified_to", "The end of the assessed and supported first year; empty where there was none."),
    yes_no("registered", "Whether registered with Social Work England."),
)

WORKER_NAMES = thing(
    "worker_names",
    "worker_name_id",
    "A worker's name and numbers.",
    text("worker_id", "The worker.", required=True, refers="workers"),
    text("name", "The name."),
    text("staff_number", "The staff number."),
    text("registration_number", "The Social Work England number."),
    text("job_title", "The job title, in the source's own words."),
    personal=True,
)

POSTS = spell(
    "posts",
    "post_id",
    "A post in the establishment; vacant on a day that no employment fills it.",
    text("team_id", "The team.", refers="teams"),
    code("role", "worker_role", "The role."),
    number("fte", "Full-time equivalent."),
    yes_no("caseholding", "Whether its holder is meant to hold cases."),
    child=False,
)

EMPLOYMENTS = spell(
    "employments",
    "employment_id",
    "A worker's time in the council's service, permanent or agency, at one full-time equivalent.",
    text("worker_id", "The worker.", required=True, refers="workers"),
    text("post_id", "The post filled.", refers="posts"),
    code("employment_kind", "employment_kind", "Permanent, fixed term or agency."),
    code("role", "worker_role", "The role."),
    number("fte", "Full-time equivalent; 1 is full time."),
    code("end_reason", "employment_end_reason", "Why it ended."),
    day("started_on", "From when; empty where the source does not say."),
    child=False,
)

TEAM_MEMBERSHIPS = spell(
    "team_memberships",
    "membership_id",
    "A worker's place in a team, with the role there.",
    text("worker_id", "The worker.", required=True, refers="workers"),
    text("team_id", "The team.", required=True, refers="teams"),
    code("role", "worker_role", "The role in the team; a manager's cases are named apart."),
    day("started_on", "From when; empty where the source does not say."),
    child=False,
)

ABSENCES = spell(
    "absences",
    "absence_id",
    "A worker's absence from work.",
    text("worker_id", "The worker.", required=True, refers="workers"),
    code("absence_kind", "absence_kind", "Leave, sickness or another kind; shown only as absent."),
    child=False,
)

ASSESSED_YEARS = spell(
    "assessed_years",
    "assessed_year_id",
    "A newly qualified worker's assessed and supported year in employment.",
    text("worker_id", "The worker.", required=True, refers="workers"),
    text("assessor_id", "The assessor.", refers="workers"),
    yes_no("passed", "Whether it was passed."),
    child=False,
)

ASSESSED_YEAR_REVIEWS = event(
    "assessed_year_reviews",
    "assessed_year_review_id",
    "A review of an assessed year.",
    text("worker_id", "The worker.", required=True, refers="workers"),
    text("assessed_year_id", "The year it was a review of.", refers="assessed_years"),
    child=False,
)

REGISTRATION_RENEWALS = event(
    "registration_renewals",
    "registration_renewal_id",
    "A renewal of a worker's registration with Social Work England.",
    text("worker_id", "The worker.", required=True, refers="workers"),
    child=False,
)

ALLOCATIONS = spell(
    "allocations",
    "allocation_id",
    "A child in a team's or worker's hands, in one role, from when to when; with no worker, the child waits.",
    text("worker_id", "The worker; empty while the child waits on the team's list.", refers="workers"),
    text("team_id", "The team.", refers="teams"),
    code("role", "allocation_role", "Lead worker, co-worker, personal adviser or another part.", required=True),
    code("priority", "allocation_priority", "Priority on the waiting list."),
    text("responsible_manager_id", "The named manager while the child waits.", refers="workers"),
    code("end_reason", "sw_change_reason", "Why the worker changed, as the SSDA903 codes it."),
    text("end_words", "Why, in words."),
    text("referral_id", "The referral it belongs to.", refers="referrals"),
)

SETTINGS = spell(
    "settings",
    "setting_id",
    "One of the council's own standards, from when to when; shown beside the law as local.",
    code("setting", "setting", "Which standard.", required=True),
    number("value", "Its value.", required=True),
    text("team_id", "The team it is for; empty for all.", refers="teams"),
    code("role", "worker_role", "The role it is for; empty for all."),
    text("reason", "Why it was set so."),
    child=False,
)

TABLES: tuple[Table, ...] = (
    TEAMS,
    TEAM_LINEAGE,
    WORKERS,
    WORKER_NAMES,
    POSTS,
    EMPLOYMENTS,
    TEAM_MEMBERSHIPS,
    ABSENCES,
    ASSESSED_YEARS,
    ASSESSED_YEAR_REVIEWS,
    REGISTRATION_RENEWALS,
    ALLOCATIONS,
    SETTINGS,
)
