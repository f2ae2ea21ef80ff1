"""Lists 6 to 9 of Annex A: children in need, child protection plans, children in care, care leavers.

Source: Ofsted, ILACS Annex A; column names as the sector's parsers carry them (liia-tools-pipeline, MIT), Crown
copyright, Open Government Licence. These lists hold latest values: what has no date is a finding, never a guess.
"""

from __future__ import annotations

from onechild.knowledge.formats.annex_a.common import (
    ALLOCATED,
    DISABLED,
    WHO,
    child,
    count,
    lead,
    seen,
    team_and_worker,
    yes,
)
from onechild.knowledge.formats.tabular.layout import Field, Gives, Is, KeyOf, Part, Source, TeamOf, Worked, WorkerOf
from onechild.knowledge.formats.tabular.readers import read_postcode
from onechild.knowledge.formats.values import Read, code_reader

_NO_DATE = "it has no date of its own"
_SEEKING_ASYLUM: dict[str, Source] = {"child_id": "child", "status": Is("uasc")}


def _nation(text: str) -> Read:
    """A nation outside England is a code; the name of an English council is no fault."""
    found = code_reader("placement_council")(text)
    return Read() if found.refused else found


LIST_6 = Part(
    "List 6",
    (
        *WHO,
        DISABLED,
        Field("on", "CIN Start Date", ("Child in Need Start Date",)),
        Field("need", "Primary Need Code", ("Primary Need",)),
        Field("seen", "Date Child Was Last Seen", ("Date Child Last Seen",)),
        Field("closed", "CIN Closure Date", ("Child in Need Closure Date",)),
        Field("reason", "Reason for Closure", ("CIN Reason for Closure",)),
        Field("status", "Case Status", not_carried="the lists of plans and of care say it with dates"),
        *ALLOCATED,
    ),
    (
        child(disabled=True),
        *team_and_worker(),
        Gives(
            "referrals",
            {
                "child_id": "child",
                "started_on": "on",
                "ended_on": "closed",
                "primary_need": "need",
                "end_reason": "reason",
            },
        ),
        Gives("visits", {"child_id": "child", "happened_on": "seen", "purpose": Is("child_in_need"), "seen": Is(True)}),
        lead("on", "closed", because="with the referral"),
    ),
    "Children in need",
)

LIST_7 = Part(
    "List 7",
    (
        *WHO,
        DISABLED,
        Field("on", "Child Protection Plan Start Date", ("CP Plan Start Date",), required=True),
        Field("initial", "Initial Category of Abuse"),
        Field("latest", "Latest Category of Abuse"),
        Field("visited", "Date of the Last Statutory Visit"),
        Field("alone", "Was the Child Seen Alone?"),
        Field("reviewed", "Date of latest review conference"),
        Field("ended", "Child Protection Plan End Date", ("CP Plan End Date",)),
        Field(
            "emergency",
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            not_carried=_NO_DATE,
        ),
        Field("previous", "Number of Previous Child Protection Plans", ("Number of Previous CP Plans",)),
        *ALLOCATED,
    ),
    (
        child(disabled=True),
        *team_and_worker(),
        Gives(
            "child_protection_plans",
            {
                "child_id": "child",
                "started_on": "on",
                "ended_on": "ended",
                "initial_category": "initial",
                "latest_category": "latest",
                "previous_plans": "previous",
            },
        ),
        seen("visited", "child_protection", seen_alone="alone", plan_id=KeyOf("child_protection_plans")),
        Gives(
            "conferences",
            {
                "child_id": "child",
                "happened_on": "reviewed",
                "conference_kind": Is("review"),
                "plan_id": KeyOf("child_protection_plans"),
            },
        ),
        lead("on", "ended", because="with the plan"),
    ),
    "Child protection plans",
)

_IN_CARE: dict[str, Source] = {"child_id": "child", "care_id": KeyOf("periods_of_care")}

