"""Words of the duties of child protection."""

from onechild.service.record.queries.duty_words.model import WORKING_TOGETHER, Words

WORDS: dict[str, Words] = {
    "initial-child-protection-conference": Words(
        what="Initial conference for {names}",
        owner="manager",
        cites=WORKING_TOGETHER,
        since="the enquiry began on {day}",
    ),
    "review-child-protection-conference": Words(
        what="Review conference for {names}",
        owner="chair",
        cites=WORKING_TOGETHER,
        since="the plan began on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "child-protection-visit": Words(
        what="Visit {names}",
        owner="lead",
        cites="",
        since="not yet seen under the plan of {day}",
        last="last seen {day}",
        again=True,
        next_kind="visit",
        next_words="Record this visit",
    ),
    "strategy-discussion": Words(
        what="Strategy discussion about {names}",
        owner="manager",
        cites="",
        since="harm was suspected on {day}",
    ),
    "section-47-outcome": Words(
        what="Outcome of the section 47 enquiry about {names}",
        owner="lead",
        cites="",
        since="the enquiry began on {day}",
    ),
    "conference-report": Words(
        what="Share the conference report with the family of {names}",
        owner="lead",
        cites="",
        since="the conference was planned on {day}",
        within="{length} the conference",
    ),
    "first-core-group": Words(
        what="First core group for {names}",
        owner="lead",
        cites=WORKING_TOGETHER,
        since="the plan began on {day}",
    ),
    "core-group": Words(
        what="Core group for {names}",
        owner="lead",
        cites="",
        since="the first was on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "transfer-in-conference": Words(
        what="Transfer-in conference for {names}",
        owner="chair",
        cites="",
        since="the other council gave notice on {day}",
    ),
    "long-plan-review-first": Words(
        what="Review the long plan of {names} (9 months)",
        owner="chair",
        cites="",
        since="the plan began on {day}",
    ),
    "long-plan-review-second": Words(
        what="Review the long plan of {names} (12 months)",
        owner="chair",
        cites="",
        since="the plan began on {day}",
    ),
    "long-plan-review-third": Words(
        what="Review the long plan of {names} (15 months)",
        owner="chair",
        cites="",
        since="the plan began on {day}",
    ),
    "long-plan-review-fourth": Words(
        what="Review the long plan of {names} (18 months)",
        owner="chair",
        cites="",
        since="the plan began on {day}",
    ),
}
