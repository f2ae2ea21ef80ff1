"""Silences of those who go missing, and of young people who leave care."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.model import Confidence
from onechild.knowledge.silence.model import Check, Needs, Source
from onechild.knowledge.silence.reading import Reading, in_care, leaving_care, living, silence, with_last

if TYPE_CHECKING:
    import ibis.expr.types as ir

ANSWERED = ("Y", "NA")
OUT_OF_REACH = ("DIED", "REFU", "NREQ", "RHOM")
ADVISED = ("Eligible", "Relevant", "Former Relevant")
ADVISER = "personal_adviser"


def _no_interview(reading: Reading) -> ir.Table:
    rows = reading.past("missing_episodes", on="ended_on").semi_join(reading.shared(living), "child_id")
    back = rows.filter(
        _.ended_on < reading.mark("interview_mark"),
        _.ended_on >= reading.mark("looks_back_mark"),
        _.interview_offered.isnull() | _.interview_offered.notin(ANSWERED),
    ).select("child_id", "missing_id", "ended_on")
    told = reading.table("return_interviews")
    known = told.filter((told.offered_on <= reading.day) | (told.happened_on <= reading.day))
    bare = back.anti_join(known.filter(_.missing_id.notnull()), "missing_id")
    # An interview that does not say which time it follows is of any time that ended before it.
    loose = known.filter(_.missing_id.isnull()).select(
        "child_id", told_on=ibis.coalesce(known.happened_on, known.offered_on)
    )
    answered = bare.join(loose, "child_id").filter(_.told_on >= _.ended_on)
    return silence(bare.anti_join(answered, "missing_id"), row="missing_id", since="ended_on")


def _no_adviser(reading: Reading) -> ir.Table:
    """Old enough by the council's own age, and entitled: by the record, or by 13 weeks in care that still go on."""
    recorded = reading.now("leaving_care_eligibility").filter(_.eligibility.isin(ADVISED))
    care = reading.shared(in_care).filter(_.started_on < reading.mark("thirteen_weeks_mark"))
    entitled = ibis.union(recorded.select("child_id", "started_on"), care.select("child_id", "started_on"))
    first = entitled.group_by("child_id").agg(started_on=_.started_on.min())
    ages = reading.shared(living).filter(
        _.born_on < reading.mark("adviser_age_mark"), _.born_on >= reading.mark("aged_21_mark")
    )
    held = reading.now("allocations").filter(_.worker_id.notnull())
    as_adviser = held.filter(_.role == ADVISER).select("child_id")
    members = reading.now("team_memberships").filter(_.role == ADVISER).select("worker_id")
    by_adviser = held.semi_join(members, "worker_id").select("child_id")
    bare = first.semi_join(ages, "child_id").anti_join(as_adviser, "child_id").anti_join(by_adviser, "child_id")
    return silence(bare)


def _no_contact(reading: Reading) -> ir.Table:
    owed = reading.shared(leaving_care)
    met = reading.past("leaving_care_contacts").select("child_id", "happened_on")
    visited = reading.past("visits").filter(_.purpose == "care_leaver", _.seen).select("child_id", "happened_on")
    known = with_last(owed, ibis.union(met, visited))
    rows = reading.past("leaving_care_circumstances").filter(_.in_touch.isin(OUT_OF_REACH)).select("child_id")
    since = known.mutate(since_on=ibis.greatest(known.started_on, known.last_on.fill_null(known.started_on)))
    quiet = since.anti_join(rows, "child_id").filter(_.since_on < reading.mark("contact_mark"))
    return silence(quiet, row="eligibility_id", since="since_on")


CHECKS = (
    Check(
        "no-return-interview",
        "Missing, and no return interview offered",
        "Why a child went, and what happened while away, is asked soon or is not learned.",
        Source(
            "Statutory guidance on children who run away or go missing from home or care (2014)",
            "guidance",
            Confidence.V2,
            "MIS-01",
        ),
        mended_by="lead",
        mend="Offer the interview by somebody independent, or write down that it was offered.",
        since="Came back",
        query=_no_interview,
        needs=(Needs("missing_episodes", "ended_on"),),
    ),
    Check(
        "no-personal-adviser",
        "Old enough for a personal adviser, and has none",
        "The adviser should be somebody the young person knows before care ends.",
        Source("Children Act 1989, Schedule 2, paragraph 19C", "law", Confidence.V, "CL-03"),
        mended_by="service",
        mend="Name a personal adviser, and introduce them.",
        since="In care, or entitled, since",
        query=_no_adviser,
        needs=(Needs("allocations", "role", ADVISER),),
    ),
    Check(
        "care-leaver-no-contact",
        "Care leaver with no contact in three months",
        "The council must stay in touch. Nobody has written down a word with this young person.",
        Source(
            "Children Act 1989, sections 23B(1) and 23C(2); the sector’s three months", "law", Confidence.V2, "CL-08"
        ),
        mended_by="adviser",
        mend="Get in touch, or write down the contact there was.",
        since="No contact since",
        query=_no_contact,
        needs=(Needs("leaving_care_contacts"),),
    ),
)
