"""What a council spends on children in care over a period, and the weeks of care that it is spent on."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Moment, Question, whole
from onechild.knowledge.measures.rows.children import looked_after, short_breaks
from onechild.knowledge.measures.rows.court.edge_of_care import CHILDRENS_HOMES
from onechild.knowledge.measures.rows.leaving.birthdays import FOSTER_HOMES
from onechild.knowledge.measures.rows.spans import with_days

DAYS_A_WEEK = 7
KINDS = {
    "looked_after": "outturn_looked_after",
    "residential": "outturn_residential",
    "fostering": "outturn_fostering",
}
APRIL = 4


def cost_of_care(question: Question) -> ir.Table:
    """Pounds spent over each period and the weeks of care that they paid for, one row of money and one a child's stay.

    Columns: moment, row_id, child_id, ended_on (the period's last day), kind (looked_after, residential, fostering),
    pounds (null where no outturn is set for a day of the period), weeks. Of all looked-after children the weeks are
    those of the children there at the end, as the published figure has it; of the others, days in placement, but for
    those that began in a series of short breaks.
    """

    def draw() -> ir.Table:
        money = question.keep("outturns", lambda: _outturns(question))
        parts = [
            money.mutate(child_id=ibis.null("string"), weeks=whole(0)),
            _at_the_end(question),
            _in_placement(question, "residential", CHILDRENS_HOMES),
            _in_placement(question, "fostering", FOSTER_HOMES),
        ]
        columns = ("moment", "row_id", "child_id", "ended_on", "kind", "pounds", "weeks")
        return ibis.union(*(rows.select(*columns) for rows in parts))

    return question.keep("cost_of_care", draw)


def _at_the_end(question: Question) -> ir.Table:
    lengths = question.keep("period_days", lambda: _lengths(question))
    children = looked_after(question).group_by(["moment", "child_id"]).agg(ended_on=_.to_on.max())
    rows = children.inner_join(lengths, "moment")
    return rows.mutate(
        row_id="looked_after/" + rows.child_id,
        kind=ibis.literal("looked_after"),
        pounds=whole(0),
        weeks=rows.days / DAYS_A_WEEK,
    )


def _in_placement(question: Question, kind: str, codes: tuple[str, ...]) -> ir.Table:
    ends = question.days("day_after", _day_after)
    asked = question.asked.inner_join(ends, "moment")
    stays = question.table("placements").filter(_.placement_kind.isin(codes))
    stays = stays.select(
        "placement_id", "child_id", begun=stays.started_on, over=ibis.coalesce(stays.ended_on, FOREVER)
    )
    breaks = short_breaks(question).rename(break_from="started_on", break_to="ended_on")
    in_breaks = [
        stays.child_id == breaks.child_id,
        breaks.break_from <= stays.begun,
        breaks.break_to.fill_null(FOREVER) > stays.begun,
    ]
    stays = stays.anti_join(breaks, in_breaks)
    rows = asked.join(stays, [stays.begun <= asked.to_on, stays.over > asked.from_on])
    rows = rows.mutate(first=ibis.greatest(rows.begun, rows.from_on), last=ibis.least(rows.over, rows.day))
    rows = with_days(question, rows, "first", "last")
    return rows.mutate(
        row_id=kind + "/" + rows.placement_id,
        ended_on=rows.to_on,
        kind=ibis.literal(kind),
        pounds=whole(0),
        weeks=rows.days / DAYS_A_WEEK,
    )


def _day_after(moment: Moment) -> date:
    return moment.to_on + timedelta(days=1)


def _lengths(question: Question) -> pa.Table:
    days = [float((moment.to_on - (moment.from_on or moment.to_on)).days + 1) for moment in question.moments]
    return pa.table({"moment": pa.array(range(len(days)), pa.int64()), "days": pa.array(days, pa.float64())})


def _outturns(question: Question) -> pa.Table:
    """The pounds of each period: of the year's outturn in force each day, as much as its days are of the year."""
    schema = pa.schema(
        [
            ("moment", pa.int64()),
            ("row_id", pa.string()),
            ("ended_on", pa.date32()),
            ("kind", pa.string()),
            ("pounds", pa.float64()),
        ]
    )
    rows = [
        {
            "moment": number,
            "row_id": f"{kind}/outturn",
            "ended_on": moment.to_on,
            "kind": kind,
            "pounds": _pounds(question, setting, moment),
        }
        for number, moment in enumerate(question.moments)
        for kind, setting in KINDS.items()
    ]
    return pa.Table.from_pylist(rows, schema=schema)


def _pounds(question: Question, setting: str, moment: Moment) -> float | None:
    rows = [row for row in question.read("settings") if row["setting"] == setting and row["team_id"] is None]
    rows.sort(key=lambda row: (row["started_on"], row["setting_id"]))
    spent, day = 0.0, moment.from_on or moment.to_on
    while day <= moment.to_on:
        year_from, year_to = _financial_year(day)
        held = [row for row in rows if row["started_on"] <= day < (row["ended_on"] or FOREVER)]
        if not held:
            return None
        # As far as this year, this setting and the period reach together.
        later = [row["started_on"] for row in rows if row["started_on"] > day]
        until = min([year_to, held[-1]["ended_on"] or FOREVER, moment.to_on + timedelta(days=1), *later])
        spent += float(held[-1]["value"]) * (until - day).days / (year_to - year_from).days
        day = until
    return spent


def _financial_year(day: date) -> tuple[date, date]:
    """1 April to the next, that day not included."""
    year = day.year if day.month >= APRIL else day.year - 1
    return date(year, APRIL, 1), date(year + 1, APRIL, 1)
