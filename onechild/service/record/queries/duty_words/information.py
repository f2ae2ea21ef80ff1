"""Words of the duties of complaints, requests and allegations; {names} is the case."""

from onechild.service.record.queries.duty_words.model import Words

WORDS: dict[str, Words] = {
    "complaint-stage-1": Words(
        what="Answer to complaint {names}",
        owner="complaints",
        cites="Complaints Regulations 2006, regulation 14",
        since="received on {day}",
    ),
    "complaint-stage-2": Words(
        what="Answer to complaint {names} after the investigation",
        owner="complaints",
        cites="Complaints Regulations 2006, regulation 17",
        since="stage 2 was asked for on {day}",
    ),
    "complaint-panel": Words(
        what="Panel on complaint {names}",
        owner="complaints",
        cites="Complaints Regulations 2006, regulation 19",
        since="asked for on {day}",
    ),
    "complaint-panel-report": Words(
        what="Panel's report on complaint {names}",
        owner="complaints",
        cites="Complaints Regulations 2006, regulation 20",
        since="the panel met on {day}",
    ),
    "complaint-panel-answer": Words(
        what="Answer to the panel on complaint {names}",
        owner="complaints",
        cites="Complaints Regulations 2006, regulation 20",
        since="the report came on {day}",
    ),
    "subject-access-request": Words(
        what="Answer to request {names}",
        owner="information",
        cites="UK General Data Protection Regulation, article 12",
        since="running since {day}",
    ),
    "freedom-of-information-request": Words(
        what="Answer to request {names}",
        owner="information",
        cites="Freedom of Information Act 2000, section 10",
        since="running since {day}",
    ),
    "allegation-reported": Words(
        what="Report of allegation {names}",
        owner="employer",
        cites="Working Together",
        since="the employer was told on {day}",
    ),
    "allegation-resolved": Words(
        what="End of allegation {names}",
        owner="designated_officer",
        cites="",
        since="reported on {day}",
    ),
    "allegation-resolved-3": Words(
        what="End of allegation {names}",
        owner="designated_officer",
        cites="",
        since="reported on {day}",
    ),
    "allegation-resolved-12": Words(
        what="End of allegation {names}",
        owner="designated_officer",
        cites="",
        since="reported on {day}",
    ),
}
