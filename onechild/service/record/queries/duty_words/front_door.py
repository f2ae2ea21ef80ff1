"""Words of the duties of the front door and assessment."""

from onechild.service.record.queries.duty_words.model import WORKING_TOGETHER, Words

WORDS: dict[str, Words] = {
    "contact-decision": Words(
        what="Decide on the contact about {names}", owner="front_door", cites="", since="received {day}"
    ),
    "assessment-from-referral": Words(
        what="Finish the assessment of {names}",
        owner="lead",
        cites=WORKING_TOGETHER,
        since="the referral came on {day}",
    ),
    "assessment-from-start": Words(
        what="Finish the assessment of {names}", owner="lead", cites="", since="it began on {day}"
    ),
    "referral-decision": Words(
        what="Decide how to respond to the referral of {names}",
        owner="front_door",
        cites=WORKING_TOGETHER,
        since="the referral came on {day}",
    ),
    "referrer-told": Words(
        what="Tell the referrer what was decided about {names}",
        owner="front_door",
        cites=WORKING_TOGETHER,
        since="decided on {day}",
    ),
    "immediate-protection": Words(
        what="Act at once for {names}",
        owner="front_door",
        cites=WORKING_TOGETHER,
        since="the red contact came on {day}",
        within="the same day",
    ),
    "first-visit": Words(
        what="Visit {names} for the first time",
        owner="lead",
        cites="",
        since="accepted on {day}",
        next_kind="visit",
        next_words="Record this visit",
    ),
    "homeless-16-17": Words(
        what="Assess the need of {names}, who is homeless",
        owner="front_door",
        cites="",
        since="came on {day}",
    ),
    "assessment-check-first": Words(
        what="First check of the assessment of {names}",
        owner="manager",
        cites="",
        since="it began on {day}",
    ),
    "assessment-check-second": Words(
        what="Second check of the assessment of {names}",
        owner="manager",
        cites="",
        since="it began on {day}",
    ),
    "assessment-check-third": Words(
        what="Third check of the assessment of {names}",
        owner="manager",
        cites="",
        since="it began on {day}",
    ),
    "pre-birth-assessment": Words(
        what="Finish the assessment of {names} before the birth",
        owner="lead",
        cites="",
        since="the referral came on {day}",
    ),
    "pre-birth-conference": Words(
        what="Initial conference before the birth of {names}",
        owner="manager",
        cites="",
        since="the enquiry began on {day}",
        within="{length} the birth",
    ),
}
