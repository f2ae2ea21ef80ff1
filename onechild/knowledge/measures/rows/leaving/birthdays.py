"""Care leavers around the birthdays at which the SSDA903 asks how they live."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.spans import with_days
from onechild.knowledge.workdays.ages import birthday
from onechild.knowledge.workdays.lengths import Length, add

FORMER_RELEVANT = "Former Relevant"
BIRTHDAYS = (19, 20, 21)
# The window of the SSDA903 around a birthday.
BEFORE, AFTER = Length(-3, "month"), Length(1, "month")
# Staying put is first looked at three months after the 18th birthday: on that day the foster placement only ends.
THREE_MONTHS, FOUR_MONTHS = Length(3, "month"), Length(4, "month")
FOSTER_HOMES = ("U1", "U2", "U3", "U4", "U5", "U6")
WINDOW = pa.schema([("born_on", pa.date32()), ("turned", pa.int64())])
DAYS = ("asked_on", "opens_on", "closes_on", "eighteen_on")


def around_birthdays(question: Question) -> ir.Table:
    """Former relevant young people at each birthday: the 19th to 21st, and three months after the 18th.

    Columns: row_id, child_id, asked_on, turned, in_touch, activity, accommodation, suitable (codes, null where nothing
    was recorded around the day), left_out (died, or home for six months), home_not_asked (abroad, deported, or in
    touch and residence not known), fostered_to_18 (care ended on the 18th birthday in a foster home).
    """
    return question.keep("around_birthdays", lambda: _around(question))


def _around(question: Question) -> ir.Table:
    people = _former_relevant(question, _people(question))
    rows = people.left_join(_nearest(question, people), ["child_id", "turned"])
    rows = rows.drop("child_id_right", "turned_right").left_join(_fostered(question), "child_id")
    rows = rows.drop("child_id_right")
    died = (rows.died_on <= rows.asked_on).fill_null(False) | (rows.in_touch == "DIED").fill_null(False)
    unknown_home = (rows.accommodation == "R") & (rows.in_touch == "YES")
    columns = ("child_id", "asked_on", "turned", "in_touch", "activity", "accommodation", "suitable")
    return rows.select(
        *columns,
        row_id=rows.child_id + "/" + rows.turned.cast("string"),
        left_out=died | (rows.in_touch == "RHOM").fill_null(False),
        home_not_asked=(rows.accommodation.isin(["G", "H"]) | unknown_home).fill_null(False),
        fostered_to_18=(rows.fostered_on == rows.eighteen_on).fill_null(False),
    )


def _people(question: Question) -> ir.Table:
    """Every child whose day to be asked about lies in a period."""
    days = question.keep("leavers_birthdays", lambda: _birthdays(question))
    children = question.table("children").select("child_id", "born_on", "died_on")
    return children.inner_join(days, "born_on")


def _birthdays(question: Question) -> pa.Table:
    first = min((moment.from_on or moment.to_on for moment in question.moments), default=date(2000, 1, 1))
    last = max((moment.to_on for moment in question.moments), default=first)
    found: dict[str, list[object]] = {name: [] for name in (*WINDOW.names, *DAYS)}
    for turned in (18, *BIRTHDAYS):
        # Birthdays on 29 February move, and the 18th is asked about three months later.
        start = first.replace(year=first.year - turned, day=min(first.day, 28)) - timedelta(days=100)
        for n in range((last - first).days + turned + 110):
            born = start + timedelta(days=n)
            asked = _asked_on(born, turned)
            if first <= asked <= last:
                days = {"born_on": born, "turned": turned, "asked_on": asked, **_window(asked, born, turned)}
                for name, value in days.items():
                    found[name].append(value)
    schema = pa.schema([*WINDOW, *((name, pa.date32()) for name in DAYS)])
    return pa.Table.from_pydict(found, schema=schema)


def _asked_on(born: date, turned: int) -> date:
    day = birthday(born, turned)
    return add(day, THREE_MONTHS) if turned == 18 else day


def _window(asked: date, born: date, turned: int) -> dict[str, date]:
    """Between which days an answer counts, and the 18th birthday."""
    eighteen = birthday(born, 18)
    if turned == 18:
        return {"opens_on": eighteen, "closes_on": add(eighteen, FOUR_MONTHS), "eighteen_on": eighteen}
    return {"opens_on": add(asked, BEFORE), "closes_on": add(asked, AFTER), "eighteen_on": eighteen}


def _former_relevant(question: Question, people: ir.Table) -> ir.Table:
    """Those recorded so on the day before; where the source tells no status of a child, whoever is told of then."""
    statuses = question.table("leaving_care_eligibility")
    held = statuses.filter(_.eligibility == FORMER_RELEVANT)
    told = statuses.select("child_id").distinct()
    known = people.semi_join(
        held,
        [
            people.child_id == held.child_id,
            held.started_on <= people.asked_on,
            held.ended_on.fill_null(FOREVER) >= people.asked_on,
        ],
    )
    asked = _recorded(question, people).select("child_id", "turned").distinct()
    untold = people.anti_join(told, "child_id").semi_join(asked, ["child_id", "turned"])
    return known.union(untold)


def _recorded(question: Question, people: ir.Table) -> ir.Table:
    known = question.table("leaving_care_circumstances").select(
        "circumstance_id", "happened_on", "in_touch", "activity", "accommodation", "suitable", told_of="child_id"
    )
    return people.join(
        known,
        [
            people.child_id == known.told_of,
            known.happened_on >= people.opens_on,
            known.happened_on <= people.closes_on,
        ],
    )


def _nearest(question: Question, people: ir.Table) -> ir.Table:
    """What was recorded nearest to the day asked about; of two as near, the later."""
    known = with_days(question, _recorded(question, people), "asked_on", "happened_on", "away")
    first = ibis.row_number().over(
        group_by=[known.child_id, known.turned],
        order_by=[known.away.abs(), known.happened_on.desc(), known.circumstance_id.desc()],
    )
    one = known.mutate(place=first).filter(_.place == 0)
    return one.select("child_id", "turned", "in_touch", "activity", "accommodation", "suitable")


def _fostered(question: Question) -> ir.Table:
    """The day on which each child's last time in care ended in a foster home: child_id, fostered_on."""
    care = question.table("periods_of_care").filter(_.ended_on.notnull())
    last = care.group_by("child_id").agg(fostered_on=_.ended_on.max())
    placements = question.table("placements").filter(_.placement_kind.isin(FOSTER_HOMES))
    episodes = question.table("care_episodes").filter(_.placement_kind.isin(FOSTER_HOMES))
    homes = [rows.select("child_id", "started_on", "ended_on") for rows in (placements, episodes)]
    there = homes[0].union(homes[1])
    return last.semi_join(
        there,
        [
            last.child_id == there.child_id,
            there.started_on < last.fostered_on,
            there.ended_on.fill_null(FOREVER) >= last.fostered_on,
        ],
    )
