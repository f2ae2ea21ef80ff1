"""The council's own numbers for what has not happened: how long nothing may be written before somebody is asked."""

from __future__ import annotations

from onechild.knowledge.clocks.local.others import Other


def _weeks(setting: str, default: float, says: str, *, most: float = 104) -> Other:
    return Other(setting=setting, unit="week", default=default, least=1, most=most, says=says)


SILENCE_STANDARDS: tuple[Other, ...] = (
    _weeks(
        "silence_visit_weeks",
        8,
        "How long no visit at all may be entered for a child with a plan or in care before the list of what has not "
        "happened asks why.",
        most=26,
    ),
    _weeks(
        "silence_answer_weeks",
        4,
        "How long after a missing episode or a section 47 enquiry a plan may stand without a review, a core group or a "
        "new version.",
        most=26,
    ),
    _weeks(
        "silence_no_plan_weeks",
        4,
        "How long a case may stay open with no plan and no assessment under way.",
        most=26,
    ),
    _weeks("silence_looks_back_weeks", 26, "How far back the list of what has not happened looks for single events."),
    _weeks("silence_explained_weeks", 2, "How long after a decision it should have been explained to the child."),
    Other(
        setting="silence_seen_alone_age",
        unit="birthday",
        default=4,
        least=1,
        most=12,
        says="From what age a child should have been seen alone at one of the last two visits.",
    ),
)
