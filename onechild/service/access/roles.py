"""What roles there are, as data: which children each reaches, what it may do, and a sentence that says what it is for.

A role's `reach` is one word of `REACHES`. Whatever the reach, restricted records open only to those who are named on
them, and a barred person sees nothing of the child. Whoever changes a role here adds a migration with
`operations.roles_as_written(fingerprint())`, because the database keeps the same data for its policies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from onechild.service.access.restrictions import CLASSES

RECENT_DAYS = 90  # how long a child stays in reach after the work ended: to finish writing up, and if they come back

REACHES: dict[str, str] = {
    "none": "no child",
    "own": "children you hold an open allocation for, in any part, and for 90 days after it ends",
    "team": "your own children, and those allocated to your teams, waiting ones included, and for 90 days after",
    "below": "your own children, and those of your teams and of the teams under them, and for 90 days after",
    "all": "every child, open or closed",
    "chairing": "your own children, and those whose conference you chair or chaired in the last 90 days",
    "legal": "your own children, and those in pre-proceedings or proceedings, and for 90 days after",
    "fostering": "your own children, and those placed now with a fostering household of the council",
    "protection": "your own and your teams' children, and those with an open section 47 enquiry or protection plan",
}


@dataclass(frozen=True)
class Role:
    """What somebody is here to do. `ends` says that it is only ever held until a day."""

    key: str
    name: str
    says: str
    reach: str
    permissions: frozenset[str]
    manages: bool = False
    ends: bool = False


_PRACTICE = "see_own_children record_visit edit_child do_casework break_glass"
_TEAM_PRACTICE = f"{_PRACTICE} see_team see_figures"
_MANAGES = f"{_TEAM_PRACTICE} allocate approve_work supervise link_records see_access_log review_glass"


def _role(
    key: str, name: str, says: str, reach: str, permissions: str, *, manages: bool = False, ends: bool = False
) -> Role:
    return Role(key, name, says, reach, frozenset(permissions.split()), manages=manages, ends=ends)


ROLES: tuple[Role, ...] = (
    _role("social_worker", "Social worker", "Works with children and families, and covers for the team.",
          "team", _TEAM_PRACTICE),
    _role("newly_qualified", "Newly qualified social worker", "Works with children in a protected first year.",
          "team", _TEAM_PRACTICE),
    _role("senior_practitioner", "Senior practitioner", "Works with children, and guides other workers.",
          "team", f"{_TEAM_PRACTICE} approve_work"),
    _role("family_worker", "Family worker", "Helps families alongside their social worker.", "own", _PRACTICE),
    _role("personal_adviser", "Personal adviser", "Supports young people who leave care.", "own", _PRACTICE),
    _role("lead_practitioner", "Family help lead practitioner (not a social worker)",
          "Holds family help for children in need, without being a social worker.", "team", _TEAM_PRACTICE),
    _role("lead_child_protection_practitioner", "Lead child protection practitioner",
          "Leads enquiries and child protection plans in a multi-agency team.", "protection",
          f"{_TEAM_PRACTICE} approve_work"),
    _role("deputy_manager", "Deputy manager", "Runs a team day to day, and stands in for its manager.",
          "team", _MANAGES, manages=True),
    _role("team_manager", "Team manager", "Answers for a team's work, allocates it and decides.",
          "team", f"{_MANAGES} restrict_record", manages=True),
    _role("service_manager", "Service manager", "Answers for several teams.", "below",
          f"{_MANAGES} restrict_record grant_glass bar_person set_standards reconcile export_children "
          "screen_contact decide_contact hold_sensitive plan_workforce keep_academy", manages=True),
    _role("reviewing_officer", "Independent reviewing officer", "Reviews the care of looked-after children.",
          "own", f"{_PRACTICE} see_access_log see_figures audit_work chair_conference raise_challenge"),
    _role("conference_chair", "Conference chair", "Chairs child protection conferences.",
          "chairing", f"{_PRACTICE} see_figures audit_work chair_conference raise_challenge"),
    _role("front_door", "Front-door decision-maker", "Decides on contacts, and must know whether a child is known.",
          "all", f"{_TEAM_PRACTICE} see_all_children screen_contact decide_contact hold_sensitive approve_work "
          "link_records"),
    _role("triage_officer", "Front-door triage officer", "Takes contacts in, asks the partners, and screens.",
          "all", f"{_TEAM_PRACTICE} see_all_children screen_contact"),
    _role("emergency_duty", "Emergency duty worker", "Takes contacts out of hours, and holds what can't wait.",
          "all", f"{_PRACTICE} see_all_children screen_contact decide_contact hold_sensitive"),
    _role("legal", "Legal", "Advises on pre-proceedings and acts in proceedings.",
          "legal", "see_own_children break_glass"),
    _role("fostering", "Fostering", "Supports foster carers and the children placed with them.",
          "fostering", _PRACTICE),
    _role("performance_analyst", "Performance analyst", "Works out the council's figures and opens them to the child.",
          "all", "see_all_children see_team see_figures run_figures load_data mend_quarantine link_records reconcile "
          "export_children"),
    _role("auditor", "Auditor", "Reads records and says how good the work is.",
          "all", "see_all_children see_team see_figures audit_work break_glass"),
    _role("director", "Director", "Answers for the whole service.",
          "all", "see_all_children see_team see_figures see_access_log restrict_record grant_glass review_glass "
          "bar_person set_standards reconcile break_glass allocate plan_workforce keep_academy", manages=True),
    _role("principal_social_worker", "Principal social worker",
          "Looks after practice and the academy, and reads how supervision is done.",
          "all", "see_all_children see_team see_figures audit_work keep_academy break_glass"),
    _role("workforce_lead", "Workforce lead", "Keeps posts, employments and the workforce census; sees no child.",
          "none", "see_figures_suppressed plan_workforce keep_academy"),
    _role("scrutiny", "Scrutiny member", "Holds the service to account from figures alone.",
          "none", "see_figures_suppressed"),
    _role("inspector", "Inspector", "Reads whatever an inspection asks for, until its last day.",
          "all", "see_all_children see_team see_figures see_access_log", ends=True),
    _role("administrator", "Administrator", "Looks after accounts; sees no child.", "none", "manage_accounts"),
    _role("head_of_data", "Head of data and data protection officer",
          "Answers for the data: what comes in, who looked, what goes out.",
          "all", "see_all_children see_team see_figures run_figures load_data mend_quarantine link_records reconcile "
          "export_children information_rights see_access_log restrict_record grant_glass review_glass bar_person "
          "set_standards"),
)  # fmt: skip

BY_ROLE: dict[str, Role] = {role.key: role for role in ROLES}


def permissions_of(roles: Iterable[str]) -> frozenset[str]:
    """This function will return the keys of all that these roles together may do; an unknown role adds nothing."""
    held = [BY_ROLE[role].permissions for role in roles if role in BY_ROLE]
    return frozenset[str]().union(*held)


def roles_that_may(permission: str) -> tuple[Role, ...]:
    """This function will return the roles that have a permission, in the order of the list."""
    return tuple(role for role in ROLES if permission in role.permissions)


def as_written() -> dict[str, object]:
    """This function will return what the database keeps for its policies: the roles, and the classes of restriction."""
    return {
        "roles": [
            {"role": role.key, "reach": role.reach, "permissions": sorted(role.permissions), "manages": role.manages}
            for role in ROLES
        ],
        "classes": [{"class": one.key, "told": one.told, "sensitive": one.sensitive} for one in CLASSES.values()],
        "recent_days": RECENT_DAYS,
    }


def fingerprint() -> str:
    """This function will return a short number that changes when a role does."""
    return hashlib.sha256(json.dumps(as_written(), sort_keys=True).encode()).hexdigest()[:12]
