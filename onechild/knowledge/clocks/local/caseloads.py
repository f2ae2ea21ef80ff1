"""The council's own numbers for sharing work out and following it through: weights, waiting, transfer, challenge."""

from __future__ import annotations

from onechild.knowledge.clocks.local.others import Other

A_MONTH_OF_WORK = 20


def _weight(standing: str, default: float, whom: str) -> Other:
    return Other(
        setting=f"caseload_weight_{standing}",
        unit="case",
        default=default,
        least=1,
        most=5,
        whole=False,
        says=f"What a child {whom} adds to a weighted load; any other child adds 1. A child of several kinds counts "
        "once, in the first of them. It is shown beside cases and children, and never counts in whether a worker is "
        "over target.",
    )


def _working_days(setting: str, default: float, says: str, *, most: float = 40) -> Other:
    return Other(setting=setting, unit="working_day", default=default, least=1, most=most, says=says)


CASELOAD_STANDARDS: tuple[Other, ...] = (
    _weight("proceedings", 1.5, "in care proceedings"),
    _weight("protection", 1.5, "on a child protection plan"),
    _weight("assessed", 1.25, "who is being assessed"),
    _weight("looked_after", 1.25, "who is looked after"),
    Other(
        setting="newly_qualified_leads_statutory",
        unit="yes_no",
        default=0,
        least=0,
        most=1,
        says="Whether a worker in the protected first year may lead child protection and court work (1), or only "
        "co-work it (0). A manager may set the rule aside for one child, with a reason that is kept.",
    ),
    _working_days("waiting_list_working_days", 1, "How long at most a child waits on a team’s list for a worker."),
    _working_days(
        "waiting_list_look_working_days", 2, "How long at most between two looks of the named manager at a child who "
        "waits."
    ),
    _working_days("transfer_answer_working_days", 2, "How long at most a team takes to answer a request to take a "
                  "child over."),
    Other(
        setting="supervision_second_reads",
        unit="supervision",
        default=8,
        least=1,
        most=50,
        says="How many case supervisions are drawn each month to be read by somebody else, against the rubric.",
    ),
    Other(
        setting="silence_direction_weeks",
        unit="week",
        default=2,
        least=1,
        most=26,
        says="How long past its day a direction may stand open before the list of what has not happened says that it "
        "was dropped.",
    ),
    _working_days("escalation_informal_working_days", 5, "How long the worker and the team manager have to answer an "
                  "informal challenge."),
    _working_days("escalation_stage_working_days", 5, "How long each stage of a formal challenge has for its answer."),
    Other(
        setting="escalation_whole_working_days",
        unit="working_day",
        default=A_MONTH_OF_WORK,
        least=5,
        most=40,
        says="How long a formal challenge takes at most, from the day it was raised to its end.",
        source="IRO Handbook (DCSF 2010), the dispute resolution process: read second-hand, check.",
    ),
)  # fmt: skip
