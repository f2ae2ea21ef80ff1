"""Timescales of complaints, of requests for information, and of allegations against people who work with children."""

from __future__ import annotations

from collections.abc import Sequence

from onechild.knowledge.clocks.model import (
    Clock,
    Confidence,
    Law,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    days,
    months,
    once,
    weeks,
    working_days,
)
from onechild.knowledge.clocks.rules.front_door import REVISED, WORKING_TOGETHER
from onechild.knowledge.workdays.lengths import Length

REGULATIONS = "Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738)"
CLOSED = "Not owed once the complaint was closed or withdrawn."


def _complaint(
    at: str, *, amber: Length, reference: str, confidence: Confidence, exceptions: Sequence[str], plain: str
) -> Law:
    return {
        "reference": reference,
        "owed_by": "The authority's complaints manager",
        "standing": Standing.REGULATION,
        "confidence": confidence,
        "source": Source(REGULATIONS, at),
        "needs": ("complaints",),
        "needs_event": True,
        "exceptions": (*exceptions, CLOSED),
        "subject_kind": "complaint",
        "topic": Topic.INFORMATION,
        "plain": plain,
        "amber": amber,
    }


STAGE_1 = by_precedence(
    "complaint-stage-1",
    "Answer the complaint",
    starts="complaint_stage_1",
    met_by=("complaint_stage_1_answered",),
    rules=(
        Rule((working_days(20),), during="complaint_stage_1_extended", says="20 working days where it was extended."),
        Rule((working_days(10),)),
    ),
    **_complaint(
        "regulation 14",
        amber=working_days(3),
        reference="INF-01",
        confidence=Confidence.V2,
        exceptions=(
            "20 working days from receipt where it was extended in time; extended after the tenth day it stays late.",
            "Not owed here once stage 2 was asked for.",
        ),
        plain="A complaint is answered within 10 working days, or 20 where that is agreed.",
    ),
)
STAGE_2 = by_precedence(
    "complaint-stage-2",
    "Answer the complaint after the investigation",
    starts="complaint_stage_2",
    met_by=("complaint_stage_2_answered",),
    rules=(
        Rule((working_days(65),), during="complaint_stage_2_extended", says="65 working days where it was extended."),
        Rule((working_days(25),)),
    ),
    **_complaint(
        "regulation 17",
        amber=working_days(5),
        reference="INF-02",
        confidence=Confidence.V2,
        exceptions=("65 working days from the request where it was extended in time.",),
        plain="A complaint that goes to an independent investigation is answered within 25 working days of the "
        "request, or 65 where that is extended.",
    ),
)
PANEL = once(
    "complaint-panel",
    "Hold the review panel",
    starts="complaint_panel_requested",
    within=working_days(30),
    met_by="complaint_panel_held",
    **_complaint(
        "regulation 19(4)",
        amber=working_days(6),
        reference="INF-02",
        confidence=Confidence.V,
        exceptions=("Counted from the request for the panel.",),
        plain="A review panel meets within 30 working days of the request for it.",
    ),
)
PANEL_REPORT = once(
    "complaint-panel-report",
    "Send the panel's report",
    starts="complaint_panel_met",
    within=working_days(5),
    met_by="complaint_panel_told",
    **_complaint(
        "regulation 20",
        amber=working_days(1),
        reference="INF-02",
        confidence=Confidence.V2,
        exceptions=("Counted from the panel's meeting.",),
        plain="The panel reports within five working days of its meeting.",
    ),
)
PANEL_ANSWER = once(
    "complaint-panel-answer",
    "Answer the panel",
    starts="complaint_panel_reported",
    within=working_days(15),
    met_by="complaint_panel_answered",
    **_complaint(
        "regulation 20",
        amber=working_days(3),
        reference="INF-02",
        confidence=Confidence.V2,
        exceptions=("Counted from the panel's report, taken as received on its day.",),
        plain="The authority answers the panel within 15 working days of its report.",
    ),
)
SUBJECT_ACCESS = once(
    "subject-access-request",
    "Answer the request for a person's own data",
    reference="INF-03",
    starts="subject_access",
    within=Length(0, "day"),
    met_by="information_request_answered",
    owed_by="The authority's information team",
    standing=Standing.STATUTE,
    confidence=Confidence.V2,
    source=Source("UK General Data Protection Regulation", "article 12(3), with the Data (Use and Access) Act 2025"),
    needs=("information_requests",),
    needs_event=True,
    exceptions=(
        "It stands still while it waits for the requester to say more or to prove who they are: nothing is owed then, "
        "and the days waited are added.",
        "Three months in all from the day the requester was told that it takes longer.",
        "A day that is no working day moves to the next (Information Commissioner's guidance).",
        "Counted from the day identity was proved, where that was asked for and no pause is on record for it.",
        "Not owed once withdrawn.",
    ),
    notes=("The day it is due is worked out as a whole, and so no length is shown beside it.",),
    subject_kind="request",
    topic=Topic.INFORMATION,
    plain="Somebody who asks for their own records has them within a month, or three where that is too short and they "
    "were told. The time stands still while we wait for their answer.",
    amber=days(10),
)
FREEDOM_OF_INFORMATION = by_precedence(
    "freedom-of-information-request",
    "Answer the request under freedom of information",
    reference="INF-04",
    starts="freedom_of_information",
    met_by=("information_request_answered",),
    rules=(
        Rule(
            (Length(0, "day"),),
            during="freedom_of_information_after_a_fee",
            says="Twenty working days, those left out in which a fee was awaited.",
        ),
        Rule((Length(20, "working_day", calendar="uk_any"),)),
    ),
    owed_by="The authority's information team",
    standing=Standing.STATUTE,
    confidence=Confidence.V,
    source=Source("Freedom of Information Act 2000", "section 10(1), (2) and (6)"),
    needs=("information_requests",),
    needs_event=True,
    exceptions=(
        "A working day is no bank holiday in any part of the United Kingdom.",
        "From the day of a fee notice to the day the fee is paid, both included, no day counts.",
        "A request that must first be made clearer (section 1(3)) is entered on the day it was clear.",
        "Not owed once withdrawn.",
    ),
    subject_kind="request",
    topic=Topic.INFORMATION,
    plain="A request under freedom of information is answered promptly, by the twentieth working day after it came.",
    amber=working_days(5),
)
ALLEGATION_REPORTED = once(
    "allegation-reported",
    "Report the allegation to the designated officer",
    reference="LADO-01",
    starts="allegation_to_report",
    within=working_days(1),
    met_by="allegation_reported",
    owed_by="The employer or agency",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "and Keeping Children Safe in Education: within one working day"),
    needs=("allegations",),
    needs_event=True,
    exceptions=("Not owed once the case was resolved.",),
    notes=(REVISED,),
    subject_kind="allegation",
    topic=Topic.SAFETY,
    plain="An employer who is told of an allegation against somebody who works with children reports it to the "
    "authority's designated officer within one working day.",
    amber=working_days(1),
)


