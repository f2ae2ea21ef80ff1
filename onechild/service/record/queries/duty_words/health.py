"""Words of the duties of looked-after children's health and education."""

from onechild.service.record.queries.duty_words.model import Words

WORDS: dict[str, Words] = {
    "initial-health-assessment": Words(
        what="Initial health assessment of {names}",
        owner="lead",
        cites="Promoting the health and well-being of looked-after children, 2015",
        since="came into care on {day}",
    ),
    "review-health-assessment": Words(
        what="Review health assessment of {names}",
        owner="lead",
        cites="Care Planning Regulations 2010, regulation 7",
        since="assessed on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "dental-check": Words(
        what="Dental check for {names}",
        owner="lead",
        cites="",
        since="in care since {day}",
        last="the last was on {day}",
        again=True,
    ),
    "strengths-and-difficulties": Words(
        what="Strengths and Difficulties Questionnaire for {names}",
        owner="lead",
        cites="Promoting the health and well-being of looked-after children, 2015",
        since="owed since {day}",
        last="the last was on {day}",
        again=True,
    ),
    "first-personal-education-plan": Words(
        what="First personal education plan of {names}",
        owner="lead",
        cites="Promoting the education of looked-after children, 2018",
        since="owed since {day}",
    ),
    "termly-personal-education-plan": Words(
        what="Personal education plan this term for {names}",
        owner="virtual_school",
        cites="Promoting the education of looked-after children, 2018",
        since="the term began on {day}",
    ),
    "school-place": Words(
        what="School place for {names}",
        owner="virtual_school",
        cites="Promoting the education of looked-after children, 2018",
        since="on no school's roll since {day}",
    ),
}
