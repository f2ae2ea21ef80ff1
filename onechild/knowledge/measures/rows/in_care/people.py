"""Who works with looked-after children, which schools they go to, and whether brothers and sisters live together."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.children import looked_after
from onechild.knowledge.measures.rows.in_care.codes import FAMILIES, PARENTS
from onechild.knowledge.measures.rows.in_care.homes import A_YEAR, placed
from onechild.knowledge.measures.rows.spans import back

# Moves in these months are the usual ones, between one school year and the next.
USUAL_MONTHS = (8, 9)
SIBLINGS = ("sibling", "half_sibling")
UNACCOMPANIED = "uasc"
LONG_AGO = date(1, 1, 1)
# The URN of a foster placement is the agency's and says nothing of the home.
NO_HOME_OF_ITS_OWN = (*FAMILIES, *PARENTS)


def social_workers(question: Question) -> ir.Table:
    """Looked-after children with the different lead workers of the twelve months: moment, row_id, child_id, workers.

    A worker who comes back counts once; whoever held the case in the year while the child was not in care counts too.
    """

    def draw() -> ir.Table:
        held = _in_the_year(question)
        spells = question.table("allocations").filter(_.role == "lead", _.worker_id.notnull())
        during = _during(held, spells, "started_on", "ended_on", lead_id="worker_id")
        many = during.group_by("moment", "row_id").agg(workers=_.lead_id.nunique())
        rows = held.left_join(many, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        return rows.select("moment", "row_id", "child_id", workers=_.workers.fill_null(0))

    return question.keep("workers_of_looked_after", draw)


def schools(question: Question) -> ir.Table:
    """Looked-after children on a school's roll in the twelve months, and whether they moved in mid-year: moment,
    row_id, child_id, moved.

    A move is a place at another school, or at a first one; not in August and September, and not before the day that
    the child first came into care in those months.
    """

    def draw() -> ir.Table:
        held = _in_the_year(question)
        along = ibis.window(group_by="child_id", order_by=["started_on", "school_place_id"])
        spells = question.table("school_places").filter(_.started_on.notnull())
        spells = spells.mutate(before=_.school_urn.lag().over(along))
        moves = ~spells.started_on.month().isin(USUAL_MONTHS) & (
            spells.before.isnull() | spells.school_urn.isnull() | (spells.before != spells.school_urn)
        )
        spells = spells.mutate(moves=moves)
        care = question.table("periods_of_care").filter(_.started_on.notnull())
        came = _during(held, care, "started_on", "ended_on", came_on="started_on")
        came = came.group_by("moment", "row_id").agg(came_on=_.came_on.min())
        on_roll = _during(held, spells, "started_on", "ended_on", moved_on="started_on", moves="moves")
        both = on_roll.inner_join(came, ["moment", "row_id"])
        moved = both.moves & (both.moved_on > both.since) & (both.moved_on >= both.came_on)
        return both.group_by("moment", "row_id", "child_id").agg(moved=both.count(where=moved) > 0)

    return question.keep("schools_of_looked_after", draw)


def with_siblings(question: Question) -> ir.Table:
    """Looked-after children who have a looked-after brother or sister: moment, row_id, child_id, together.

    Together: in the same fostering household, in the same setting, or at the same address of their placements.
    """

    def draw() -> ir.Table:
        homes = _addressed(question, placed(question))
        pairs = _pairs(question)
        mine = homes.inner_join(pairs, "child_id")
        theirs = homes.select(
            "moment",
            sibling_id="child_id",
            their_household=_.household_id,
            their_setting=_.setting,
            their_address=_.address,
        )
        both = mine.inner_join(theirs, ["moment", "sibling_id"])
        same = (
            (both.household_id == both.their_household).fill_null(False)
            | (both.setting == both.their_setting).fill_null(False)
            | (both.address == both.their_address).fill_null(False)
        )
        return both.group_by("moment", "row_id", "child_id").agg(together=both.count(where=same) > 0)

    return question.keep("siblings_looked_after", draw)


def arrivals(question: Question) -> ir.Table:
    """Looked-after children: moment, row_id, child_id, unaccompanied (seeking asylum, by the status on the day)."""

    def draw() -> ir.Table:
        held = looked_after(question)
        spells = question.table("immigration_statuses").filter(_.status == UNACCOMPANIED)
        spells = spells.select(
            status_of="child_id", status_from=_.started_on.fill_null(LONG_AGO), status_to=_.ended_on.fill_null(FOREVER)
        )
        inside = [
            held.child_id == spells.status_of,
            spells.status_from <= held.to_on,
            spells.status_to > held.to_on,
        ]
        found = held.join(spells, inside)[["moment", "row_id"]].distinct().mutate(unaccompanied=True)
        rows = held.left_join(found, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        return rows.select("moment", "row_id", "child_id", unaccompanied=_.unaccompanied.fill_null(False))

    return question.keep("arrivals_looked_after", draw)


def _pairs(question: Question) -> ir.Table:
    """Brothers and sisters, each with each, whichever of them the record says it of: child_id, sibling_id."""
    told = question.table("relationships").filter(_.relation.isin(SIBLINGS), _.related_child_id.notnull())
    told = told.filter(_.related_child_id != _.child_id)
    one = told.select("child_id", sibling_id="related_child_id")
    other = told.select(child_id="related_child_id", sibling_id="child_id")
    return question.keep("siblings", lambda: one.union(other, distinct=True))


def _addressed(question: Question, homes: ir.Table) -> ir.Table:
    """Homes with the setting, where its URN names one, and with the placement's address."""
    at = question.table("addresses").filter(_.placement_id.notnull())
    at = at.mutate(address=ibis.coalesce(_.uprn, _.postcode.upper() + "/" + _.lines.upper()))
    at = at.filter(_.address.notnull()).group_by("placement_id").agg(address=_.address.max())
    own = ibis.ifelse(homes.placement_kind.isin(NO_HOME_OF_ITS_OWN), ibis.null("string"), homes.urn)
    homes = homes.mutate(setting=own).left_join(at, "placement_id").drop("placement_id_right")
    return homes.select("moment", "row_id", "child_id", "household_id", "setting", "address")


def _in_the_year(question: Question) -> ir.Table:
    """Looked-after children with the day that the twelve months began after: and since."""
    return looked_after(question).inner_join(back(question, A_YEAR).rename(since="day"), "moment")


def _during(held: ir.Table, spells: ir.Table, first: str, last: str, **carried: str) -> ir.Table:
    """The spells of each child that held at some time in the twelve months, with the columns carried."""
    spells = spells.select(
        spell_child="child_id", spell_from=spells[first], spell_to=spells[last].fill_null(FOREVER), **carried
    )
    inside = [
        held.child_id == spells.spell_child,
        spells.spell_from <= held.to_on,
        spells.spell_to > held.since,
    ]
    return held.join(spells, inside)
