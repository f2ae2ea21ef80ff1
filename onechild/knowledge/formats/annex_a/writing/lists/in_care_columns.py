"""The columns of list 8 as published, with where each is filled from."""

from __future__ import annotations

from onechild.knowledge.formats.annex_a.writing.model import (
    Column,
    Holds,
    Layout,
    Origin,
    code,
    count,
    day,
    text,
    yes_no,
)
from onechild.knowledge.formats.annex_a.writing.people import ALLOCATED, DISABLED, WHO

_CARE, _PLACED, _MISSING = "periods_of_care", "placements", "missing_episodes"
_YEAR = "in the 12 months to the day, within this period of care"

LIST_8 = Layout(
    8,
    "Children in care",
    "Children in care now, or who left care in the last six months; a row for each period of care. Children whose "
    "only legal status was one of short breaks are left out.",
    (
        *WHO,
        yes_no(
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
            "uasc",
            Origin("immigration_statuses", "status"),
            filled=True,
            worked="yes where the status was held in the 12 months to the day",
        ),
        DISABLED,
        day("Date Started to be Looked After", "on", Origin(_CARE, "started_on"), filled=True),
        code("Child's Category of Need", "need", "need", Origin(_CARE, "need"), filled=True),
        yes_no(
            "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
            "again",
            Origin(_CARE, "ended_on", "again#"),
            filled=True,
            worked="yes where another period of care ended in the 12 months to the day",
        ),
        day("Start date of current legal status", "status_on", Origin("legal_statuses", "started_on"), filled=True),
        code("Child's Legal Status", "status", "legal_status", Origin("legal_statuses", "status"), filled=True),
        day("Date of Latest Statutory Review", "reviewed", Origin("looked_after_reviews", "happened_on")),
        day("Date of Last Social Work Visit", "visited", Origin("visits", "happened_on")),
        code(
            "What is the permanence plan for this child?",
            "permanence",
            "permanence_plan",
            Origin("permanence_plans", "permanence"),
        ),
        day(
            "Date of Last IRO Visit / Contact to the Child",
            "iro",
            Origin("independent_reviewing_contacts", "happened_on"),
        ),
        day("Date of Last Health Assessment", "health", Origin("health_checks", "happened_on", "health#")),
        day("Date of Last Dental Check", "dental", Origin("health_checks", "happened_on", "dental#")),
        count(
            "Number of Placements in the Last 12 months",
            "placements",
            Origin(_PLACED, "started_on", "counted#"),
            worked=f"placements that held {_YEAR}",
        ),
        day("Date Ceased to be Looked After", "ceased", Origin(_CARE, "ended_on")),
        code("Reason Ceased to be Looked After", "reason", "reason_ceased", Origin(_CARE, "end_reason")),
        day("Start Date of Most Recent Placement", "placed_on", Origin(_PLACED, "started_on"), filled=True),
        code("Placement Type", "placement", "placement_type", Origin(_PLACED, "placement_kind"), filled=True),
        code("Placement Provider", "provider", "placement_provider", Origin(_PLACED, "provider"), filled=True),
        text("Placement postcode", "postcode", Origin("addresses", "postcode"), filled=True),
        text("URN of Placement", "urn", Origin(_PLACED, "urn")),
        code("Placement Location", "location", "placement_location", Origin(_PLACED, "location"), filled=True),
        Column(
            "LA of Placement",
            "nation",
            Holds.CODE,
            "annexa_la_of_placement",
            filled=True,
            of=(
                Origin(_PLACED, "located_in", "nation#"),
                Origin(_PLACED, "located_in_words", "council#"),
                Origin(_PLACED, "location", "inside#"),
            ),
        ),
        count(
            "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
            "missing",
            Origin(_MISSING, "started_on", "missing#"),
            worked=f"episodes missing {_YEAR}",
        ),
        count(
            "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
            "absent",
            Origin(_MISSING, "started_on", "absent#"),
            worked=f"episodes away without authorisation {_YEAR}",
        ),
        yes_no(
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            "offered",
            Origin(_MISSING, "interview_offered"),
        ),
        yes_no(
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
            "accepted",
            Origin(_MISSING, "interview_accepted"),
        ),
        *ALLOCATED,
    ),
)
