"""Adds to rows the column of a cut: their own where they have it, or what the child was on the day counted."""

from __future__ import annotations

from collections.abc import Callable

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.errors import CannotProceed
from onechild.knowledge.measures.cuts import CUTS, Cut
from onechild.knowledge.measures.cutting.ages import with_age
from onechild.knowledge.measures.cutting.kinds import disabled, ethnic_group
from onechild.knowledge.measures.cutting.on_the_day import Rows, latest_by, on_the_day, with_child
from onechild.knowledge.measures.question import Question

COLUMNS = {"team": "team_id", "worker": "worker_id"}


def column_of(key: str) -> str:
    """The column that holds a cut: ids for teams and workers, and the cut's own name for the rest."""
    return COLUMNS.get(key, key)


def with_cut(question: Question, rows: ir.Table, cut: Cut) -> ir.Table:
    """The rows (moment, row_id, child_id, counted_on, ...) with the column of the cut.

    Raises CannotProceed where the rows can't be cut so: they have neither the column nor a child to find it from.
    """
    if column_of(cut.key) in rows.columns:
        return rows
    if cut.key not in OF_CHILD or "child_id" not in rows.columns:
        raise CannotProceed(f"these rows can't be broken down by {cut.key}")
    return OF_CHILD[cut.key](question, rows)


def _team(question: Question, rows: Rows) -> Rows:
    return _lead(question, rows, "team_id")


def _worker(question: Question, rows: Rows) -> Rows:
    return _lead(question, rows, "worker_id")


def _lead(question: Question, rows: Rows, column: str) -> Rows:
    """Of two open lead allocations the one with a worker stands, then the later."""
    spells = question.table("allocations").filter(_.role == "lead")
    spells = spells.mutate(waits=ibis.ifelse(_.worker_id.isnull(), 1, 0))
    return on_the_day(rows, spells, spells[column], column, first=("waits",), key="allocation_id")


def _sex(question: Question, rows: Rows) -> Rows:
    children = question.table("children")
    return with_child(rows, children, sex=children.sex)


def _ethnicity(question: Question, rows: Rows) -> Rows:
    children = question.table("children")
    return with_child(rows, children, ethnicity=ethnic_group(children.ethnicity))


def _need(question: Question, rows: Rows) -> Rows:
    spells = question.table("referrals")
    return latest_by(rows, spells, spells.primary_need, "need", key="referral_id")


def _placement(question: Question, rows: Rows) -> Rows:
    """Of the care episode, or, where the source has none, of the placement."""
    episodes, placements = question.table("care_episodes"), question.table("placements")
    rows = on_the_day(rows, episodes, episodes.placement_kind, "of_episode", key="episode_id")
    rows = on_the_day(rows, placements, placements.placement_kind, "of_placement", key="placement_id")
    return rows.mutate(placement=ibis.coalesce(rows.of_episode, rows.of_placement)).drop("of_episode", "of_placement")


def _legal_status(question: Question, rows: Rows) -> Rows:
    episodes, statuses = question.table("care_episodes"), question.table("legal_statuses")
    rows = on_the_day(rows, episodes, episodes.legal_status, "of_episode", key="episode_id")
    rows = on_the_day(rows, statuses, statuses.status, "of_status", key="legal_status_id")
    return rows.mutate(legal_status=ibis.coalesce(rows.of_episode, rows.of_status)).drop("of_episode", "of_status")


def _uasc(question: Question, rows: Rows) -> Rows:
    spells = question.table("immigration_statuses").filter(_.status == "uasc")
    rows = on_the_day(rows, spells, spells.status, "found", key="immigration_status_id")
    return rows.mutate(uasc=ibis.ifelse(rows.found.isnull(), "no", "yes")).drop("found")


def _disability(question: Question, rows: Rows) -> Rows:
    children, spells = question.table("children"), disabled(question.table("disabilities"))
    rows = latest_by(rows, spells, spells.disability, "found", key="disability_id")
    rows = with_child(rows, children, said=children.disabled)
    known = ibis.ifelse(rows.found.notnull() | rows.said.fill_null(False), "yes", "no")
    return rows.mutate(disability=known).drop("found", "said")


def _category(question: Question, rows: Rows) -> Rows:
    spells = question.table("child_protection_plans")
    found = ibis.coalesce(spells.latest_category, spells.initial_category)
    return latest_by(rows, spells, found, "category", key="plan_id")


def _plan(question: Question, rows: Rows) -> Rows:
    """The first that holds of: looked after, on a protection plan, on a plan for a child in need, leaving care."""
    kinds = {
        "looked_after": ("periods_of_care", "care_id"),
        "protection": ("child_protection_plans", "plan_id"),
        "in_need": ("child_in_need_plans", "plan_id"),
        "leaving_care": ("leaving_care_eligibility", "eligibility_id"),
    }
    for kind, (table, key) in kinds.items():
        spells = question.table(table)
        rows = on_the_day(rows, spells, spells[key], f"is_{kind}", key=key)
    found = ibis.cases(*((rows[f"is_{kind}"].notnull(), kind) for kind in kinds), else_="other")
    return rows.mutate(plan=found).drop(*(f"is_{kind}" for kind in kinds))


OF_CHILD: dict[str, Callable[[Question, Rows], Rows]] = {
    "team": _team,
    "worker": _worker,
    "age": with_age,
    "sex": _sex,
    "ethnicity": _ethnicity,
    "need": _need,
    "placement": _placement,
    "legal_status": _legal_status,
    "uasc": _uasc,
    "disability": _disability,
    "category": _category,
    "plan": _plan,
}
assert set(OF_CHILD) == {key for key, one in CUTS.items() if one.of_child}  # noqa: S101  two lists of one thing
