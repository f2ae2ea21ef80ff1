"""What happens among social workers over a period, beside who is in post at its end: leavers, days lost, agency."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question, whole
from onechild.knowledge.measures.rows.roles import grade, is_social_worker
from onechild.knowledge.measures.rows.workforce.staff import AGENCY, ALWAYS, staff
from onechild.knowledge.workdays.days import FIRST_DAY, LAST_DAY, calendar_table, number_of

STAYED = ("moved_post", "became_permanent")
WORKER = ("worker_id", "team_id", "role", "grade", "employment")
"""The columns by which workers are broken down, and the worker."""


def leavers(question: Question) -> ir.Table:
    """Social workers who left the council's employment in each period, and those in post at its end.

    Columns: moment, row_id, worker_id, team_id, role, grade, employment, counted_day, left and in_post (full-time
    equivalents). Whoever goes on in another of the council's posts has not left; agency workers are in neither.
    """

    def draw() -> ir.Table:
        gone = _gone(question)
        gone = gone.mutate(row_id="left/" + gone.row_id, left=gone.fte, in_post=whole(0))
        here = _in_post(question).mutate(left=whole(0), in_post=_.fte)
        columns = ("moment", "row_id", *WORKER, "counted_day", "left", "in_post")
        return gone.select(*columns).union(here.select(*columns))

    return question.keep("leavers", draw)


def days_lost(question: Question) -> ir.Table:
    """Working days that social workers in the council's employment lost to sickness in each period, and those owed.

    Columns: moment, row_id, worker_id, team_id, role, grade, employment, counted_day, lost (whole working days), owed
    (of those in post at the end, full-time equivalent by the working days of the period).
    """

    def draw() -> ir.Table:
        sick = _sickness(question)
        sick = sick.mutate(lost=sick.days, owed=whole(0))
        lengths = question.keep("period_working_days", lambda: _working_days(question))
        here = _in_post(question).inner_join(lengths, "moment")
        here = here.mutate(lost=whole(0), owed=here.fte * here.working_days)
        columns = ("moment", "row_id", *WORKER, "counted_day", "lost", "owed")
        return sick.select(*columns).union(here.select(*columns))

    return question.keep("days_lost", draw)


def agency_workers(question: Question) -> ir.Table:
    """Agency social workers in post on any day of each period, and whether they took a permanent post in it.

    Columns: moment, row_id, worker_id, team_id, role, grade, employment, counted_day, converted.
    """

    def draw() -> ir.Table:
        hired = _of_social_workers(question).filter(_.employment_kind == AGENCY)
        asked = question.asked
        there = asked.join(
            hired,
            [
                ibis.coalesce(hired.started_on, ALWAYS) <= asked.to_on,
                ibis.coalesce(hired.ended_on, FOREVER) >= asked.from_on,
            ],
        )
        first = ibis.row_number().over(
            group_by=[there.moment, there.worker_id], order_by=[there.ended_on.fill_null(FOREVER).desc(), there.row_id]
        )
        one = there.mutate(place=first).filter(_.place == 0)
        taken = _permanent(question)
        within = one.join(
            taken,
            [
                one.worker_id == taken.employee,
                taken.employed_from >= one.from_on,
                taken.employed_from <= one.to_on,
                taken.employed_from > ibis.coalesce(one.started_on, ALWAYS),
            ],
        )
        converted = within.select("moment", "worker_id", took=True).distinct()
        rows = one.left_join(converted, ["moment", "worker_id"]).drop("moment_right", "worker_id_right")
        rows = _named(question, rows.mutate(counted_day=rows.to_on))
        said = (rows.end_reason == "became_permanent") & (rows.ended_on >= rows.from_on) & (rows.ended_on <= rows.to_on)
        converted_then = rows.took.fill_null(False) | said.fill_null(False)
        return rows.select("moment", "row_id", *WORKER, "counted_day", converted=converted_then)

    return question.keep("agency_workers", draw)


def _of_social_workers(question: Question) -> ir.Table:
    rows = question.table("employments").filter(is_social_worker(_.role))
    return rows.select(
        "worker_id",
        "post_id",
        "role",
        "fte",
        "employment_kind",
        "end_reason",
        "started_on",
        "ended_on",
        row_id=rows.employment_id,
    )


def _permanent(question: Question) -> ir.Table:
    rows = question.table("employments").filter(_.employment_kind.isin(["permanent", "fixed_term"]))
    return rows.select(employee=rows.worker_id, employed_from=rows.started_on)


def _in_post(question: Question) -> ir.Table:
    rows = staff(question).filter(_.social_worker, ~_.agency, _.fte.notnull())
    return rows.mutate(row_id="in_post/" + rows.row_id, counted_day=rows.to_on)


def _gone(question: Question) -> ir.Table:
    own = _of_social_workers(question).filter(_.employment_kind.isnull() | (_.employment_kind != AGENCY))
    ended = own.filter(_.fte.notnull(), _.ended_on.notnull(), _.end_reason.isnull() | _.end_reason.notin(STAYED))
    goes_on = question.table("employments").filter(_.employment_kind.isnull() | (_.employment_kind != AGENCY))
    goes_on = goes_on.select(
        employee=goes_on.worker_id,
        other_id=goes_on.employment_id,
        other_from=ibis.coalesce(goes_on.started_on, ALWAYS),
        other_to=ibis.coalesce(goes_on.ended_on, FOREVER),
    )
    left = ended.anti_join(
        goes_on,
        [
            ended.worker_id == goes_on.employee,
            ended.row_id != goes_on.other_id,
            goes_on.other_from <= ended.ended_on,
            goes_on.other_to > ended.ended_on,
        ],
    )
    asked = question.asked
    rows = asked.join(left, [left.ended_on >= asked.from_on, left.ended_on <= asked.to_on])
    return _named(question, rows.mutate(counted_day=rows.ended_on))


def _sickness(question: Question) -> ir.Table:
    """Each absence for sickness of somebody in the council's employment, with its working days in the period."""
    own = _of_social_workers(question).filter(_.employment_kind.isnull() | (_.employment_kind != AGENCY))
    own = own.rename(employed_from="started_on", employed_to="ended_on", employment_id="row_id")
    ill = question.table("absences").filter(_.absence_kind == "sickness")
    ill = ill.select("absence_id", sick="worker_id", sick_from="started_on", sick_to="ended_on")
    absent = ill.join(
        own,
        [
            ill.sick == own.worker_id,
            ibis.coalesce(own.employed_from, ALWAYS) <= ill.sick_from,
            ibis.coalesce(own.employed_to, FOREVER) > ill.sick_from,
        ],
    )
    one = ibis.row_number().over(group_by=absent.absence_id, order_by=absent.employment_id)
    absent = absent.mutate(place=one).filter(_.place == 0)
    ends = question.keep("period_working_days", lambda: _working_days(question))
    asked = question.asked.inner_join(ends, "moment")
    rows = asked.join(absent, [absent.sick_from <= asked.to_on, ibis.coalesce(absent.sick_to, FOREVER) > asked.from_on])
    # From the end of the day before the first to the end of the last one lost.
    over = ibis.least(rows.sick_to.fill_null(FOREVER), rows.employed_to.fill_null(FOREVER), rows.day_after)
    rows = rows.mutate(first=ibis.greatest(rows.sick_from, rows.from_on), over=over)
    numbers = question.keep("working_days_before", _working_days_before)
    for side in ("first", "over"):
        days = numbers.select(**{f"{side}_day": numbers.day, f"{side}_number": numbers.before})
        rows = rows.left_join(days, rows[side] == days[f"{side}_day"])
    rows = rows.mutate(days=(rows.over_number - rows.first_number).cast("float64"), counted_day=rows.to_on)
    rows = rows.filter(rows.days > 0)
    return _named(question, rows.mutate(row_id="sick/" + rows.absence_id))


