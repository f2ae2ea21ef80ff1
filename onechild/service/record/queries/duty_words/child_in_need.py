"""Words of the duties of children in need."""

from onechild.service.record.queries.duty_words.model import Words

WORDS: dict[str, Words] = {
    "child-in-need-visit": Words(
        what="Visit {names}",
        owner="lead",
        cites="",
        since="not yet seen under the plan of {day}",
        last="last seen {day}",
        again=True,
        next_kind="visit",
        next_words="Record this visit",
    ),
    "child-in-need-plan": Words(
        what="Child in need plan for {names}",
        owner="lead",
        cites="",
        since="need was found on {day}",
    ),
    "child-in-need-review": Words(
        what="Review the child in need plan of {names}",
        owner="manager",
        cites="",
        since="the plan began on {day}",
        last="the last review was on {day}",
        again=True,
    ),
    "step-down-meeting": Words(
        what="First meeting after the step down of {names}",
        owner="lead",
        cites="",
        since="stepped down on {day}",
    ),
    "step-down-visit": Words(
        what="Visit {names} after the step down",
        owner="lead",
        cites="",
        since="stepped down on {day}",
        next_kind="visit",
        next_words="Record this visit",
    ),
    "step-down-review": Words(
        what="Review the plan after the step down of {names}",
        owner="manager",
        cites="",
        since="stepped down on {day}",
    ),
    "step-down-oversight": Words(
        what="Look at the stepped-down plan of {names}",
        owner="manager",
        cites="",
        since="stepped down on {day}",
    ),
    "handover-meeting": Words(
        what="Handover meeting for {names}",
        owner="lead",
        cites="",
        since="closing was decided on {day}",
    ),
}
