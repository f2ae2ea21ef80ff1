"""Section 47 enquiries, conferences, and concerns that call for a strategy discussion at once."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.protection import STRATEGY_DISCUSSION
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.limits import with_due

INITIAL = ("initial", "transfer_in")
# How a child took part: not asked under four; there or heard through another; neither.
TOO_YOUNG = "PN0"
NOT_HEARD = "PN7"
HONOUR_BASED = ("forced_marriage", "honour_based_abuse")


def enquiries(question: Question) -> ir.Table:
    """Every enquiry: row_id, child_id, started_on, ended_on, to_conference (an initial conference followed from it)."""

    def draw() -> ir.Table:
        rows = question.table("section_47_enquiries").select("child_id", "started_on", "ended_on", row_id="enquiry_id")
        held = question.table("conferences").filter(_.conference_kind.isin(INITIAL) & _.enquiry_id.notnull())
        led = held.select(row_id="enquiry_id").distinct().mutate(led=True)
        return (
            rows.left_join(led, "row_id")
            .mutate(to_conference=_.led.fill_null(False))
            .select("row_id", "child_id", "started_on", "ended_on", "to_conference")
        )

    return question.keep("enquiries", draw)


def initial_conferences(question: Question) -> ir.Table:
    """Initial and transfer-in conferences, one for each child: row_id, child_id, happened_on, to_plan.

    One that the source gives with the referral alone counts too. `to_plan` is what the conference says, or else
    whether a plan of this council was made by it or on its day.
    """

    def draw() -> ir.Table:
        known = question.table("conferences").filter(_.conference_kind.isin(INITIAL))
        known = known.select("child_id", "happened_on", row_id="conference_id", said="led_to_plan")
        sent = (
            question.table("referrals")
            .filter(_.conference_on.notnull())
            .select(
                "child_id",
                happened_on="conference_on",
                row_id=_.referral_id + "/conference",
                said=ibis.null("boolean"),
            )
        )
        rows = known.union(sent.anti_join(known, ["child_id", "happened_on"]))
        plans = question.table("child_protection_plans").filter(~_.of_other_council.fill_null(False))
        by_name = plans.filter(_.conference_id.notnull()).select(row_id="conference_id").distinct()
        by_day = plans.select("child_id", happened_on="started_on").distinct()
        rows = rows.left_join(by_name.mutate(named=True), "row_id").drop("row_id_right")
        rows = rows.left_join(by_day.mutate(dated=True), ["child_id", "happened_on"])
        made = _.named.fill_null(False) | _.dated.fill_null(False)
        return rows.select("row_id", "child_id", "happened_on", to_plan=ibis.coalesce(_.said, made))

    return question.keep("initial_conferences", draw)


def conferences(question: Question) -> ir.Table:
    """Every conference: row_id, child_id, happened_on, asked (the child was old enough, and it is known), took_part."""

    def draw() -> ir.Table:
        rows = question.table("conferences")
        asked = rows.participation.notnull() & (rows.participation != TOO_YOUNG)
        return rows.select(
            "child_id",
            "happened_on",
            row_id="conference_id",
            asked=asked.fill_null(False),
            took_part=(asked & (rows.participation != NOT_HEARD)).fill_null(False),
        )

    return question.keep("conferences_held", draw)


def grave_concerns(question: Question) -> ir.Table:
    """Concerns of female genital mutilation, honour-based abuse and forced marriage: row_id, child_id, due_on, in_time.

    Mutilation that became known; or harm suspected of a child whose record is closed for honour-based abuse or forced
    marriage. In time where a strategy discussion was held by the day it is due, counted from the concern.
    """

    def draw() -> ir.Table:
        steps = question.table("steps_taken")
        closed = question.table("children").filter(_.restricted.isin(HONOUR_BASED))
        known = steps.filter(_.step == "fgm_known")
        suspected = steps.filter(_.step == "significant_harm_suspected").semi_join(closed, "child_id")
        days = ibis.union(*(found[["child_id", "happened_on"]] for found in (known, suspected))).distinct()
        rows = with_due(question, days, "happened_on", STRATEGY_DISCUSSION, name="concern_due_on")
        talks = question.table("strategy_discussions").select(talked_of="child_id", talked_on="happened_on")
        talked = rows.join(
            talks,
            [
                rows.child_id == talks.talked_of,
                talks.talked_on >= rows.happened_on,
                talks.talked_on <= rows.concern_due_on,
            ],
        )
        talked = talked[["child_id", "happened_on"]].distinct().mutate(talked=True)
        rows = rows.left_join(talked, ["child_id", "happened_on"])
        return rows.select(
            "child_id",
            row_id=_.child_id + "/" + _.happened_on.cast("string"),
            due_on="concern_due_on",
            in_time=_.talked.fill_null(False),
        )

    return question.keep("grave_concerns", draw)
