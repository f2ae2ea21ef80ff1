"""Where looked-after children live at each moment, and how often that changed."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.children import looked_after
from onechild.knowledge.measures.rows.in_care.codes import (
    CHILDRENS_HOMES,
    CURRENT_CARER_ADOPTS,
    FOR_ADOPTION,
    FOSTER,
    PARENTS,
    SUPPORTED,
    TEMPORARY_MOVES,
    holds,
)
from onechild.knowledge.measures.rows.spans import back, first_day
from onechild.knowledge.workdays.lengths import Length

A_YEAR, TWO_YEARS = Length(12, "month"), Length(24, "month")
TWO_AND_A_HALF_YEARS, SIXTEEN, EIGHTEEN = Length(30, "month"), Length(16, "year"), Length(18, "year")
# Of a distance that nobody could measure (SSDA903 guide).
UNKNOWN_DISTANCE = 999.9
FAR_IN_MILES = 20
UNREGISTERED = ("not_registered", "being_registered")


def placed(question: Question) -> ir.Table:
    """Looked-after children with the placement they are in at each moment, a temporary stay only where there is no
    other: moment, to_on, row_id, child_id, started_on, placement_id, placement_kind, placed_on, household_id, urn, and
    fostered, in_childrens_home, supported, with_parents, far_away, unregistered, under_18.
    """

    def draw() -> ir.Table:
        held = looked_after(question)
        spells = question.table("placements")
        spells = spells.select(
            "child_id",
            "placement_id",
            "placement_kind",
            "household_id",
            "urn",
            "location",
            "distance_miles",
            "registration",
            placed_on="started_on",
            until=_.ended_on.fill_null(FOREVER),
            away=ibis.ifelse(_.placement_kind.fill_null("").isin(TEMPORARY_MOVES), 1, 0),
        )
        inside = [held.child_id == spells.child_id, spells.placed_on <= held.to_on, spells.until > held.to_on]
        found = held.join(spells, inside)
        place = ibis.row_number().over(
            group_by=[found.moment, found.row_id],
            order_by=[found.away, found.placed_on.desc(), found.placement_id.desc()],
        )
        one = found.mutate(place=place).filter(_.place == 0)
        one = one.drop("place", "to_on", "child_id", "started_on", "until", "child_id_right")
        rows = held.left_join(one, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        rows = with_birth(question, rows).inner_join(back(question, EIGHTEEN).rename(born_after="day"), "moment")
        distance = rows.distance_miles
        return rows.mutate(
            fostered=_kind(rows, FOSTER),
            in_childrens_home=_kind(rows, CHILDRENS_HOMES),
            supported=_kind(rows, SUPPORTED),
            with_parents=_kind(rows, PARENTS),
            far_away=(distance > FAR_IN_MILES) & (distance < UNKNOWN_DISTANCE) & (rows.location == "out"),
            unregistered=rows.registration.isin(UNREGISTERED),
            under_18=(rows.born_on > rows.born_after).fill_null(True),
        ).drop("born_after", "distance_miles", "location", "registration", "away")

    return question.keep("looked_after_and_placed", draw)


def stability(question: Question) -> ir.Table:
    """Looked-after children with how many homes they had: moment, row_id, child_id, started_on, homes_in_a_year,
    homes_in_two_years, two_years (in care that long), long_term (in care two and a half years, and under 16), settled.

    A home is a placement that lasted a night; a temporary stay is none, nor is a placement for adoption with the carers
    that the child lived with already. Settled: in the home for two years, or placed for adoption and there and in the
    home before it for two years together.
    """

    def draw() -> ir.Table:
        held = with_birth(question, looked_after(question))
        for name, days in {
            "since_a_year": back(question, A_YEAR),
            "since_two_years": back(question, TWO_YEARS),
            "in_two_years": first_day(question, TWO_YEARS),
            "in_long": first_day(question, TWO_AND_A_HALF_YEARS),
            "born_after": back(question, SIXTEEN),
        }.items():
            held = held.inner_join(days.rename(**{name: "day"}), "moment")
        each = homes(question)
        rows = held.left_join(_how_many(held, each), ["moment", "row_id"]).drop("moment_right", "row_id_right")
        rows = rows.left_join(_settled(held, each), ["moment", "row_id"]).drop("moment_right", "row_id_right")
        return rows.select(
            "moment",
            "row_id",
            "child_id",
            "started_on",
            homes_in_a_year=_.homes_in_a_year.fill_null(0),
            homes_in_two_years=_.homes_in_two_years.fill_null(0),
            two_years=_.started_on <= _.in_two_years,
            long_term=(_.started_on <= _.in_long) & (_.born_on > _.born_after),
            settled=_.settled.fill_null(False),
        )

    return question.keep("stability_of_homes", draw)


def homes(question: Question) -> ir.Table:
    """Placements that lasted a night, temporary stays left out: child_id, placement_id, placement_kind, started_on,
    ended_on, `joins` (whether the one before lasted up to it) with its before_started_on, and same_carers.
    """

    def draw() -> ir.Table:
        spells = question.table("placements").filter(
            _.started_on.notnull(),
            ~_.placement_kind.fill_null("").isin(TEMPORARY_MOVES),
            _.ended_on.fill_null(FOREVER) > _.started_on,
        )
        along = ibis.window(group_by="child_id", order_by=["started_on", "placement_id"])
        before = spells.mutate(
            before_started_on=_.started_on.lag().over(along),
            before_ended_on=_.ended_on.fill_null(FOREVER).lag().over(along),
        )
        joins = (before.before_ended_on >= before.started_on).fill_null(False)
        return before.select(
            "child_id",
            "placement_id",
            "placement_kind",
            "started_on",
            "ended_on",
            "before_started_on",
            joins=joins,
            same_carers=joins & before.placement_kind.isin(CURRENT_CARER_ADOPTS),
        )

    return question.keep("homes_of_children", draw)


def _how_many(held: ir.Table, each: ir.Table) -> ir.Table:
    spells = each.rename(home_from="started_on", home_to="ended_on")
    held = held.select("moment", "row_id", "child_id", "to_on", "since_a_year", "since_two_years")
    inside = [
        held.child_id == spells.child_id,
        spells.home_from <= held.to_on,
        spells.home_to.fill_null(FOREVER) > held.since_two_years,
    ]
    had = held.join(spells, inside)
    # Adopted by the carers: still the home before it, unless that home began and ended before the time looked at.
    until = had.home_to.fill_null(FOREVER)
    in_two_years = ~(had.same_carers & (had.home_from > had.since_two_years))
    in_a_year = (until > had.since_a_year) & ~(had.same_carers & (had.home_from > had.since_a_year))
    return had.group_by("moment", "row_id").agg(
        homes_in_a_year=had.count(where=in_a_year), homes_in_two_years=had.count(where=in_two_years)
    )


def _settled(held: ir.Table, each: ir.Table) -> ir.Table:
    """Whether the child is settled in the home latest begun of those that hold at the moment."""
    spells = each.rename(home_from="started_on", home_to="ended_on")
    held = held.select("moment", "row_id", "child_id", "to_on", "in_two_years")
    inside = [
        held.child_id == spells.child_id,
        spells.home_from <= held.to_on,
        spells.home_to.fill_null(FOREVER) > held.to_on,
    ]
    now = held.join(spells, inside)
    latest = ibis.row_number().over(
        group_by=[now.moment, now.row_id], order_by=[now.home_from.desc(), now.placement_id.desc()]
    )
    one = now.mutate(latest=latest).filter(_.latest == 0)
    together = one.joins & one.placement_kind.isin(FOR_ADOPTION) & (one.before_started_on <= one.in_two_years)
    settled = (one.home_from <= one.in_two_years) | together.fill_null(False)
    return one.select("moment", "row_id", settled=settled)


def _kind(rows: ir.Table, codes: tuple[str, ...]) -> ir.BooleanValue:
    return holds(rows.placement_kind, rows.to_on, "placement_type", codes)


def with_birth(question: Question, rows: ir.Table) -> ir.Table:
    """The rows with the child's born_on."""
    born = question.table("children")[["child_id", "born_on"]]
    return rows.left_join(born, "child_id").drop("child_id_right")
