"""Work at the edge of care: who came into care all the same, and what each week of it saved and cost."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from onechild.knowledge.clocks.building import numbered_days
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.children import short_breaks
from onechild.knowledge.measures.rows.leaving.birthdays import FOSTER_HOMES
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.workdays.lengths import Length

CHILDRENS_HOMES = ("K1", "K2", "R1", "S1")
WEEKS_COUNTED = 52  # a cost avoided is claimed for a year at most
WEEKS_OF_WORK = 156
OWN_COST = "weekly_cost_edge_of_care"
COSTS = ("weekly_cost_residential", "weekly_cost_fostering", "weekly_cost_other", OWN_COST)
SIX_MONTHS, TWELVE_MONTHS, GROWN_UP = Length(6, "month"), Length(12, "month"), Length(18, "birthday")


def edge_of_care(question: Question) -> ir.Table:
    """Episodes of work at the edge of care, with what came of them.

    Columns: row_id, child_id, started_on, six_months_on, twelve_months_on, at_risk (rated so at the start),
    in_care_already, confirmed (by the panel), entered_by_six, entered_by_twelve (looked after on any day till then).
    """

    def draw() -> ir.Table:
        rows = _episodes(question)
        rows = with_reach(question, rows, "started_on", SIX_MONTHS, name="six_months_on")
        rows = with_reach(question, rows, "started_on", TWELVE_MONTHS, name="twelve_months_on")
        return rows.select(
            "child_id",
            "started_on",
            "six_months_on",
            "twelve_months_on",
            "at_risk",
            "in_care_already",
            "confirmed",
            row_id=rows.edge_of_care_id,
            entered_by_six=(rows.entered_on <= rows.six_months_on).fill_null(False),
            entered_by_twelve=(rows.entered_on <= rows.twelve_months_on).fill_null(False),
        )

    return question.keep("edge_of_care", draw)


def edge_of_care_weeks(question: Question) -> ir.Table:
    """Each week of care not needed, and each week of the service's own work, on its last day, with what it comes to.

    Columns: row_id, child_id, week_on, avoided (a week of care not needed, or else one of work), pounds (at the cost
    in force that day; null where none is set). A week not needed is one of the first 52 of an episode whose child was
    rated at risk, had not come into care by then and was under 18.
    """
    return question.keep("edge_of_care_weeks", lambda: _weeks(question))


def _weeks(question: Question) -> ir.Table:
    rows = with_reach(question, _episodes(question), "born_on", GROWN_UP, name="eighteen_on")
    weeks = question.keep("edge_of_care_week_numbers", _numbers)
    numbers = question.keep("edge_of_care_days", _days)
    begun = rows.inner_join(numbers, rows.started_on == numbers.day).drop("day").cross_join(weeks)
    # The last day of the week that began with the first day of the work, or a whole number of weeks after it.
    begun = begun.mutate(ends=begun.number + begun.week * 7 - 1).drop("number")
    dated = begun.inner_join(numbers, begun.ends == numbers.number).rename(week_on="day")
    avoided = dated.filter(
        dated.at_risk & ~dated.in_care_already,
        dated.week <= WEEKS_COUNTED,
        dated.entered_on.fill_null(FOREVER) > dated.week_on,
        dated.eighteen_on.fill_null(FOREVER) > dated.week_on,
    )
    likely = ibis.cases(
        (avoided.likely_placement.isin(CHILDRENS_HOMES), "weekly_cost_residential"),
        (avoided.likely_placement.isin(FOSTER_HOMES), "weekly_cost_fostering"),
        (avoided.likely_placement.notnull(), "weekly_cost_other"),
        else_="unknown",
    )
    worked = dated.filter(dated.ended_on.fill_null(FOREVER) > dated.week_on)
    parts = [
        _week(avoided, "avoided", likely, avoided=True),
        _week(worked, "work", ibis.literal(OWN_COST), avoided=False),
    ]
    return _with_cost(question, parts[0].union(parts[1]))


def _week(rows: ir.Table, name: str, cost: ir.StringValue, *, avoided: bool) -> ir.Table:
    return rows.select(
        "child_id",
        "week_on",
        row_id=rows.edge_of_care_id + "/" + name + "/" + rows.week.cast("string"),
        avoided=ibis.literal(avoided),
        cost=cost,
    )


def _with_cost(question: Question, rows: ir.Table) -> ir.Table:
    costs = question.keep("weekly_costs", lambda: _costs(question))
    joined = rows.left_join(
        costs,
        [rows.cost == costs.setting, costs.from_on <= rows.week_on, costs.until > rows.week_on],
    )
    return joined.select("row_id", "child_id", "week_on", "avoided", pounds=joined.value)


def _episodes(question: Question) -> ir.Table:
    """Each episode with the child's date of birth, and the first day in care since it began."""
    rows = question.table("edge_of_care_episodes").select(
        "edge_of_care_id",
        "child_id",
        "started_on",
        "ended_on",
        "likely_placement",
        at_risk=_.at_risk_of_care.fill_null(False),
        confirmed=_.panel_confirmed_on.notnull(),
    )
    children = question.table("children").select("child_id", "born_on")
    rows = rows.left_join(children, "child_id").drop("child_id_right")
    care = times_in_care(question)
    later = rows.join(care, [rows.child_id == care.looked_after, care.cared_from > rows.started_on])
    entered = later.group_by("edge_of_care_id").agg(entered_on=_.cared_from.min())
    already = rows.join(
        care,
        [
            rows.child_id == care.looked_after,
            care.cared_from <= rows.started_on,
            care.cared_to > rows.started_on,
        ],
    )
    already = already.select("edge_of_care_id", was_in_care=True).distinct()
    for found in (entered, already):
        rows = rows.left_join(found, "edge_of_care_id").drop("edge_of_care_id_right")
    return rows.mutate(in_care_already=rows.was_in_care.fill_null(False)).drop("was_in_care")


