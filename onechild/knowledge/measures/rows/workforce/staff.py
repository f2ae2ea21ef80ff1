"""Who is in post at the end of each moment, as what, for how many hours, in which team."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.roles import grade, is_social_worker

ALWAYS = date(1, 1, 1)
AGENCY = "agency"


def staff(question: Question) -> ir.Table:
    """Every employment that runs at the end of each moment, worker by worker.

    Columns: moment, to_on, row_id, worker_id, team_id (that of the post, or else of the worker), role, grade,
    employment (codes), fte, post_id, agency, social_worker (in the workforce census's sense), newly_qualified (in the
    first year).
    """
    return question.keep("staff", lambda: _staff(question))


def _staff(question: Question) -> ir.Table:
    rows = running(question, question.table("employments").drop("source", "source_row", "recorded_on"))
    rows = rows.select(
        "moment", "to_on", "worker_id", "post_id", "role", "fte", "employment_kind", row_id=rows.employment_id
    )
    posts = question.table("posts").select("post_id", post_team="team_id")
    rows = rows.left_join(posts, "post_id").drop("post_id_right")
    rows = rows.left_join(_teams(question), ["moment", "worker_id"]).drop("moment_right", "worker_id_right")
    rows = with_first_year(question, rows)
    return rows.select(
        "moment",
        "to_on",
        "row_id",
        "worker_id",
        "post_id",
        "role",
        "fte",
        "newly_qualified",
        team_id=ibis.coalesce(rows.post_team, rows.worker_team),
        grade=grade(rows.role, rows.newly_qualified),
        employment=rows.employment_kind,
        agency=(rows.employment_kind == AGENCY).fill_null(False),
        social_worker=is_social_worker(rows.role),
    )


def running(question: Question, spells: ir.Table) -> ir.Table:
    """Each moment with the spells that hold at its end; an unknown start is taken as always there."""
    asked = question.asked.select("moment", "to_on")
    return asked.join(
        spells,
        [
            ibis.coalesce(spells.started_on, ALWAYS) <= asked.to_on,
            ibis.coalesce(spells.ended_on, FOREVER) > asked.to_on,
        ],
    )


def with_first_year(question: Question, rows: ir.Table) -> ir.Table:
    """Add `newly_qualified`: in the assessed first year at `to_on`, by the worker's own date or a recorded year."""
    workers = question.table("workers").select("worker_id", "newly_qualified_to")
    rows = rows.left_join(workers, "worker_id").drop("worker_id_right")
    years = running(question, question.table("assessed_years").select("worker_id", "started_on", "ended_on"))
    years = years.select("moment", "worker_id", in_year=True).distinct()
    rows = rows.left_join(years, ["moment", "worker_id"]).drop("moment_right", "worker_id_right")
    first = rows.in_year.fill_null(False) | (rows.newly_qualified_to > rows.to_on).fill_null(False)
    return rows.mutate(newly_qualified=first).drop("in_year", "newly_qualified_to")


def _teams(question: Question) -> ir.Table:
    """The team that each worker belongs to at each moment, of several the latest joined: moment, worker_id."""
    held = running(question, question.table("team_memberships").select("membership_id", "worker_id", "team_id", *SPELL))
    place = ibis.row_number().over(
        group_by=[held.moment, held.worker_id],
        order_by=[ibis.coalesce(held.started_on, ALWAYS).desc(), held.membership_id],
    )
    return held.mutate(place=place).filter(_.place == 0).select("moment", "worker_id", worker_team="team_id")


SPELL = ("started_on", "ended_on")
