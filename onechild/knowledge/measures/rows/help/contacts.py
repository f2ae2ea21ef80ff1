"""Contacts with what was decided about each, the decisions owed, and whether the child was heard of again soon."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.front_door import CONTACT_DECISION
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.duties import duties
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.workdays.lengths import Length

LONG_AGO = date(1, 1, 1)
THREE_MONTHS = Length(3, "month")
# A strategy discussion or enquiry at once is a referral too, and more.
REFERRED = ("referral", "section_47")
# The child went no further than the front door: nothing, words, or somebody else's help.
TURNED_AWAY = ("no_further_action", "advice", "early_help", "other_service")


def contacts(question: Question) -> ir.Table:
    """Every contact: row_id, child_id, worker_id, team_id, happened_on, source, outcome, decided_on, referred.

    The outcome is that of the last decision which does not only pass the contact on to screening. `decided_on` is the
    day of it, or of the contact where the source gives an outcome and no day; empty while nothing is decided.
    """
    return question.keep("contacts_decided", lambda: _contacts(question))


def contact_duties(question: Question) -> ir.Table:
    """The decision owed on each contact, with its source and who took it: as duties, with source, worker_id, team_id.

    `in_time` says whether it was decided in time.
    """

    def draw() -> ir.Table:
        owed = duties(question).filter(_.clock == CONTACT_DECISION.key).mutate(in_time=_.outcome == "met")
        known = contacts(question).select("source", "worker_id", "team_id", contact_id="row_id")
        rows = owed.left_join(known, owed.spell_id == known.contact_id)
        return rows.select("row_id", "child_id", "due_on", "required", "in_time", "source", "worker_id", "team_id")

    return question.keep("contact_duties", draw)


def turned_away(question: Question) -> ir.Table:
    """Contacts that went no further: row_id, child_id, happened_on, source, three_months_on, again.

    `again` says whether there was another contact about the child on a later day within three months. Two on one day
    are one story told twice.
    """

    def draw() -> ir.Table:
        every = contacts(question)
        ended = every.filter(_.outcome.isin(TURNED_AWAY))
        days = every[["child_id", "happened_on"]].distinct()
        following = days.happened_on.lead().over(group_by=days.child_id, order_by=days.happened_on)
        days = days.mutate(next_on=following)
        rows = ended.inner_join(days, ["child_id", "happened_on"])
        rows = with_reach(question, rows, "happened_on", THREE_MONTHS, name="three_months_on")
        return rows.mutate(again=(_.next_on <= _.three_months_on).fill_null(False)).select(
            *("row_id", "child_id", "worker_id", "team_id", "happened_on", "source", "three_months_on", "again")
        )

    return question.keep("contacts_turned_away", draw)


def _contacts(question: Question) -> ir.Table:
    made = _last_decisions(question)
    rows = question.table("contacts").select(
        "child_id", "happened_on", "worker_id", row_id="contact_id", source="source_kind"
    )
    rows = rows.left_join(made, rows.row_id == made.contact_id).drop("contact_id")
    rows = rows.mutate(
        decided_on=ibis.ifelse(_.outcome.notnull(), ibis.coalesce(_.said_on, _.happened_on), ibis.null("date")),
        referred=_.outcome.isin(REFERRED),
    )
    return with_team_of_worker(question, rows.drop("said_on"), on="happened_on")


def _last_decisions(question: Question) -> ir.Table:
    decisions = question.table("front_door_decisions").filter(_.outcome.notnull() & (_.outcome != "screening"))
    final = ibis.ifelse(decisions.stage.fill_null("final") == "final", 1, 0)
    dated = ibis.coalesce(decisions.happened_on, LONG_AGO)
    last = ibis.row_number().over(
        group_by=decisions.contact_id, order_by=[final.desc(), dated.desc(), decisions.decision_id.desc()]
    )
    made = decisions.mutate(place=last).filter(_.place == 0)
    return made.select("contact_id", "outcome", said_on=_.happened_on)


def with_team_of_worker(question: Question, rows: ir.Table, *, on: str) -> ir.Table:
    """This function will add to rows the team that the worker was in on a day; of two, the first by its id.

    For work with a child whom no team holds yet, such as a contact.
    """
    spells = question.table("team_memberships").select("worker_id", "team_id", "started_on", "ended_on")
    days = rows.filter(_.worker_id.notnull()).select("worker_id", in_team_on=on).distinct()
    held = days.join(
        spells,
        [
            days.worker_id == spells.worker_id,
            ibis.coalesce(spells.started_on, LONG_AGO) <= days.in_team_on,
            ibis.coalesce(spells.ended_on, FOREVER) > days.in_team_on,
        ],
    )
    teams = held.group_by(of_worker=held.worker_id, in_team_on=held.in_team_on).agg(team_id=_.team_id.min())
    joined = rows.left_join(teams, [rows.worker_id == teams.of_worker, rows[on] == teams.in_team_on])
    return joined.drop("of_worker", "in_team_on")
