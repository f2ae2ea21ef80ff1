"""Words of the duties of adoption and special guardianship."""

from onechild.service.record.queries.duty_words.model import Words

WORDS: dict[str, Words] = {
    "agency-decision": Words(
        what="Agency decision for {names}",
        owner="agency",
        cites="Adoption National Minimum Standards",
        since="the panel's minutes came on {day}",
    ),
    "adoption-authority-review": Words(
        what="Adoption review for {names}",
        owner="reviewing_officer",
        cites="Adoption Agencies Regulations 2005, regulation 36",
        since="could be placed since {day}",
        last="the last review was on {day}",
        again=True,
    ),
    "adoption-care-to-family": Words(
        what="Adoptive family for {names}",
        owner="lead",
        cites="Adoption scorecard",
        since="adoption was decided on {day}",
    ),
    "adoption-order-to-match": Words(
        what="Match with adopters for {names}",
        owner="lead",
        cites="Adoption scorecard",
        since="the placement order was on {day}",
    ),
    "life-story-book": Words(
        what="Life story book for {names}",
        owner="lead",
        cites="Statutory Guidance on Adoption",
        since="the adoption was celebrated on {day}",
    ),
    "later-life-letter": Words(
        what="Later-life letter for {names}",
        owner="lead",
        cites="Statutory Guidance on Adoption",
        since="the adoption was celebrated on {day}",
    ),
    "child-permanence-report": Words(
        what="Bring up to date the child permanence report of {names}",
        owner="lead",
        cites="",
        since="signed on {day}",
        last="last signed on {day}",
        again=True,
    ),
    "special-guardianship-notice": Words(
        what="Special guardianship report for {names}",
        owner="lead",
        cites="Children Act 1989, section 14A",
        since="notice was given on {day}",
    ),
    "special-guardianship-report": Words(
        what="Special guardianship report to court for {names}",
        owner="lead",
        cites="Children Act 1989, section 14A",
        since="the court asked for it on {day}",
    ),
    "permanence-support-review": Words(
        what="Review the family's support for {names}",
        owner="lead",
        cites="Adoption Support Services Regulations 2005",
        since="support was agreed on {day}",
        last="the last review was on {day}",
        again=True,
    ),
}
