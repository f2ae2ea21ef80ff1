"""Words of the duties of education, health and care plans."""

from onechild.service.record.queries.duty_words.model import Words

REGULATIONS = "Special Educational Needs and Disability Regulations 2014"

WORDS: dict[str, Words] = {
    "education-plan-assessment-decision": Words(
        what="Decision on an education, health and care assessment of {names}",
        owner="special_needs",
        cites=f"{REGULATIONS}, regulation 5",
        since="asked for on {day}",
    ),
    "education-plan-advice": Words(
        what="Social care advice for the education, health and care assessment of {names}",
        owner="lead",
        cites=f"{REGULATIONS}, regulation 8",
        since="asked for on {day}",
    ),
    "education-plan-decision": Words(
        what="Decision on an education, health and care plan for {names}",
        owner="special_needs",
        cites=f"{REGULATIONS}, regulation 10",
        since="asked for on {day}",
    ),
    "education-plan-final": Words(
        what="Final education, health and care plan for {names}",
        owner="special_needs",
        cites=f"{REGULATIONS}, regulation 13",
        since="asked for on {day}",
    ),
    "education-plan-review": Words(
        what="Annual review of the education, health and care plan of {names}",
        owner="special_needs",
        cites="Children and Families Act 2014, section 44",
        since="the plan was made on {day}",
        last="the last review was on {day}",
        again=True,
    ),
    "education-plan-review-decision": Words(
        what="Decision after the annual review for {names}",
        owner="special_needs",
        cites=f"{REGULATIONS}, regulations 20 and 22",
        since="the review was on {day}",
    ),
    "education-plan-amended": Words(
        what="Amended education, health and care plan for {names}",
        owner="special_needs",
        cites=f"{REGULATIONS}, regulation 22",
        since="the changes were sent on {day}",
    ),
    "education-plan-transfer-review": Words(
        what="Review the plan before the next school for {names}",
        owner="special_needs",
        cites=f"{REGULATIONS}, regulation 18",
        since="the school year before the move began on {day}",
    ),
}
