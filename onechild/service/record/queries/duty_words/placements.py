"""Words of the duties that begin with care, a placement or a review, of permanence, and of children away from home."""

from onechild.service.record.queries.duty_words.model import REGULATIONS, Words

VISIT_NEXT = "Record this visit"

WORDS: dict[str, Words] = {
    "placement-notice": Words(
        what="Tell those who must know where {names} is placed",
        owner="lead",
        cites=f"{REGULATIONS}, regulation 13",
        since="placed on {day}",
    ),
    "reviewing-officer-named": Words(
        what="Name a reviewing officer for {names}",
        owner="reviewing_service",
        cites="Children Act 1989, section 25A",
        since="came into care on {day}",
    ),
    "care-plan": Words(
        what="Care plan for {names}",
        owner="lead",
        cites=f"{REGULATIONS}, regulation 4",
        since="first placed on {day}",
    ),
    "placement-plan": Words(
        what="Placement plan for {names}",
        owner="lead",
        cites=f"{REGULATIONS}, regulation 9",
        since="placed on {day}",
    ),
    "requested-visit": Words(
        what="Visit {names}, as asked",
        owner="lead",
        cites="",
        since="asked for on {day}",
        next_kind="visit",
        next_words=VISIT_NEXT,
    ),
    "visit-after-notice": Words(
        what="Visit {names} after Ofsted's notice",
        owner="lead",
        cites=f"{REGULATIONS}, regulation 28(8)",
        since="notice was given on {day}",
        next_kind="visit",
        next_words=VISIT_NEXT,
    ),
    "temporary-approval": Words(
        what="Full approval of the carers of {names}",
        owner="fostering",
        cites=f"{REGULATIONS}, regulations 24 and 25",
        since="approved for a time on {day}",
    ),
    "emergency-placement": Words(
        what="End of the emergency placement of {names}",
        owner="fostering",
        cites=f"{REGULATIONS}, regulation 23",
        since="began on {day}",
    ),
    "midway-check": Words(
        what="Midway check for {names}",
        owner="reviewing_officer",
        cites="",
        since="the review was on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "review-decisions": Words(
        what="Send the review decisions of {names}",
        owner="reviewing_officer",
        cites="IRO Handbook",
        since="the review was on {day}",
    ),
    "review-record": Words(
        what="Write the review record of {names}",
        owner="reviewing_officer",
        cites="IRO Handbook",
        since="the review was on {day}",
    ),
    "review-record-sent": Words(
        what="Send the review record of {names}",
        owner="reviewing_officer",
        cites="IRO Handbook",
        since="the review was on {day}",
    ),
    "permanence-plan": Words(
        what="Permanence plan for {names}",
        owner="lead",
        cites="Children Act 1989 guidance, volume 2",
        since="came into care on {day}",
    ),
    "long-term-match": Words(
        what="Long-term match for {names}",
        owner="fostering",
        cites="",
        since="planned since {day}",
    ),
    "section-20-review": Words(
        what="Look again at section 20 for {names}",
        owner="manager",
        cites="",
        since="accommodated since {day}",
        last="the last look was on {day}",
        again=True,
    ),
    "liberty-order": Words(
        what="New order or end of the deprivation of liberty of {names}",
        owner="lead",
        cites="The order itself",
        since="the order began on {day}",
    ),
    "liberty-review": Words(
        what="Review the deprivation of liberty of {names}",
        owner="manager",
        cites="",
        since="since {day}",
        last="the last was on {day}",
        again=True,
    ),
    "long-stay-notice": Words(
        what="Notice of the long stay of {names}",
        owner="host",
        cites="Children Act 1989, sections 85 and 86",
        since="staying there since {day}",
    ),
    "long-stay-visit": Words(
        what="Visit {names} where they are staying",
        owner="lead",
        cites="",
        since="told on {day}",
        next_kind="visit",
        next_words=VISIT_NEXT,
    ),
    "custody-visit": Words(
        what="Visit {names} in custody",
        owner="lead",
        cites="Visits to Former Looked After Children in Detention Regulations 2010",
        since="detained since {day}",
        next_kind="visit",
        next_words=VISIT_NEXT,
    ),
    "transfer-scheme": Words(
        what="Transfer of {names} by the national scheme",
        owner="manager",
        cites="National Transfer Scheme",
        since="referred on {day}",
    ),
}
