"""What somebody may do, as data: a short key that never changes, and a sentence that says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Permission:
    """Something that a role may do. `says` finishes the sentence "You may ..."; `writes` marks what changes things."""

    key: str
    says: str
    writes: bool = False


PERMISSIONS: tuple[Permission, ...] = (
    Permission("see_own_children", "open the records of children you work with"),
    Permission("see_team", "see a team's children, its waiting list and what its workers hold"),
    Permission("see_all_children", "open any child's record that is not restricted"),
    Permission("see_figures", "see the council's figures and the children behind them, as far as you may open them"),
    Permission("see_figures_suppressed", "see the council's figures with small numbers hidden, and no child"),
    Permission("record_visit", "record visits and case notes", writes=True),
    Permission("edit_child", "put right what a child's record says", writes=True),
    Permission(
        "do_casework", "start and write assessments, plans, meetings, case notes and letters for children", writes=True
    ),
    Permission("allocate", "give a child to a worker, and end that", writes=True),
    Permission("screen_contact", "take in and screen contacts at the front door", writes=True),
    Permission("hold_sensitive", "work on contacts about forced marriage, honour-based abuse and genital mutilation"),
    Permission("decide_contact", "decide what happens with a contact at the front door", writes=True),
    Permission("approve_work", "approve assessments and plans, and give directions on a case", writes=True),
    Permission("chair_conference", "chair a child protection conference and record what it decided", writes=True),
    Permission("supervise", "record supervision of the workers you manage", writes=True),
    Permission("audit_work", "record audits of the work with a child", writes=True),
    Permission("raise_challenge", "challenge formally how a child is worked with, and see it through", writes=True),
    Permission("plan_workforce", "keep posts, employments, leave and absence, and the workforce census", writes=True),
    Permission("keep_academy", "keep cohorts, mentors, observations and assessed years", writes=True),
    Permission("link_records", "say that two records are of one child, and undo it", writes=True),
    Permission("load_data", "bring files from other systems into the record", writes=True),
    Permission("mend_quarantine", "mend rows that could not be read, and take them in", writes=True),
    Permission("reconcile", "compare the record with another system's counts, child by child"),
    Permission("run_figures", "have the council's figures worked out again", writes=True),
    Permission("set_standards", "set the council's own standards, from a day", writes=True),
    Permission("export_children", "take a list of children out of OneChild"),
    Permission(
        "information_rights", "answer requests for a person's own record, and keep what was disclosed", writes=True
    ),
    Permission("restrict_record", "restrict a record, name who may open it, and lift that", writes=True),
    Permission(
        "break_glass", "open a record in an emergency, for a time, with a reason that a manager reads", writes=True
    ),
    Permission("grant_glass", "decide whether somebody may open a specially protected record for a time", writes=True),
    Permission("review_glass", "review whom a record was opened for in an emergency, and why", writes=True),
    Permission("bar_person", "bar a person from a child's record", writes=True),
    Permission("see_access_log", "see who has looked at a child's record"),
    Permission("manage_accounts", "make and close accounts, and give roles", writes=True),
)

BY_KEY: dict[str, Permission] = {permission.key: permission for permission in PERMISSIONS}
