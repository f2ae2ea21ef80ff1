"""Cases: every child held by a lead worker at each moment, with what was known of that worker on that day."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question, holding
from onechild.knowledge.measures.rows.roles import MANAGERS, NOT_SOCIAL_WORKERS, grade
from onechild.knowledge.measures.rows.targets import with_target

AWAY = ("sickness", "parental_leave", "other")
BY_WORKER = ("moment", "worker_id")


def leads(question: Question) -> ir.Table:
    """Open lead allocations at each moment, with or without a worker: moment, to_on, child_id, worker_id, team_id."""

    def draw() -> ir.Table:
        spells = question.table("allocations").filter(_.role == "lead")
        return holding(question.asked, spells)[["moment", "to_on", "child_id", "worker_id", "team_id"]].distinct()

    return question.keep("leads", draw)


def cases(question: Question) -> ir.Table:
    """One row for each child, lead worker and team at each moment; managers' cases stand here too, marked.

    Columns: moment, row_id, child_id, worker_id, team_id, role, grade, employment (codes), fte (null where unknown),
    by_manager, absent, newly_qualified, social_worker (in the workforce census's sense), worker_cases, target, over.
    """
    return question.keep("cases", lambda: _cases(question))


def _cases(question: Question) -> ir.Table:
    held = leads(question).filter(_.worker_id.notnull())
    loads = held.group_by(BY_WORKER).agg(worker_cases=_.child_id.nunique())
    rows = held.left_join(holders(question, held), BY_WORKER).drop("moment_right", "worker_id_right")
    rows = rows.left_join(loads, BY_WORKER).drop("moment_right", "worker_id_right")
    rows = with_target(question, rows)
    return rows.mutate(
        grade=grade(rows.role, rows.newly_qualified),
        # A hair above the target is arithmetic with fractions (18 x 0.7), not a case.
        over=_.worker_cases > _.target + 0.000001,
        row_id=_.child_id + "/" + _.worker_id + "/" + _.team_id.fill_null(""),
    )


def holders(question: Question, held: ir.Table) -> ir.Table:
    """What is known of workers on a day: moment, worker_id, role, employment, fte, by_manager, absent, newly_qualified,
    social_worker; one row for each moment and worker of `held` (which has to_on besides)."""
    people = held[["moment", "to_on", "worker_id"]].distinct()
    facts = people
    for other in (_employed(question, people), _members(question, people), _away(question, people)):
        facts = facts.left_join(other, BY_WORKER).drop("moment_right", "worker_id_right")
    workers = question.table("workers")[["worker_id", "newly_qualified_to"]]
    facts = facts.left_join(workers, "worker_id").drop("worker_id_right")
    return facts.select(
        "moment",
        "worker_id",
        role=ibis.coalesce(_.employed_as, _.member_as),
        employment=_.engaged_as,
        fte=ibis.ifelse(_.hours_known.fill_null(0) == _.employments.fill_null(0), _.hours, ibis.null("float64")),
        by_manager=(_.manages.fill_null(0) + _.leads_team.fill_null(0)) > 0,
        absent=_.absences.fill_null(0) > 0,
        newly_qualified=_.newly_qualified_to.fill_null(ibis.date("0001-01-01")) > _.to_on,
        social_worker=_is_social_worker(),
    )


def _is_social_worker() -> ir.BooleanValue:
    """By the roles of employment; by those in teams where employment gives none; so taken where none is known."""
    by_team = (_.team_roles.fill_null(0) == 0) | (_.social_work_in_team.fill_null(0) > 0)
    return ibis.ifelse(_.roles.fill_null(0) > 0, _.social_work.fill_null(0) > 0, by_team)


def _employed(question: Question, people: ir.Table) -> ir.Table:
    return (
        _of_worker(people, question.table("employments"))
        .group_by(BY_WORKER)
        .agg(
            employments=_.count(),
            hours_known=_.fte.count(),
            hours=_.fte.sum(),
            employed_as=_.role.min(),
            engaged_as=_.employment_kind.min(),
            roles=_.role.count(),
            manages=_.count(where=_.role.isin(MANAGERS)),
            social_work=_.count(where=_.role.notin(NOT_SOCIAL_WORKERS)),
        )
    )


def _members(question: Question, people: ir.Table) -> ir.Table:
    return (
        _of_worker(people, question.table("team_memberships").drop("team_id"))
        .group_by(BY_WORKER)
        .agg(
            member_as=_.role.min(),
            team_roles=_.role.count(),
            leads_team=_.count(where=_.role.isin(MANAGERS)),
            social_work_in_team=_.count(where=_.role.notin(NOT_SOCIAL_WORKERS)),
        )
    )


def _away(question: Question, people: ir.Table) -> ir.Table:
    spells = question.table("absences").filter(_.absence_kind.isin(AWAY))
    return _of_worker(people, spells).group_by(BY_WORKER).agg(absences=_.count())


def _of_worker(people: ir.Table, spells: ir.Table) -> ir.Table:
    return people.join(
        spells,
        [
            people.worker_id == spells.worker_id,
            ibis.coalesce(spells.started_on, ibis.date("0001-01-01")) <= people.to_on,
            ibis.coalesce(spells.ended_on, FOREVER) > people.to_on,
        ],
    )