def _named(question: Question, rows: ir.Table) -> ir.Table:
    """Add what workers are broken down by, as of `counted_day`: team_id (that of the post, or of the latest team that
    the worker had joined by then), grade, employment.
    """
    posts = question.table("posts").select("post_id", post_team="team_id")
    rows = rows.left_join(posts, "post_id").drop("post_id_right")
    joined = question.table("team_memberships").select(
        "membership_id", "team_id", member="worker_id", joined_on=ibis.coalesce(_.started_on, ALWAYS)
    )
    each = rows.select("moment", "row_id", "worker_id", "counted_day")
    held = each.join(joined, [each.worker_id == joined.member, joined.joined_on <= each.counted_day])
    place = ibis.row_number().over(
        group_by=[held.moment, held.row_id], order_by=[held.joined_on.desc(), held.membership_id]
    )
    teams = held.mutate(place=place).filter(_.place == 0).select("moment", "row_id", worker_team="team_id")
    rows = rows.left_join(teams, ["moment", "row_id"]).drop("moment_right", "row_id_right")
    workers = question.table("workers").select("worker_id", "newly_qualified_to")
    rows = rows.left_join(workers, "worker_id").drop("worker_id_right")
    first_year = (rows.newly_qualified_to > rows.counted_day).fill_null(False)
    return rows.mutate(
        team_id=ibis.coalesce(rows.post_team, rows.worker_team),
        grade=grade(rows.role, first_year),
        employment=rows.employment_kind,
    )


def _working_days(question: Question) -> pa.Table:
    """How many working days each period has, and the day after it: moment, working_days, day_after."""
    rows = [
        {
            "moment": number,
            "working_days": float(
                number_of(moment.to_on) - number_of((moment.from_on or moment.to_on) - timedelta(days=1))
            ),
            "day_after": moment.to_on + timedelta(days=1),
        }
        for number, moment in enumerate(question.moments)
    ]
    schema = pa.schema([("moment", pa.int64()), ("working_days", pa.float64()), ("day_after", pa.date32())])
    return pa.Table.from_pylist(rows, schema=schema)


@cache
def _working_days_before() -> pa.Table:
    """Every day of the calendar with how many working days lie before it: day, before."""
    numbers = [0, *calendar_table().column("number").to_pylist()]
    days = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
    return pa.table({"day": pa.array(days, pa.date32()), "before": pa.array(numbers[:-1], pa.int64())})
