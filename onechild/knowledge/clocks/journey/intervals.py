"""What can be done with spells [started_on, ended_on) of one subject: merge, overlap, cut short, take out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.reading import SPELL_COLUMNS

if TYPE_CHECKING:
    import ibis.expr.types as ir

FAR = date(9999, 12, 31)


def as_kind(spells: ir.Table, kind: str) -> ir.Table:
    """This function will return the same spells under another name."""
    return spells.mutate(kind=ibis.literal(kind)).select(*SPELL_COLUMNS)


def merged(spells: ir.Table, kind: str) -> ir.Table:
    """This function will return spells with those that touch or overlap made one, whose id is its first day."""
    order = ["started_on", "ended_on", "spell_id"]
    along = ibis.window(group_by="subject_id", order_by=order)
    so_far = ibis.cumulative_window(group_by="subject_id", order_by=order)
    whole = spells.mutate(ended_on=_.ended_on.fill_null(FAR))
    reached = whole.mutate(reached=_.ended_on.max().over(so_far))
    before = reached.mutate(before=_.reached.lag().over(along))
    opened = before.mutate(opens=ibis.ifelse(_.before.isnull() | (_.started_on > _.before), 1, 0))
    numbered = opened.mutate(island=_.opens.sum().over(so_far))
    islands = numbered.group_by("subject_id", "child_id", "island").agg(
        started_on=_.started_on.min(), ended_on=_.ended_on.max()
    )
    return _named(islands.mutate(ended_on=_.ended_on.nullif(FAR)), kind)


def overlap(one: ir.Table, other: ir.Table, kind: str) -> ir.Table:
    """This function will return the times when a spell of both holds, merged."""
    right = other.select("subject_id", other_started_on=_.started_on, other_ended_on=_.ended_on)
    both = one.join(right, "subject_id")
    held = both.mutate(
        started_on=ibis.greatest(_.started_on, _.other_started_on),
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.other_ended_on.fill_null(FAR)),
    )
    held = held.filter(_.started_on < _.ended_on).mutate(ended_on=_.ended_on.nullif(FAR))
    return merged(held.select(*SPELL_COLUMNS), kind)


def until_first(spells: ir.Table, events: ir.Table, kind: str) -> ir.Table:
    """This function will return each spell up to the first event after its first day, or whole where there is none."""
    happened = events.select("subject_id", "happened_on")
    first = (
        spells.join(happened, "subject_id")
        .filter(_.happened_on > _.started_on)
        .group_by("subject_id", "spell_id")
        .agg(first_on=_.happened_on.min())
    )
    cut = spells.left_join(first, ["subject_id", "spell_id"]).mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.first_on.fill_null(FAR)).nullif(FAR)
    )
    return as_kind(cut.select(*SPELL_COLUMNS), kind)


def within(rows: ir.Table, spells: ir.Table, *, on: str) -> ir.Table:
    """This function will return the rows whose day `on` lies in a spell, with that spell's `begun_on` and `until`.

    `spells` are merged; the rows have a child_id and neither of the two columns.
    """
    held = spells.select("child_id", begun_on="started_on", until="ended_on")
    pairs = rows.join(held, "child_id")
    return pairs.filter(pairs.begun_on <= pairs[on], pairs.until.isnull() | (pairs[on] < pairs.until))


def sooner(*days: ir.DateValue) -> ir.DateValue:
    """This function will return the earliest of days, of which a null one never comes."""
    return ibis.least(*(day.fill_null(FAR) for day in days)).nullif(FAR)


def until_other(spells: ir.Table, others: ir.Table, kind: str) -> ir.Table:
    """This function will return the spells that begin while no other holds, each up to the first day that one does."""
    taken = others.select("subject_id", taken_from=_.started_on, taken_to=_.ended_on)
    pairs = spells.join(taken, "subject_id")
    covered = pairs.filter(_.taken_from <= _.started_on, _.taken_to.isnull() | (_.started_on < _.taken_to))
    free = spells.anti_join(covered, ["subject_id", "spell_id"])
    later = pairs.filter(_.taken_from > _.started_on)
    first = later.group_by("subject_id", "spell_id").agg(taken_on=_.taken_from.min())
    cut = free.left_join(first, ["subject_id", "spell_id"]).mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.taken_on.fill_null(FAR)).nullif(FAR)
    )
    return as_kind(cut.select(*SPELL_COLUMNS), kind)


def outside(spells: ir.Table, blocks: ir.Table, kind: str) -> ir.Table:
    """This function will return what is left of spells when the times of `blocks`, already merged, are taken out.

    The piece that begins with the spell keeps its id; a later piece adds its first day to it.
    """
    taken = blocks.select("subject_id", taken_from=_.started_on, taken_to=_.ended_on)
    pairs = spells.join(taken, "subject_id")
    resumed = pairs.filter(
        _.taken_to.notnull(), _.taken_to > _.started_on, _.ended_on.isnull() | (_.taken_to < _.ended_on)
    ).mutate(spell_id=_.spell_id + "/" + _.taken_to.cast("string"), started_on=_.taken_to, counted_from=_.taken_to)
    covered = pairs.filter(_.taken_from <= _.started_on, _.taken_to.isnull() | (_.started_on < _.taken_to)).select(
        "subject_id", "spell_id"
    )
    whole = spells.anti_join(covered, ["subject_id", "spell_id"])
    pieces = ibis.union(whole.select(*SPELL_COLUMNS), resumed.select(*SPELL_COLUMNS))
    cut = (
        pieces.join(taken, "subject_id")
        .filter(_.taken_from > _.started_on)
        .group_by("subject_id", "spell_id")
        .agg(taken_on=_.taken_from.min())
    )
    left = pieces.left_join(cut, ["subject_id", "spell_id"]).mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.taken_on.fill_null(FAR)).nullif(FAR)
    )
    return as_kind(left.select(*SPELL_COLUMNS), kind)


def _named(spells: ir.Table, kind: str) -> ir.Table:
    return spells.mutate(
        kind=ibis.literal(kind), spell_id=_.started_on.cast("string"), counted_from=_.started_on
    ).select(*SPELL_COLUMNS)