def _resolved(n: int, share: str) -> Clock:
    key = "allegation-resolved" if n == 1 else f"allegation-resolved-{n}"
    return once(
        key,
        "Resolve the allegation" if n == 1 else f"Resolve the allegation within {n} months",
        reference="LADO-02",
        starts="allegation_with_officer",
        within=Standard("allegation_months", "month", 1) if n == 1 else months(n),
        met_by="allegation_resolved",
        owed_by="The authority's designated officer",
        standing=Standing.LOCAL,
        confidence=Confidence.K,
        source=Source("Former targets of Working Together, kept locally", "80% in 1 month, 90% in 3, nearly all in 12"),
        needs=("allegations",),
        needs_event=True,
        exceptions=(f"A target for a share of cases and no duty in each: {share} are resolved by then.",),
        subject_kind="allegation",
        topic=Topic.SAFETY,
        plain=f"{share} of allegations are resolved within {n} month{'s' if n > 1 else ''} of the report.",
        amber=weeks(1),
    )


ALLEGATION_RESOLVED = _resolved(1, "Four in five")
ALLEGATION_RESOLVED_3 = _resolved(3, "Nine in ten")
ALLEGATION_RESOLVED_12 = _resolved(12, "All but the exceptional")

CLOCKS = (
    STAGE_1,
    STAGE_2,
    PANEL,
    PANEL_REPORT,
    PANEL_ANSWER,
    SUBJECT_ACCESS,
    FREEDOM_OF_INFORMATION,
    ALLEGATION_REPORTED,
    ALLEGATION_RESOLVED,
    ALLEGATION_RESOLVED_3,
    ALLEGATION_RESOLVED_12,
)
