"""Lists 1 to 5 of Annex A: contacts, early help, referrals, assessments, section 47 enquiries and first conferences.

Source: Ofsted, ILACS Annex A; column names as the sector's parsers carry them (liia-tools-pipeline, MIT), Crown
copyright, Open Government Licence.
"""

from __future__ import annotations

from onechild.knowledge.formats.annex_a.common import ALLOCATED, DISABLED, IN_TEAM, WHO, child, count, team_and_worker
from onechild.knowledge.formats.tabular.layout import Field, Gives, Is, KeyOf, Part

LIST_1 = Part(
    "List 1",
    (*WHO, Field("on", "Date of Contact", required=True), Field("source", "Contact Source")),
    (child(), Gives("contacts", {"child_id": "child", "happened_on": "on", "source_kind": "source"})),
    "Contacts",
)

LIST_2 = Part(
    "List 2",
    (
        *WHO,
        Field("on", "Assessment start date", required=True),
        Field("ended", "Assessment completion date"),
        Field("organisation", "Organisation completing assessment"),
    ),
    (
        child(),
        Gives(
            "early_help_episodes",
            {"child_id": "child", "started_on": "on", "ended_on": "ended", "organisation": "organisation"},
        ),
    ),
    "Early help",
)

LIST_3 = Part(
    "List 3",
    (
        *WHO,
        Field("on", "Date of referral", required=True),
        Field("source", "Referral Source"),
        Field("no_action", "Referral NFA?"),
        count("referrals", "Number of Referrals in Last 12 Months"),
        *ALLOCATED,
    ),
    (
        child(),
        *team_and_worker(),
        Gives(
            "referrals",
            {"child_id": "child", "started_on": "on", "source_kind": "source", "no_further_action": "no_action"}
            | IN_TEAM,
        ),
    ),
    "Referrals",
)

LIST_4 = Part(
    "List 4",
    (
        *WHO,
        DISABLED,
        Field("on", "Continuous Assessment Start Date", ("Assessment Start Date",), required=True),
        Field("seen", "Child Seen During Continuous Assessment", ("Child Seen During Assessment",)),
        Field("authorised", "Continuous Assessment Date of Authorisation", ("Assessment Date of Authorisation",)),
        Field(
            "needs_support",
            "Was the child assessed as requiring LA children's social care support?",
            ("Was the child assessed as requiring local authority children's social care support?",),
        ),
        *ALLOCATED,
    ),
    (
        child(disabled=True),
        *team_and_worker(),
        Gives(
            "assessments",
            {
                "child_id": "child",
                "started_on": "on",
                "ended_on": "authorised",
                "child_seen": "seen",
                "needs_support": "needs_support",
            }
            | IN_TEAM,
        ),
    ),
    "Assessments",
)

LIST_5 = Part(
    "List 5",
    (
        *WHO,
        DISABLED,
        Field(
            "on",
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            ("Section 47 Enquiry Start Date", "Strategy discussion date"),
            required=True,
        ),
        Field(
            "unnecessary",
            "Was an Initial Child Protection Conference deemed unnecessary?",
            ("Was an ICPC deemed unnecessary?",),
        ),
        Field("conference", "Date of Initial Child Protection Conference", ("Date of ICPC",)),
        Field(
            "plan",
            "Did the Initial Child Protection Conference Result in a Child Protection Plan",
            ("Did the ICPC result in a Child Protection Plan",),
        ),
        count("enquiries", "Number of Section 47 Enquiries in the last 12 months"),
        count("conferences", "Number of ICPCs in the last 12 months"),
        *ALLOCATED,
    ),
    (
        child(disabled=True),
        *team_and_worker(),
        Gives(
            "section_47_enquiries",
            {"child_id": "child", "started_on": "on", "conference_not_required": "unnecessary"} | IN_TEAM,
        ),
        Gives(
            "strategy_discussions",
            {
                "child_id": "child",
                "happened_on": "on",
                "began_enquiry": Is(True),
                "enquiry_id": KeyOf("section_47_enquiries"),
            },
        ),
        Gives(
            "conferences",
            {
                "child_id": "child",
                "happened_on": "conference",
                "conference_kind": Is("initial"),
                "led_to_plan": "plan",
                "enquiry_id": KeyOf("section_47_enquiries"),
                **IN_TEAM,
            },
        ),
    ),
    "Section 47 enquiries and first conferences",
)

PARTS: tuple[Part, ...] = (LIST_1, LIST_2, LIST_3, LIST_4, LIST_5)