LIST_8 = Part(
    "List 8",
    (
        *WHO,
        yes("uasc", "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", "UASC"),
        DISABLED,
        Field("on", "Date Started to be Looked After", required=True),
        Field("need", "Child's Category of Need", ("Category of Need",)),
        Field(
            "again",
            "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
            not_carried="the earlier period has no dates",
        ),
        Field("status_on", "Start date of current legal status"),
        Field("status", "Child's Legal Status", ("Legal Status",)),
        Field("reviewed", "Date of Latest Statutory Review"),
        Field("visited", "Date of Last Social Work Visit"),
        Field("permanence", "What is the permanence plan for this child?", ("Permanence plan",)),
        Field("iro", "Date of Last IRO Visit / Contact to the Child"),
        Field("health", "Date of Last Health Assessment"),
        Field("dental", "Date of Last Dental Check"),
        count("placements", "Number of Placements in the Last 12 months"),
        Field("ceased", "Date Ceased to be Looked After"),
        Field("reason", "Reason Ceased to be Looked After"),
        Field("placed_on", "Start Date of Most Recent Placement"),
        Field("placement", "Placement Type"),
        Field("provider", "Placement Provider"),
        Field("postcode", "Placement postcode", reader=read_postcode),
        Field("urn", "URN of Placement", ("Placement URN",)),
        Field("location", "Placement Location"),
        Field("nation", "LA of Placement", ("Placement LA",), reader=_nation),
        Field("council", "LA of Placement", ("Placement LA",)),
        count(
            "missing",
            "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
        ),
        count(
            "absent",
            "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
        ),
        Field(
            "interview_offered",
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            not_carried="the missing episode has no dates",
        ),
        Field(
            "interview_accepted",
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
            not_carried="the missing episode has no dates",
        ),
        *ALLOCATED,
    ),
    (
        child(disabled=True),
        *team_and_worker(),
        Gives(
            "periods_of_care",
            {"child_id": "child", "started_on": "on", "ended_on": "ceased", "need": "need", "end_reason": "reason"},
        ),
        Gives(
            "legal_statuses",
            {"child_id": "child", "started_on": "status_on", "ended_on": "ceased", "status": "status"},
            when=("status",),
        ),
        Gives(
            "placements",
            _IN_CARE
            | {
                "started_on": "placed_on",
                "ended_on": "ceased",
                "placement_kind": "placement",
                "provider": "provider",
                "urn": "urn",
                "location": "location",
                "located_in": "nation",
                "located_in_words": "council",
            },
        ),
        Gives(
            "addresses",
            {
                "child_id": "child",
                "address_kind": Is("placement"),
                "started_on": "placed_on",
                "ended_on": "ceased",
                "postcode": "postcode",
                "placement_id": KeyOf("placements"),
            },
            when=("postcode",),
        ),
        Gives("looked_after_reviews", _IN_CARE | {"happened_on": "reviewed"}, when=("reviewed",)),
        seen("visited", "looked_after", care_id=KeyOf("periods_of_care")),
        Gives("permanence_plans", _IN_CARE | {"permanence": "permanence"}, when=("permanence",)),
        Gives("independent_reviewing_contacts", {"child_id": "child", "happened_on": "iro"}),
        Gives(
            "health_checks",
            {"child_id": "child", "check_kind": Is("health_assessment"), "happened_on": "health"},
            when=("health",),
        ),
        Gives(
            "health_checks",
            {"child_id": "child", "check_kind": Is("dental"), "happened_on": "dental"},
            when=("dental",),
        ),
        Gives("immigration_statuses", _SEEKING_ASYLUM, only={"uasc": True}),
        lead("on", "ceased", because="with the period of care"),
    ),
    "Children in care",
)

_ELIGIBLE = Worked("eligible_on", ("born", "eligibility"))

LIST_9 = Part(
    "List 9",
    (
        *WHO,
        yes("uasc", "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)", "UASC"),
        DISABLED,
        *ALLOCATED,
        Field("adviser", "Allocated Personal Advisor", ("Personal Advisor",)),
        Field("eligibility", "Eligibility Category"),
        Field("pathway", "Latest Pathway Plan Review Date"),
        Field("in_touch", "LA in Touch", ("Local authority in touch",)),
        Field("contact", "Latest Date of Contact", ("Date of latest contact",)),
        Field("accommodation", "Type of Accommodation"),
        Field("suitable", "Suitability of Accommodation"),
        Field("activity", "Activity Status"),
    ),
    (
        child(disabled=True),
        *team_and_worker(),
        *team_and_worker("adviser"),
        Gives(
            "leaving_care_eligibility",
            {"child_id": "child", "eligibility": "eligibility", "started_on": _ELIGIBLE},
            inferred="taken to have begun on the 18th birthday (former relevant) or the 16th, the earliest day it can",
        ),
        Gives("pathway_steps", {"child_id": "child", "step": Is("review"), "happened_on": "pathway"}),
        Gives("leaving_care_contacts", {"child_id": "child", "happened_on": "contact"}),
        Gives(
            "leaving_care_circumstances",
            {
                "child_id": "child",
                "happened_on": Worked("said_on", ("contact",)),
                "in_touch": "in_touch",
                "activity": "activity",
                "accommodation": "accommodation",
                "suitable": "suitable",
            },
            when=("in_touch", "activity", "accommodation", "suitable"),
            inferred="as at the latest contact, or the last day that the workbook names where no contact is dated",
        ),
        Gives("immigration_statuses", _SEEKING_ASYLUM, only={"uasc": True}),
        Gives(
            "allocations",
            {
                "child_id": "child",
                "role": Is("personal_adviser"),
                "started_on": _ELIGIBLE,
                "worker_id": WorkerOf("adviser"),
                "team_id": TeamOf("team"),
            },
            when=("adviser",),
            inferred="taken to have begun when the young person became eligible",
        ),
        lead(_ELIGIBLE, because="when the young person became eligible"),
    ),
    "Care leavers",
)

PARTS: tuple[Part, ...] = (LIST_6, LIST_7, LIST_8, LIST_9)