def times_in_care(question: Question) -> ir.Table:
    """Periods of care but those that began as a series of short breaks: looked_after, cared_from, cared_to."""
    care = question.table("periods_of_care")
    care = care.select(
        looked_after=care.child_id, cared_from=care.started_on, cared_to=care.ended_on.fill_null(FOREVER)
    )
    breaks = short_breaks(question)
    return care.anti_join(
        breaks,
        [
            care.looked_after == breaks.child_id,
            breaks.started_on <= care.cared_from,
            breaks.ended_on.fill_null(FOREVER) > care.cared_from,
        ],
    )


def _numbers() -> pa.Table:
    return pa.table({"week": pa.array(range(1, WEEKS_OF_WORK + 1), pa.int64())})


def _days() -> pa.Table:
    return numbered_days().rename_columns(["day", "number"])


def _costs(question: Question) -> pa.Table:
    """The council's weekly costs: setting, from_on, until (that day not included), value; never two on one day."""
    found: list[dict[str, object]] = []
    for name in COSTS:
        rows = [row for row in question.read("settings") if row["setting"] == name and row["team_id"] is None]
        rows.sort(key=lambda row: (row["started_on"], row["setting_id"]))
        for place, row in enumerate(rows):
            following = rows[place + 1]["started_on"] if place + 1 < len(rows) else FOREVER
            until = min(row["ended_on"] or FOREVER, following)
            found.append({"setting": name, "from_on": row["started_on"], "until": until, "value": row["value"]})
    schema = pa.schema(
        [("setting", pa.string()), ("from_on", pa.date32()), ("until", pa.date32()), ("value", pa.float64())]
    )
    return pa.Table.from_pylist([row for row in found if _runs(row)], schema=schema)


def _runs(row: dict[str, object]) -> bool:
    from_on, until = row["from_on"], row["until"]
    return isinstance(from_on, date) and isinstance(until, date) and from_on < until
