"""Social workers' posts at each moment: how much of each is vacant, how much of that agency workers cover."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import Question, whole
from onechild.knowledge.measures.rows.roles import grade, is_social_worker
from onechild.knowledge.measures.rows.workforce.staff import running, staff


def posts_and_staff(question: Question) -> ir.Table:
    """Vacancies and social workers in post side by side, in full-time equivalents.

    Columns: moment, row_id, worker_id, team_id, role, grade, employment, vacant (what of the post nobody employed by
    the council fills; an agency worker fills none of it), covered (what agency workers do of that), in_post.
    """

    def draw() -> ir.Table:
        workers = staff(question).filter(_.social_worker, ~_.agency, _.fte.notnull())
        workers = workers.mutate(
            row_id="employment/" + workers.row_id, vacant=whole(0), covered=whole(0), in_post=workers.fte
        )
        vacancies = _vacancies(question).mutate(in_post=whole(0))
        return workers.select(*COLUMNS).union(vacancies.select(*COLUMNS))

    return question.keep("posts_and_staff", draw)


COLUMNS = (
    "moment",
    "row_id",
    "worker_id",
    "team_id",
    "role",
    "grade",
    "employment",
    "vacant",
    "covered",
    "in_post",
)


def _vacancies(question: Question) -> ir.Table:
    posts = question.table("posts").select("post_id", "team_id", "role", "fte", "started_on", "ended_on")
    posts = running(question, posts.filter(_.fte.notnull(), is_social_worker(_.role)))
    holders = staff(question).filter(_.post_id.notnull())
    filled = holders.group_by(["moment", "post_id"]).agg(
        own=holders.fte.sum(where=~holders.agency), hired=holders.fte.sum(where=holders.agency)
    )
    rows = posts.left_join(filled, ["moment", "post_id"]).drop("moment_right", "post_id_right")
    rows = rows.mutate(vacant=ibis.greatest(rows.fte - rows.own.fill_null(0.0), whole(0)))
    rows = rows.filter(rows.vacant > 0)
    return rows.mutate(
        row_id="post/" + rows.post_id,
        worker_id=ibis.null("string"),
        grade=grade(rows.role, ibis.literal(False)),
        employment=ibis.null("string"),
        covered=ibis.least(rows.vacant, rows.hired.fill_null(0.0)),
    )
