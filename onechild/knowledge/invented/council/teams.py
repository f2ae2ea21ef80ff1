"""Hatterton's teams, and how they were split and renamed over the years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.knowledge.invented.council.model import Council, Team
from onechild.knowledge.invented.days import number

BEGAN = number(date(2009, 4, 1))
SPLIT_ON = number(date(2018, 10, 1))
RENAMED_ON = number(date(2018, 4, 1))


@dataclass(frozen=True)
class TeamPlan:
    """One team as it is set up: name, kind, whether it holds cases, deputies, and from and until when."""

    name: str
    kind: str
    caseholding: bool
    deputies: int = 0
    started_on: int = BEGAN
    ended_on: int | None = None
    role: str = "social_worker"
    share: float = 0.0


PLANS: dict[str, TeamPlan] = {
    "ASM": TeamPlan("Assessment", "assessment", True, 3),
    "FSC": TeamPlan("Family Safeguarding Central", "family_safeguarding", True, 2),
    "FSE": TeamPlan("Family Safeguarding East", "family_safeguarding", True, 2),
    "FSN": TeamPlan("Family Safeguarding North", "family_safeguarding", True, 2),
    "FSS": TeamPlan("Family Safeguarding South", "family_safeguarding", True, 2),
    "FSW": TeamPlan("Family Safeguarding West", "family_safeguarding", True, 2),
    "LAC": TeamPlan("Looked After", "looked_after", True, 2, ended_on=SPLIT_ON),
    "LA1": TeamPlan("Looked After 1", "looked_after", True, 1, started_on=SPLIT_ON),
    "LA2": TeamPlan("Looked After 2", "looked_after", True, 1, started_on=SPLIT_ON),
    "DIS": TeamPlan("Disabled Children", "disabilities", True, 1, ended_on=RENAMED_ON),
    "CWD": TeamPlan("Children with Disabilities", "disabilities", True, 1, started_on=RENAMED_ON),
    "LCT": TeamPlan("Leaving Care", "leaving_care", True, 1, role="personal_adviser"),
    "MSH": TeamPlan("Multi-Agency Safeguarding Hub", "front_door", False, 1, share=0.16),
    "EDT": TeamPlan("Emergency Duty", "emergency_duty", False, 0, share=0.08),
    "FOS": TeamPlan("Fostering", "fostering", False, 0, role="supervising_social_worker", share=0.17),
    "ADO": TeamPlan("Adoption", "adoption", False, 0, share=0.07),
    "IRO": TeamPlan("Reviewing Service", "reviewing", False, 0, role="reviewing_officer", share=0.17),
    "EDG": TeamPlan("Edge of Care", "edge_of_care", False, 0, share=0.06),
    "ACA": TeamPlan("Social Work Academy", "other", False, 0, share=0.29),
    "FAM": TeamPlan("Family Partnership", "early_help", False, 0, role="family_worker"),
}
LINEAGE = (
    ("LAC", "LA1", SPLIT_ON, "split"),
    ("LAC", "LA2", SPLIT_ON, "split"),
    ("DIS", "CWD", RENAMED_ON, "renamed"),
)
FAMILY_SAFEGUARDING = ("FSC", "FSE", "FSN", "FSS", "FSW")
STANDARDS = (
    ("caseload_target", 20, date(2015, 4, 1), date(2019, 4, 1), "Corporate plan"),
    ("caseload_target", 18, date(2019, 4, 1), None, "Improvement plan"),
    ("caseload_target_newly_qualified_share", 0.9, date(2021, 9, 1), None, "Social Work Academy's offer"),
    ("child_protection_visit_days", 28, date(2015, 4, 1), None, "Practice standards"),
    ("child_in_need_visit_working_days", 20, date(2015, 4, 1), None, "Practice standards"),
    ("short_package_visit_weeks", 12, date(2015, 4, 1), None, "Practice standards"),
    ("contact_decision_working_days", 1, date(2015, 4, 1), None, "Practice standards"),
    ("personal_adviser_age", 16, date(2015, 4, 1), None, "The law; the aim here is 15 and nine months"),
    ("supervision_weeks", 5, date(2015, 4, 1), None, "Supervision policy"),
)


def open_team(council: Council, key: str, day: int) -> Team:
    """This function will open a team and write it down."""
    plan = PLANS[key]
    team = council.teams[key] = Team("T" + key, plan.name, key, plan.caseholding)
    council.book.write(
        "teams",
        team_id=team.key, name=plan.name, team_kind=plan.kind, caseholding=plan.caseholding,
        started_on=plan.started_on, recorded_on=min(day, plan.started_on),
        ended_on=plan.ended_on, end_recorded_on=plan.ended_on,
    )  # fmt: skip
    return team


def write_lineage(council: Council, day: int) -> None:
    """This function will write down what became of the teams that are split or renamed on the day."""
    for before, after, on, kind in LINEAGE:
        if on == day:
            council.book.write(
                "team_lineage",
                lineage_id=council.key("TL"), happened_on=day, recorded_on=day, lineage_kind=kind,
                from_team_id=council.teams[before].key, to_team_id=council.teams[after].key,
            )  # fmt: skip


def write_standards(council: Council) -> None:
    """This function will write down the council's own standards, each from its day."""
    for name, value, start, end, reason in STANDARDS:
        council.book.write(
            "settings",
            setting_id=council.key("SET"), setting=name, value=float(value), reason=reason,
            started_on=number(start), recorded_on=number(start),
            ended_on=number(end) if end else None, end_recorded_on=number(end) if end else None,
        )  # fmt: skip
